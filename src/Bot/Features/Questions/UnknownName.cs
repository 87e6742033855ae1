using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Answers;
using Bot.Cards;
using Bot.Experts;
using Bot.Knowledge;
using Bot.Knowledge.Records;
using Bot.Knowledge.Releases;
using Bot.Turns;

namespace Bot.Features.Questions;

/// <summary>A question that asks the records about a name which nobody knows: it says so, instead of a plain refusal.</summary>
internal static partial class UnknownName
{
    private const string Stand = "{place}";

    /// <summary>"DN22": the first half of a postcode.</summary>
    public static bool IsOutwardCode(string name) => OutwardCode().IsMatch(name);

    /// <returns>The name as typed; null where the question is of another kind.</returns>
    public static string? In(Outcome outcome, KnowledgeSnapshot snapshot)
    {
        var question = outcome.Reasons.Question;
        // Words that are all unknown are noise, not a question about a name.
        var isNoise = question.Unknown.Count >= question.Words.Count;
        if (question.Mentions.Count > 0 || question.Unknown.Count is 0 or > 4 || question.Completed || isNoise) return null;
        var asked = string.Join(' ', question.Words.Select(w => question.Unknown.Contains(w) ? Stand : w)).Replace($"{Stand} {Stand}", Stand, StringComparison.Ordinal);
        if (snapshot.Engine.Ask(asked) is not Answered { EntryId: var id } known || !id.StartsWith(EntryIds.Records + "which", StringComparison.Ordinal)) return null;
        return outcome is not Answered || known.Reasons.Score > outcome.Reasons.Score ? Typed(question.Text, question.Unknown) : null;
    }

    public static AdaptiveCard Card(string name, KnowledgeSnapshot snapshot, Person person, IReadOnlyList<Prompt> next, string? note)
    {
        var card = NotHeldCard.Of(
            "A name that is not known here",
            $"I do not know a place, council, trust or area called {CardParts.Plain(name)}. Check the spelling. Or ask with a larger town nearby, the council, or the trust's full name or code.",
            person,
            next,
            note);
        return card with { Body = [.. card.Body, Areas(snapshot), new ActionSet([new ExecuteAction("Show this area", Verbs.Record, new JsonObject { ["intent"] = nameof(RecordIntent.Status) })])] };
    }

    // The key is what the button's verb reads from a record's button too.
    private static ChoiceSetInput Areas(KnowledgeSnapshot snapshot) =>
        new("key", "Or choose an area of today", [.. snapshot.Records.Boards().Select(b => new Choice(b.Name, b.Key))])
        {
            Style = ChoiceStyle.Filtered,
            Dataset = Datasets.Footprints,
            Placeholder = "Type part of its name",
            IsRequired = true,
            ErrorMessage = "Choose an area from the list",
        };

    private static string Typed(string text, IReadOnlyList<string> unknown)
    {
        var words = Word().Matches(text);
        var first = words.FirstOrDefault(w => unknown.Contains(w.Value.ToLowerInvariant()));
        var last = words.LastOrDefault(w => unknown.Contains(w.Value.ToLowerInvariant()));
        if (first is null || last is null || last.Index + last.Length - first.Index > 40) return string.Join(' ', unknown);
        return text[first.Index..(last.Index + last.Length)];
    }

    [GeneratedRegex(@"^[A-Z]{1,2}[0-9][0-9A-Z]?$", RegexOptions.IgnoreCase)]
    private static partial Regex OutwardCode();

    [GeneratedRegex(@"[A-Za-z0-9']+")]
    private static partial Regex Word();
}
