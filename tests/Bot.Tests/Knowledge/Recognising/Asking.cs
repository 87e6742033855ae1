using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Answers;
using Bot.Features.Questions;
using Bot.Knowledge;
using Bot.Tests.Knowledge.Records;
using Bot.Tests.Whole;
using Bot.Turns;

namespace Bot.Tests.Knowledge.Recognising;

/// <summary>Asks the guide without a channel and holds what it shows against the files.</summary>
internal sealed partial class Asking(KnowledgeSnapshot snapshot, Answering answering)
{
    private static readonly CardContext Context = new("000000000000", new DateOnly(2026, 11, 22));

    private static readonly ConcurrentDictionary<(string Era, string Code), string> Names = [];

    public static async Task<Asking> StartAsync()
    {
        var guide = await SharedGuide.Instance;
        return new Asking(guide.Get<KnowledgeStore>().Current, guide.Get<Answering>());
    }

    /// <returns>Null where the answer holds what the files say, else what came instead.</returns>
    public string? Fault(string question, IReadOnlyList<Standing> expected)
    {
        var outcome = snapshot.Engine.Ask(question);
        var card = answering.Card(outcome, snapshot, Context);
        using var json = JsonDocument.Parse(card.ToUtf8Json());
        var text = Lines(json.RootElement) + string.Concat(Options(json.RootElement).Select(o => "\n" + o));
        if (expected.Any(e => Holds(text, e))) return null;
        var read = string.Join(' ', outcome.Reasons.Question.Words);
        var known = string.Join("; ", outcome.Reasons.Question.Mentions.Select(m => m.Surface));
        return $"{outcome.GetType().Name} \"{json.RootElement.GetProperty("body")[0].GetProperty("text").GetString()}\", read as \"{read}\"{(known.Length > 0 ? $" with {known}" : "")}";
    }

    // What each button of a choice would show.
    private IEnumerable<string> Options(JsonElement card)
    {
        foreach (var action in All(card, "Action.Execute").Select(a => a.GetProperty("data")).Where(d => d.TryGetProperty("key", out _)))
        {
            if (All(card, "TextBlock").Any(t => t.GetProperty("text").GetString()!.StartsWith("Was this helpful", StringComparison.Ordinal))) yield break;
            if (answering.Record(new CardPress(Verbs.Record, action, null), snapshot, Context) is not { } shown) continue;
            using var json = JsonDocument.Parse(shown.ToUtf8Json());
            yield return Lines(json.RootElement);
        }
    }

    private static bool Holds(string text, Standing standing)
    {
        var lines = text.Split('\n').Where(l => l.StartsWith("- ", StringComparison.Ordinal)).ToArray();
        bool Then(string code) => Stands(lines, l => !l.StartsWith("- Since", StringComparison.Ordinal), Named(standing.ThenEra, code) + " (");
        bool Now(string code) => Stands(lines, l => l.StartsWith("- Since", StringComparison.Ordinal), "NHS " + Named("icb36", code) + " ");
        var then = standing.Then.Count == 0 ? NotThen().IsMatch(text) : standing.Then.All(Then);
        if (standing.Successors.Count > 0 && standing.Now.Count == 0) return then && standing.Successors.All(s => text.Contains(s.Split(" NHS ")[0], StringComparison.Ordinal));
        return then && (standing.Now.Count == 0 ? NotNow().IsMatch(text) : standing.Now.All(Now));
    }

    private static bool Stands(string[] lines, Func<string, bool> when, string name) =>
        lines.Any(l => when(l) && (l.Contains(": " + name, StringComparison.OrdinalIgnoreCase) || l.Contains("; " + name, StringComparison.OrdinalIgnoreCase)));

    private static string Named(string era, string code) => Names.GetOrAdd((era, code), static key => Raw.Footprint(key.Era, key.Code));

    private static string Lines(JsonElement card) =>
        string.Join('\n', All(card, "TextBlock").Select(t => t.GetProperty("text").GetString())).Replace("\\", "", StringComparison.Ordinal);

    private static IEnumerable<JsonElement> All(JsonElement part, string type)
    {
        if (part.ValueKind == JsonValueKind.Array) return part.EnumerateArray().SelectMany(p => All(p, type));
        if (part.ValueKind != JsonValueKind.Object) return [];
        var own = part.TryGetProperty("type", out var t) && t.GetString() == type;
        return (own ? [part] : Array.Empty<JsonElement>()).Concat(part.EnumerateObject().SelectMany(p => All(p.Value, type)));
    }

    [GeneratedRegex(@"by descent|through its|No record for 2018|hold no|not held|No 2016", RegexOptions.IgnoreCase)]
    private static partial Regex NotThen();

    [GeneratedRegex(@"by descent|through its|hold no|not held|follows its earlier|divided", RegexOptions.IgnoreCase)]
    private static partial Regex NotNow();
}
