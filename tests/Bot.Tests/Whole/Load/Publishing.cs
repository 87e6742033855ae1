using System.Diagnostics;
using Bot.Tests.Knowledge.Releases;

namespace Bot.Tests.Whole.Load;

/// <summary>Publishes as an editor does at the command line, in a process of its own.</summary>
internal static class Publishing
{
    public static async Task SmallReleaseAsync(string connectionString, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("icsguide-release-").FullName;
        try
        {
            await RunAsync(connectionString, ct, "import", SmallContent.WriteTo(Path.Combine(folder, "content")), "--why", "test");
            await RunAsync(connectionString, ct, "publish", "--why", "test", "--although", "test");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static Task BackAsync(string connectionString, CancellationToken ct) => RunAsync(connectionString, ct, "rollback", "0", "--why", "test");

    private static async Task RunAsync(string connectionString, CancellationToken ct, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.dll"), "kb", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Bot__Database__ConnectionString"] = connectionString;
        start.Environment["Bot__Knowledge__Models"] = GuideOnKestrel.Models;
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.WaitForExitAsync(ct);
        Assert.True(process.ExitCode == 0, $"kb {arguments[0]}: {said[0]} {said[1]}");
    }
}
