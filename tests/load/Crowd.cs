using System.Diagnostics;

namespace Load;

/// <summary>Callers at once, each asking as soon as it was answered.</summary>
internal static class Crowd
{
    /// <param name="served">Whom to ask.</param>
    /// <param name="messages">What to ask.</param>
    /// <param name="connections">How many callers.</param>
    /// <param name="until">Says when to stop.</param>
    public static Answered Ask(Served served, Messages messages, int connections, Func<int, TimeSpan, bool> until)
    {
        var cpu = served.Cpu;
        var clock = Stopwatch.StartNew();
        var (asked, refused) = (0, 0);
        var times = Enumerable.Range(0, connections).Select(_ => new List<double>(4_096)).ToArray();
        var threads = times.Select(mine => new Thread(() =>
        {
            using var caller = new Caller(served.Port);
            while (!until(Interlocked.Increment(ref asked), clock.Elapsed))
            {
                var start = Stopwatch.GetTimestamp();
                if (caller.Post(messages.Next()) != 200) Interlocked.Increment(ref refused);
                mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }, 256 * 1024)).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        served.WaitUntilIdle();
        double[] all = [.. times.SelectMany(t => t).Order()];
        return new Answered(all.Length, refused, all[all.Length / 2], all[all.Length * 99 / 100], all[^1], (served.Cpu - cpu).TotalMicroseconds / all.Length, all.Length / clock.Elapsed.TotalSeconds);
    }
}

/// <summary>What a crowd saw.</summary>
/// <param name="Turns">Answers.</param>
/// <param name="Refused">Those that were not 200.</param>
/// <param name="P50">Median, in milliseconds.</param>
/// <param name="P99">All but the slowest hundredth, in milliseconds.</param>
/// <param name="Slowest">In milliseconds.</param>
/// <param name="CpuEach">Processor time of the server for each, in microseconds.</param>
/// <param name="PerSecond">Answers a second.</param>
internal sealed record Answered(int Turns, int Refused, double P50, double P99, double Slowest, double CpuEach, double PerSecond);
