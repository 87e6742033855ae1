using System.Diagnostics;

namespace Bot.Tests.Support;

/// <summary>The program's command line as a process of its own.</summary>
internal static class GuideProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <param name="settings">Names as in the settings, with ':' or '__'.</param>
    /// <param name="arguments">The command.</param>
    public static Process Start(IEnumerable<(string Name, string Value)> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.PathOf("src", "Bot"),
        };
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return Process.Start(start)!;
    }

    public static async Task<(int Code, string Output, string Errors)> RunAsync(IEnumerable<(string Name, string Value)> settings, params string[] arguments)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        using var program = Start(settings, arguments);
        var (output, errors) = (program.StandardOutput.ReadToEndAsync(limit.Token), program.StandardError.ReadToEndAsync(limit.Token));
        await program.WaitForExitAsync(limit.Token);
        return (program.ExitCode, await output, await errors);
    }
}
