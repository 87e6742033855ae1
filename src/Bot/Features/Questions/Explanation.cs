using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Answers;
using Answers.Understanding;
using Bot.Knowledge;

namespace Bot.Features.Questions;

/// <summary>Says in plain words how an outcome came about.</summary>
internal static partial class Explanation
{
    private const int MostWords = 8;

    public static string Of(Outcome outcome, KnowledgeSnapshot snapshot)
    {
        var reasons = outcome.Reasons;
        var text = new StringBuilder();
        Read(reasons.Question, text);
        if (reasons.Matched.Where(IsWord).Take(MostWords).ToArray() is { Length: > 0 } words) text.Append($"Words that this answer is known by: {string.Join(", ", words)}. ");
        if (reasons.Nearest.Count > 1) text.Append($"Second came: {Named(reasons.Nearest[1], snapshot)}, {Behind(reasons.Nearest)}. ");
        return text.Append(Decision(outcome)).ToString();
    }

    private static void Read(Question question, StringBuilder text)
    {
        foreach (var slip in question.Corrections) text.Append($"I read \"{slip.From}\" as \"{slip.To}\". ");
        foreach (var alias in question.Aliases) text.Append($"I took \"{alias.From}\" as {Short(alias.To)}. ");
        foreach (var mention in question.Mentions) text.Append($"I know the name {mention.Surface} ({Kind(mention)}). ");
        if (question.Unknown.Count > 0) text.Append($"I do not know the {(question.Unknown.Count == 1 ? "word" : "words")} {string.Join(", ", question.Unknown.Take(MostWords))}. ");
        if (question.Completed) text.Append("I completed the question from your question before. ");
    }

    private static string Behind(IReadOnlyList<Nearness> nearest) =>
        $"with {Percent(nearest[1].Share)} of my belief against {Percent(nearest[0].Share)} for the first";

    private static string Decision(Outcome outcome)
    {
        var (said, chance) = outcome switch
        {
            Answered a => ("so I answered", a.Confidence),
            Unsure u => ("so I offered a choice", u.Confidence),
            NoAnswer n => ("so I did not answer", n.Confidence),
            _ => ("", 0),
        };
        return $"I was {Percent(chance)} sure, {said}. {Borders(outcome)} I get less sure where I do not know the words, where two answers are equally near, "
            + $"and where a question looks like one that I do not answer; this one did by {Percent(outcome.Reasons.Strange)}.";
    }

    private static string Borders(Outcome outcome)
    {
        var (answer, refuse) = (Percent(outcome.Reasons.Borders.Answer), Percent(outcome.Reasons.Borders.Refuse));
        if (outcome is not Answered) return $"I answer from {answer}, and say that I do not know below {refuse}.";
        return answer == refuse
            ? $"Below {refuse} I would have said that I do not know."
            : $"Below {answer} I would have offered a choice, and below {refuse} I would have said that I do not know.";
    }

    private static string Percent(double share) => $"{Math.Round(100 * share).ToString(CultureInfo.InvariantCulture)}%";

    private static bool IsWord(string word) => word[0] != '{' && !NumberedQuestion().IsMatch(word) && word != AllEight;

    private static string Named(Nearness near, KnowledgeSnapshot snapshot) =>
        snapshot.Find(near.EntryId)?.Heading ?? "an answer from the records";

    private static string Kind(Mention mention) => mention.Keys.Count > 1 ? $"{mention.Keys.Count} bearers" : $"a {mention.Kind}";

    private const string AllEight = "eightquestions";

    // The engine's short forms are for itself: "ics", "q7".
    private static string Short(string form) =>
        form == AllEight ? "the eight questions" : NumberedQuestion().IsMatch(form) ? $"question {form[1..]}" : form.Length <= 4 ? form.ToUpperInvariant() : form;

    [GeneratedRegex("^q[1-8]$")]
    private static partial Regex NumberedQuestion();
}
