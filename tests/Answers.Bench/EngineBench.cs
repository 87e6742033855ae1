using System.Diagnostics;

namespace Answers.Bench;

/// <summary>The figures that every base is measured by.</summary>
internal static class EngineBench
{
    public static AnswerEngine Run(Report report, string name, KnowledgeBase source, IReadOnlyList<string> questions)
    {
        report.Say($"");
        report.Say($"{name}: {source.Entries.Count} entries, {source.Entries.Sum(e => e.Questions.Count)} questions, {questions.Count} queries asked");
        var before = Memory.Megabytes();
        var clock = Stopwatch.StartNew();
        var cpu = Process.GetCurrentProcess().UserProcessorTime;
        var engine = AnswerEngine.Build(source);
        report.Say($"  build                   {clock.Elapsed.TotalSeconds:F1} s, {(Process.GetCurrentProcess().UserProcessorTime - cpu).TotalSeconds:F1} s of user CPU");
        engine = Reloaded(report, source, engine);
        report.Say($"  model and index         {Memory.Megabytes() - before:F0} MB held, process peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:F0} MB");
        Compare(report, source, engine, questions);
        return engine;
    }

    private static AnswerEngine Reloaded(Report report, KnowledgeBase source, AnswerEngine engine)
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var to = File.Create(file)) engine.Save(to);
            var times = new double[3];
            AnswerEngine? loaded = null;
            for (var i = 0; i < times.Length; i++)
            {
                var clock = Stopwatch.StartNew();
                using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
                loaded = AnswerEngine.Load(source, from);
                times[i] = clock.Elapsed.TotalMilliseconds;
            }

            report.Say($"  load from cache         {times[0]:F0} ms the first time, {times.Min():F0} ms warm; file {new FileInfo(file).Length / 1048576.0:F1} MB");
            return loaded!;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Compare(Report report, KnowledgeBase source, AnswerEngine engine, IReadOnlyList<string> questions)
    {
        var mine = QueryTimes.Of(questions, engine);
        report.Say($"  query, one thread       p50 {mine.P50:F0} µs, p99 {mine.P99:F0} µs, mean {mine.Mean:F0} µs, {mine.BytesEach:F0} bytes allocated, outcomes {mine.Outcomes}");
        using var rows = new FullText(source);
        var other = QueryTimes.Of(questions, q => rows.First(q), q => rows.First(q) ?? "");
        report.Say($"  SQLite FTS5             p50 {other.P50:F0} µs, p99 {other.P99:F0} µs, mean {other.Mean:F0} µs");
        report.Say($"  throughput to FTS5      {mine.PerSecond / other.PerSecond:F2} times ({FullText.Settings})");
    }
}
