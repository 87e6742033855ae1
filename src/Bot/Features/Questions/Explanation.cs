using System.Globalization;
using System.Text;
using Answers;
using Answers.Understanding;
using Bot.Knowledge;

namespace Bot.Features.Questions;

/// <summary>Says in plain words how an outcome came about.</summary>
internal static class Explanation
{
    private const int MostWords = 8;

    public static string Of(Outcome outcome, KnowledgeSnapshot snapshot)
    {
        var reasons = outcome.Reasons;
        var text = new StringBuilder();
        foreach (var slip in reasons.Question.Corrections) text.Append($"I read \"{slip.From}\" as \"{slip.To}\". ");
        foreach (var mention in reasons.Question.Mentions) text.Append($"I know the name {mention.Surface} ({Kind(mention)}). ");
        if (reasons.Question.Completed) text.Append("I completed the question from your question before. ");
        if (reasons.Matched.Count > 0) text.Append($"Words that this answer is known by: {string.Join(", ", reasons.Matched.Take(MostWords))}. ");
        if (reasons.Nearest.Count > 1) text.Append($"The next nearest answer was: {Named(reasons.Nearest[1], snapshot)}. ");
        return text.Append(Decision(outcome)).ToString();
    }

    private static string Decision(Outcome outcome)
    {
        var (said, chance) = outcome switch
        {
            Answered a => ("so I answered", a.Confidence),
            Unsure u => ("so I offered a choice", u.Confidence),
            NoAnswer n => ("so I did not answer", n.Confidence),
            _ => ("", 0),
        };
        return $"I was {chance.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal)} sure, {said}. I answer from 50%; below that I offer a choice or say that I do not know.";
    }

    private static string Named(Nearness near, KnowledgeSnapshot snapshot) =>
        snapshot.Find(near.EntryId)?.Heading ?? "an answer from the records";

    private static string Kind(Mention mention) => mention.Keys.Count > 1 ? $"{mention.Keys.Count} bearers" : $"a {mention.Kind}";
}
