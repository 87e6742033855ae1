using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Answers.Bench;

/// <summary>How long single questions take on one thread, and a hash over every outcome to compare two builds by.</summary>
internal sealed record QueryTimes(double P50, double P99, double Mean, double BytesEach, string Outcomes)
{
    private const int Warming = 8, Rounds = 12;
    private const double MostSeconds = 12;

    public double PerSecond => 1e6 / Mean;

    public static QueryTimes Of(IReadOnlyList<string> questions, Action<string> ask, Func<string, string> outcome)
    {
        // A slow one gets fewer rounds, but always whole ones.
        var first = Stopwatch.StartNew();
        foreach (var question in questions) ask(question);
        var rounds = (int)Math.Clamp(MostSeconds / 2 / first.Elapsed.TotalSeconds, 1, Rounds);
        // Calls enough and a pause, so that the runtime's last compilation is done before anything counts.
        for (var round = 0; round < Math.Min(rounds, Warming); round++)
        {
            foreach (var question in questions) ask(question);
            Thread.Sleep(120);
        }

        var times = new List<double>(questions.Count * rounds);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var question in questions)
            {
                var start = Stopwatch.GetTimestamp();
                ask(question);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        }

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)times.Count;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', questions.Select(outcome))));
        times.Sort();
        return new QueryTimes(times[times.Count / 2], times[times.Count * 99 / 100], times.Average(), bytes, Convert.ToHexStringLower(hash)[..12]);
    }

    public static QueryTimes Of(IReadOnlyList<string> questions, AnswerEngine engine) =>
        Of(questions, q => engine.Ask(q), q => Line(engine.Ask(q)));

    public static string Line(Outcome outcome) => FormattableString.Invariant($"{outcome switch
    {
        Answered a => a.EntryId,
        Unsure u => "? " + string.Join(' ', u.EntryIds),
        _ => "-",
    }} {outcome.Reasons.Score:F4} {string.Join(' ', outcome.Reasons.Nearest.Select(n => n.EntryId))}");
}
