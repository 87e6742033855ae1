using System.Diagnostics;

namespace Load;

/// <summary>The guide as an adopter runs it.</summary>
internal static class Published
{
    /// <returns>The folder.</returns>
    public static async Task<string> GuideAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "guide");
        var project = Path.Combine(Root(), "src", "Bot");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", "-o", folder, "-v", "q", "-nologo"]))!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? folder : throw new InvalidOperationException("The guide could not be published.");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Bot.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("Run it inside the project.");
    }
}
