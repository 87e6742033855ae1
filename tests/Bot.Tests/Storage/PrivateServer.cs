using System.Diagnostics;
using System.Globalization;
using Bot.Tests.Support;

namespace Bot.Tests.Storage;

/// <summary>A PostgreSQL server of one test's own, which it may stop and start.</summary>
internal sealed class PrivateServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine("/tmp", $"icsguide-pg-{Guid.NewGuid():n}")).FullName;
    private readonly string _programs;
    private readonly int _port = FreePort.Next();

    private PrivateServer(string programs) => _programs = programs;

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=bot;Database=postgres;Timeout=5";

    /// <summary>Skips the test where the server's programs are not installed, or fails it where nothing may be skipped.</summary>
    public static async Task<PrivateServer> StartAsync()
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault() : null;
        if (programs is null)
        {
            const string reason = "No PostgreSQL server program was found under /usr/lib/postgresql. tests/run.sh installs it on Debian.";
            Assert.False(Environment.GetEnvironmentVariable("ICSGUIDE_ALL") == "1", reason);
            Assert.Skip(reason);
        }

        var server = new PrivateServer(programs);
        // initdb refuses to run as root.
        if (Environment.UserName == "root") await RunAsync("chown", "nobody", server._folder);
        await server.AsServerAsync("initdb", "-D", server.Data, "-U", "bot", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await server.ComeBackAsync();
        return server;
    }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Stops at once, as at a crash.</summary>
    public Task StopAsync() => AsServerAsync("pg_ctl", "-D", Data, "-s", "-m", "immediate", "stop");

    public Task ComeBackAsync() => AsServerAsync(
        "pg_ctl", "-D", Data, "-w", "-s", "-l", Path.Combine(_folder, "log"), "-o", string.Create(CultureInfo.InvariantCulture, $"-p {_port} -h 127.0.0.1 -k {_folder} -c max_connections=200"), "start");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task AsServerAsync(string program, params string[] arguments) => Environment.UserName == "root"
        ? RunAsync("runuser", ["-u", "nobody", "--", Path.Combine(_programs, program), .. arguments])
        : RunAsync(Path.Combine(_programs, program), arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // Its output is not read: a server that is started inherits the pipes and would hold them open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "\"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/tmp" })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
