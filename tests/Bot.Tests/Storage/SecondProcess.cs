using System.Diagnostics;
using System.Globalization;
using Bot.Storage;
using Bot.Tests.Fakes;

namespace Bot.Tests.Storage;

/// <summary>A process beside the test's own: this test program, told to run one test of <see cref="InASecondProcess"/>.</summary>
public sealed class SecondProcess : IDisposable
{
    private const string Prefix = "ICSGUIDE_SECOND_";
    private readonly Process _process;
    private readonly string _report;

    private SecondProcess(Process process, string report) => (_process, _report) = (process, report);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static SecondProcess Start(string test, string connectionString, string more = "")
    {
        var report = Path.GetTempFileName();
        var start = new ProcessStartInfo(Environment.ProcessPath!, Arguments(test)) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Prefix + "DATABASE"] = connectionString;
        start.Environment[Prefix + "REPORT"] = report;
        start.Environment[Prefix + "MORE"] = more;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new SecondProcess(process, report);
    }

    public IReadOnlyList<string> Report()
    {
        using var reader = new StreamReader(new FileStream(_report, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public async Task<IReadOnlyList<string>> FinishAsync()
    {
        await _process.WaitForExitAsync(Ct);
        Assert.Equal(0, _process.ExitCode);
        return Report();
    }

    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(Ct);
    }

    public static LastTurn Turn(int i) => new()
    {
        ConversationId = string.Create(CultureInfo.InvariantCulture, $"conversation {i}"),
        UserId = "29:someone",
        Json = $$"""{"number":{{i}}}""",
        // Not so old that the retention sweep takes it.
        At = new FakeTime().GetUtcNow().AddMilliseconds(i),
    };

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        File.Delete(_report);
    }

    private static string[] Arguments(string test)
    {
        string[] run = ["-method", $"{typeof(InASecondProcess).FullName}.{test}", "-explicit", "only", "-noLogo", "-noColor"];
        // Started as "dotnet Bot.Tests.dll", the process path is that of dotnet.
        var isDotnet = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        return isDotnet ? [typeof(SecondProcess).Assembly.Location, .. run] : run;
    }

    public static string Setting(string name) =>
        Environment.GetEnvironmentVariable(Prefix + name) ?? throw new InvalidOperationException("Only for a process started by a test.");
}
