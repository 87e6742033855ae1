using System.Globalization;

namespace Load;

/// <summary>The guide beside the floor in one run. Ratios count: figures move with the machine.</summary>
internal static class Comparison
{
    private const int WarmSeconds = 10, ColdSeconds = 4, ColdConnections = 64;

    public static async Task<int> RunAsync(LoadSettings settings)
    {
        var guide = settings.Guide ?? await Published.GuideAsync();
        var questions = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "questions.txt"));
        using var connector = Served.Start(AppContext.BaseDirectory, "Load.dll", "connector");
        Messages Make(bool throughConnector) => new(questions, throughConnector, connector.Port);
        Served Floor() => Served.Start(AppContext.BaseDirectory, "Load.dll", "echo").Ready(Make(false));
        Served Guide() => Served.Start(guide, "Bot.dll").Ready(Make(false));

        using (Guide()) Say($"{settings.Connections} connections, {questions.Length} questions in turn, {Environment.ProcessorCount} cores, .NET {Environment.Version}; the model is built");
        Starts(settings.Rounds, Floor, Guide);
        Cold(Floor, Make(false), "floor");
        Cold(Guide, Make(false), "guide");
        using var floor = Floor();
        using var subject = Guide();
        foreach (var served in (Served[])[subject, floor]) Ask(served, Make(false), settings, WarmSeconds);
        Turns("reply in the response", Make(false), floor, subject, settings);
        foreach (var served in (Served[])[subject, floor]) Ask(served, Make(true), settings, WarmSeconds);
        Turns("reply through the connector", Make(true), floor, subject, settings);
        foreach (var served in (Served[])[floor, subject]) Crowd.Ask(served, Make(false), settings.Connections, (asked, _) => asked > settings.Turns);
        Say($"memory after {settings.Turns} more turns: floor {floor.Megabytes:F0} MB, guide {subject.Megabytes:F0} MB: {subject.Megabytes / floor.Megabytes:F1} times");
        return 0;
    }

    private static void Starts(int rounds, Func<Served> floor, Func<Served> guide)
    {
        double Median(Func<Served> start) => Middle(Enumerable.Range(0, rounds).Select(_ =>
        {
            using var served = start();
            return served.StartCpu.TotalMilliseconds;
        }));
        var (least, ours) = (Median(floor), Median(guide));
        Say($"CPU until the first answer: floor {least:F0} ms, guide {ours:F0} ms: {ours / least:F1} times");
    }

    private static void Cold(Func<Served> start, Messages messages, string name)
    {
        using var served = start();
        var seen = Crowd.Ask(served, messages, ColdConnections, (_, elapsed) => elapsed.TotalSeconds > ColdSeconds);
        Say($"cold start, {ColdConnections} connections, {name}: {seen.PerSecond:F0} a second, p50 {seen.P50:F1} ms, slowest {seen.Slowest:F0} ms, {seen.Refused} refused");
    }

    private static void Turns(string what, Messages messages, Served floor, Served guide, LoadSettings settings)
    {
        var rounds = Enumerable.Range(0, settings.Rounds).Select(_ => (Floor: Ask(floor, messages, settings, settings.Seconds), Guide: Ask(guide, messages, settings, settings.Seconds))).ToArray();
        var ratio = Middle(rounds.Select(r => r.Guide.CpuEach / r.Floor.CpuEach));
        var (least, ours) = (Middle(rounds.Select(r => r.Floor.CpuEach)), Middle(rounds.Select(r => r.Guide.CpuEach)));
        var (p50, p99) = (Middle(rounds.Select(r => r.Guide.P50)), Middle(rounds.Select(r => r.Guide.P99)));
        Say($"CPU of a turn, {what}: floor {least:F1} µs, guide {ours:F1} µs: {ratio:F1} times");
        Say($"  guide p50 {p50:F2} ms, p99 {p99:F2} ms ({p99 / p50:F1} times), {Middle(rounds.Select(r => r.Guide.PerSecond)):F0} turns a second; floor p50 {Middle(rounds.Select(r => r.Floor.P50)):F2} ms, p99 {Middle(rounds.Select(r => r.Floor.P99)):F2} ms; {rounds.Sum(r => r.Guide.Refused)} refused");
    }

    private static Answered Ask(Served served, Messages messages, LoadSettings settings, int seconds) =>
        Crowd.Ask(served, messages, settings.Connections, (_, elapsed) => elapsed.TotalSeconds > seconds);

    private static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
