using System.Text.RegularExpressions;
using Bot.Knowledge.Records;

namespace Bot.Tests.Knowledge.Records;

/// <summary>What holds for every composed answer.</summary>
public sealed partial class AnswerShapeTests
{
    private static readonly int?[] Years = [null, 2016, 2018, 2019, 2021, 2023, 2026];

    private static readonly string Sources = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Content", "sources.yaml"));

    [Fact]
    public void EveryTrust_AndEverySystem_AnswersEveryIntent() => Check(k => k.StartsWith("trust:", StringComparison.Ordinal) || k.StartsWith("system:", StringComparison.Ordinal), Enum.GetValues<RecordIntent>(), [null, 2018]);

    [Fact]
    public void EveryPlace_AnswersTheCommonIntents() => Check(_ => true, [RecordIntent.WhichFootprint, RecordIntent.Partners, RecordIntent.Covers], [null]);

    [Fact]
    public void EveryYear_IsAnswered() => Check(k => k.EndsWith('e') || k.StartsWith("system:", StringComparison.Ordinal), [RecordIntent.WhichFootprint, RecordIntent.Covers, RecordIntent.Partners, RecordIntent.Councils], Years);

    private static void Check(Func<string, bool> wanted, RecordIntent[] intents, int?[] years)
    {
        var keys = Held.Book.Names.Select(n => n.Key).Distinct().Where(wanted).ToArray();
        var other = Held.Book.Find("system:qvv");
        var found = new List<string>();
        foreach (var key in keys)
        {
            foreach (var intent in intents)
            {
                foreach (var year in years)
                    foreach (var problem in Problems(Held.Book.Compose(intent, Held.Book.Find(key)!, year, other))) found.Add($"{key} {intent} {year}: {problem}");
            }
        }

        Assert.True(found.Count == 0, $"{found.Count} of {keys.Length} keys:\n{string.Join('\n', found.Take(40))}");
    }

    private static IEnumerable<string> Problems(RecordReply reply)
    {
        if (reply.Heading.Length is 0 or > 65) yield return $"heading of {reply.Heading.Length}";
        if (Held.Visible(reply).Contains(" (", StringComparison.Ordinal) && Nested().IsMatch(Held.Visible(reply))) yield return "brackets inside brackets";
        if (reply.Heading.EndsWith('?')) yield return "heading is a question";
        if (reply.Next.FirstOrDefault(n => Held.Book.Find(n.Key) is null || n.Label.Length > 32) is { } lost) yield return $"next '{lost}'";
        if (Held.Visible(reply) is { Length: > 2500 } visible) yield return $"{visible.Length} characters in sight";
        if (reply is RecordChoice choice && choice.Options.FirstOrDefault(o => Held.Book.Find(o.Key) is null) is { } gone) yield return $"option '{gone}'";
        var text = reply switch { RecordAnswer a => a.Short, RecordChoice c => c.Text, RecordNotHeld n => n.Text, _ => "" };
        if (Word().Count(text) is > 60 and var words) yield return $"{words} words: {text}";
        if (SentenceEnd().Split(text).FirstOrDefault(s => Word().Count(s) > 25) is { } length) yield return $"long sentence: {length}";
        if (text.Length == 0 || !text.EndsWith('.')) yield return $"no full stop: {text}";
        if (text.Contains("  ", StringComparison.Ordinal) || text.Contains(" ,", StringComparison.Ordinal) || text.Contains("..", StringComparison.Ordinal)) yield return $"untidy: {text}";
        if (reply is not RecordAnswer answer) yield break;
        if (answer.Points.Count > 9) yield return $"{answer.Points.Count} points";
        if (answer.AsOf.Length == 0 || answer.SourceIds.Count is 0 or > 4) yield return "no date or no sources";
        if (answer.SourceIds.FirstOrDefault(s => !Sources.Contains($"- id: \"{s}\"", StringComparison.Ordinal)) is { } source) yield return $"unknown source {source}";
        if (answer.StatusNote is { } note && Word().Count(note) > 20) yield return $"long note: {note}";
        var all = string.Join('\n', [answer.Short, .. answer.Points, answer.StatusNote ?? "", .. answer.Detail.SelectMany(d => d.Lines)]);
        foreach (var (term, meaning) in new[] { ("ICB", "integrated care board"), ("ICS", "integrated care system"), ("STP", "sustainability and transformation p"), ("CCG", "clinical commissioning group") })
        {
            var first = all.IndexOf(term, StringComparison.Ordinal);
            if (first >= 0 && !all[..first].Contains(meaning, StringComparison.OrdinalIgnoreCase)) yield return $"{term} is not explained: {all[Math.Max(0, first - 60)..(first + 3)]}";
        }
    }

    [GeneratedRegex(@"[A-Za-z0-9'%-]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\([^)\n]*\(")]
    private static partial Regex Nested();

    [GeneratedRegex(@"(?<=[.!?:])\s+")]
    private static partial Regex SentenceEnd();
}
