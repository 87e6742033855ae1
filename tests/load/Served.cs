using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Load;

/// <summary>A server in a process of its own.</summary>
internal sealed class Served : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly Process _process;

    private Served(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public TimeSpan Cpu => Refreshed().TotalProcessorTime;

    public double Megabytes => Refreshed().WorkingSet64 / 1048576.0;

    /// <summary>Processor time until it answered for the first time.</summary>
    public TimeSpan StartCpu { get; private set; }

    /// <param name="folder">Where it runs, and the program lies.</param>
    /// <param name="arguments">The program and what it is told.</param>
    public static Served Start(string folder, params string[] arguments)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["Bot__Auth__Mode"] = "Development";
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return new Served(process, port);
    }

    /// <summary>Waits until a message is answered.</summary>
    public Served Ready(Messages messages)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; Thread.Sleep(5))
        {
            if (_process.HasExited) throw new InvalidOperationException("The server stopped at once. Start it by hand to see why.");
            try
            {
                using var caller = new Caller(Port);
                if (caller.Post(messages.Next()) != 200) continue;
                StartCpu = Cpu;
                return this;
            }
            catch (SocketException)
            {
                // Not listening yet.
            }
        }

        throw new TimeoutException("The server did not answer in five minutes.");
    }

    /// <summary>Work that was accepted goes on after the answer: until it is done it belongs to the turns before.</summary>
    public void WaitUntilIdle()
    {
        for (var before = Cpu; ; before = Cpu)
        {
            Thread.Sleep(150);
            if ((Cpu - before).TotalMilliseconds < 15) return;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private Process Refreshed()
    {
        _process.Refresh();
        return _process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
