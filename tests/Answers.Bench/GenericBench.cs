using System.Text.Json;

namespace Answers.Bench;

/// <summary>A public set, where it is at hand (CLINC150: 150 entries, 15,000 questions).</summary>
internal static class GenericBench
{
    public static void Run(Report report, string folder)
    {
        if (!File.Exists(Path.Combine(folder, "kb.jsonl")))
        {
            report.Say($"generic: no kb.jsonl in {folder}; name a folder with --sets");
            return;
        }

        EngineBench.Run(report, "generic", Source(folder), [.. Lines(folder, "val.jsonl").Select(q => q.GetProperty("q").GetString()!).Where((_, i) => i % 4 == 0)]);
    }

    public static KnowledgeBase Source(string folder)
    {
        var entries = Lines(folder, "kb.jsonl").Select(e => new Entry(
            e.GetProperty("id").GetString()!, "", [.. e.GetProperty("questions").EnumerateArray().Select(q => q.GetString()!)]));
        var strangers = Lines(folder, "oos_train.jsonl").Select(q => q.GetProperty("q").GetString()!).ToArray();
        return new KnowledgeBase([.. entries], strangers.Length > 0 ? [new Strangers("known", strangers)] : []);
    }

    private static IEnumerable<JsonElement> Lines(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement) : [];
    }
}
