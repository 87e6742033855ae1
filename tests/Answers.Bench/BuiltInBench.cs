using System.Diagnostics;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Records;
using Bot.Knowledge.Releases;

namespace Answers.Bench;

/// <summary>The base that the bot comes with.</summary>
internal static class BuiltInBench
{
    public static void Run(Report report)
    {
        var clock = Stopwatch.StartNew();
        var source = Source();
        report.Say($"reading content and records {clock.Elapsed.TotalMilliseconds:F0} ms (not part of any figure below)");
        EngineBench.Run(report, "built-in", source, Questions());
    }

    public static KnowledgeBase Source()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Knowledge");
        var content = ContentFolder.Read(Path.Combine(folder, "Content")).Content ?? throw new InvalidDataException("The content has problems: kb check lists them.");
        var records = RecordSet.Load(Path.Combine(folder, "Records", "Data")).Set ?? throw new InvalidDataException("The records have problems: kb check lists them.");
        return EngineSource.From(content, new RecordBook(records).Names);
    }

    public static string[] Questions() => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "questions.txt"));
}
