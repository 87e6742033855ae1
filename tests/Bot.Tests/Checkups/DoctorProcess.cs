using System.Diagnostics;
using System.Text.Json;
using Bot.Tests.Support;

namespace Bot.Tests.Checkups;

/// <summary>What <c>doctor --json</c> said, run as people run it.</summary>
internal sealed record DoctorProcess(int Code, string Output)
{
    private static readonly string Dotnet = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")).First(File.Exists);

    public JsonElement Json => JsonElement.Parse(Output);

    public bool IsWell => Json.GetProperty("isWell").GetBoolean();

    public static async Task<DoctorProcess> RunAsync(TemporaryFolder folder, string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(Dotnet) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Bot.dll"), "doctor", .. arguments]) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Bot__Auth__Mode"] = "Development";
        start.Environment["Bot__Database__ConnectionString"] = $"Data Source={Path.Combine(folder.Path, "guide.db")}";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var program = Process.Start(start)!;
        var (output, errors) = (program.StandardOutput.ReadToEndAsync(limit.Token), program.StandardError.ReadToEndAsync(limit.Token));
        await program.WaitForExitAsync(limit.Token);
        Assert.Equal("", await errors);
        return new(program.ExitCode, await output);
    }

    public static Task<DoctorProcess> RunAsync(TemporaryFolder folder, params (string Name, string Value)[] settings) => RunAsync(folder, ["--json"], settings);

    public void Names(string standing, string about, string words, string mend) => Assert.True(
        Json.GetProperty("findings").EnumerateArray().Any(finding =>
            finding.GetProperty("standing").GetString() == standing && finding.GetProperty("about").GetString() == about
            && finding.GetProperty("words").GetString()!.Contains(words, StringComparison.Ordinal)
            && (finding.GetProperty("mend").GetString() ?? "").Contains(mend, StringComparison.Ordinal)),
        Output);

    public void NamesFault(string about, string words, string mend)
    {
        Names("fault", about, words, mend);
        Assert.Equal(1, Code);
        Assert.False(IsWell);
    }
}
