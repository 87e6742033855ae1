using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Load;

/// <summary>The guide as an adopter runs it.</summary>
internal static class Published
{
    /// <returns>The folder.</returns>
    public static async Task<string> GuideAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "guide");
        var project = Path.Combine(Root(), "src", "Bot");
        // For this machine's runtime and so compiled beforehand; its lock file lies apart, for the project's knows no runtime.
        string[] forThisMachine = ["-r", RuntimeInformation.RuntimeIdentifier, "--no-self-contained", "-p:NuGetLockFilePath=obj/publish.lock.json"];
        return await PublishAsync([project, "-o", folder, .. forThisMachine]) ? folder : throw new InvalidOperationException("The guide could not be published.");
    }

    private static async Task<bool> PublishAsync(string[] arguments)
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", "-c", "Release", "-v", "q", "-nologo", .. arguments]))!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0;
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Bot.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("Run it inside the project.");
    }
}
