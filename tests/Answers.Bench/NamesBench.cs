using System.Diagnostics;
using Answers.Understanding;
using Bot.Knowledge.Records;

namespace Answers.Bench;

/// <summary>What recognising every name adds to the reading of a question: the same reader with all names and with none.</summary>
internal static class NamesBench
{
    private const double Most = 40;

    public static void Run(Report report)
    {
        var source = BuiltInBench.Source();
        var (all, none) = Readers(source);
        var surfaces = source.Names.Select(n => n.Surface).Distinct(StringComparer.Ordinal).ToArray();
        report.Say($"");
        report.Say($"records: read and checked in {Enumerable.Range(0, 5).Min(_ => Loading()):F0} ms, best of 5");
        report.Say($"names: {source.Names.Count} surfaces of {source.Names.Select(n => n.Key).Distinct().Count()} subjects; aim: recognition adds at most {Most:F0} µs p50");
        Compare(report, "the bench's questions", BuiltInBench.Questions(), all, none);
        Compare(report, "one question a name", [.. surfaces.Select(s => $"Which footprint is {s} in?")], all, none);
        Compare(report, "… with a slip in it", [.. surfaces.Where(s => s.Length >= 5).Select(s => $"Which footprint is {s[0]}{s[2]}{s[1]}{s[3..]} in?")], all, none);
    }

    private static double Loading()
    {
        var clock = Stopwatch.StartNew();
        if (RecordSet.Load(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Records", "Data")).Set is null) throw new InvalidDataException("The records have problems: kb check lists them.");
        return clock.Elapsed.TotalMilliseconds;
    }

    // Both know the same words, so that only recognition tells them apart.
    private static (QuestionReader All, QuestionReader None) Readers(KnowledgeBase source)
    {
        var all = QuestionReader.From(source);
        using var saved = new MemoryStream();
        using var writer = new BinaryWriter(saved);
        all.Write(writer);
        saved.Position = 0;
        using var reader = new BinaryReader(saved);
        return (all, QuestionReader.Read(source with { Names = [] }, reader));
    }

    private static void Compare(Report report, string what, string[] questions, QuestionReader all, QuestionReader none)
    {
        var with = Times(questions, all);
        var without = Times(questions, none);
        report.Say($"  {what,-23} {questions.Length} questions: reading p50 {with.P50:F1} µs, without names {without.P50:F1} µs; recognition adds {with.P50 - without.P50:F1} µs p50, {with.P99 - without.P99:F0} µs p99");
    }

    private static QueryTimes Times(string[] questions, QuestionReader reader) =>
        QueryTimes.Of(questions, q => reader.Read(q), q => string.Join(' ', reader.Read(q).Words));
}
