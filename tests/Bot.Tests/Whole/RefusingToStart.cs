using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

/// <summary>The program itself, started as people start it, with something wrong.</summary>
public sealed class RefusingToStart : IDisposable
{
    private static readonly string Models = GuideOnKestrel.Models;
    private readonly string _folder = Directory.CreateTempSubdirectory("icsguide-broken-").FullName;

    [Fact]
    public async Task ThreeBrokenArticles_AreAllListed_WithFileAndLine()
    {
        var content = Path.Combine(_folder, "Content");
        Copy(BuiltInContent.Folder, content);
        var date = Spoil(content, "basics/stp.md", "asOf: ", "asOf: 2026-13-45 # ");
        var prompt = Spoil(content, "basics/ics.md", "prompts: ", "prompts: [nowhere, icb, stp] # ");
        var field = Spoil(content, "basics/icb.md", "owner: ", "onwer: ");

        var (code, output) = await RunAsync(("Bot__Knowledge__Folder", content));

        Assert.Equal(1, code);
        Assert.Contains($"basics/stp.md:{date}: 'asOf' is '2026-13-45'", output, StringComparison.Ordinal);
        Assert.Contains($"basics/ics.md:{prompt}: The prompt 'nowhere' is not the id of another article.", output, StringComparison.Ordinal);
        Assert.Contains($"basics/icb.md:{field}: 'onwer' is not a field of an article.", output, StringComparison.Ordinal);
        NoStackTrace(output);
    }

    [Fact]
    public async Task AMissingContentFolder_SaysWhichSetting()
    {
        var (code, output) = await RunAsync(("Bot__Knowledge__Folder", Path.Combine(_folder, "nowhere")));

        Assert.Equal(1, code);
        Assert.Contains("Bot:Knowledge:Folder", output, StringComparison.Ordinal);
        NoStackTrace(output);
    }

    [Fact]
    public async Task AWrongSetting_IsNamed()
    {
        var (code, output) = await RunAsync(("Bot__Retention__QuestionDays", "0"), ("Bot__Knowledge__Models", Models));

        Assert.Equal(1, code);
        Assert.Contains("Bot:Retention:QuestionDays must be between 1 and 3650.", output, StringComparison.Ordinal);
        NoStackTrace(output);
    }

    [Fact]
    public async Task AnAddressInUse_SaysWhatToDo()
    {
        await SharedGuide.Instance;
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (code, output) = await RunAsync(("ASPNETCORE_URLS", $"http://{taken.LocalEndpoint}"), ("Bot__Knowledge__Models", Models));

        Assert.Equal(1, code);
        Assert.Contains("choose another address with ASPNETCORE_URLS", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADatabaseThatIsNone_IsNamed_WithoutItsPassword()
    {
        var (code, output) = await RunAsync(("Bot__Database__ConnectionString", "Server Password=hunter2"), ("Bot__Knowledge__Models", Models));

        Assert.Equal(1, code);
        Assert.Contains("Bot:Database:ConnectionString names no database", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", output, StringComparison.Ordinal);
        NoStackTrace(output);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void NoStackTrace(string output) => Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);

    /// <returns>The line that was changed.</returns>
    private static int Spoil(string content, string file, string from, string to)
    {
        var path = Path.Combine(content, file);
        var lines = File.ReadAllLines(path);
        var at = Array.FindIndex(lines, line => line.StartsWith(from, StringComparison.Ordinal));
        lines[at] = to + lines[at][from.Length..];
        File.WriteAllLines(path, lines);
        return at + 1;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private async Task<(int Code, string Output)> RunAsync(params (string Name, string Value)[] settings)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Bot.dll"));
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Bot__Database__ConnectionString"] = $"Data Source={Path.Combine(_folder, "guide.db")}";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var program = Process.Start(start)!;
        try
        {
            var (output, errors) = (program.StandardOutput.ReadToEndAsync(limit.Token), program.StandardError.ReadToEndAsync(limit.Token));
            await program.WaitForExitAsync(limit.Token);
            return (program.ExitCode, await output + await errors);
        }
        finally
        {
            if (!program.HasExited)
                program.Kill(entireProcessTree: true);
        }
    }
}
