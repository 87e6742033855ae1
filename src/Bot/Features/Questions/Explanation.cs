using System.Globalization;
using System.Text;
using Answers;
using Answers.Understanding;
using Bot.Knowledge;

namespace Bot.Features.Questions;

/// <summary>Says in plain words how an outcome came about.</summary>
internal static class Explanation
{
    private const int MostWords = 8, UsualLength = 640;

    // Written once: every answer has its explanation.
    private static readonly string[] Percents = [.. Enumerable.Range(0, 101).Select(share => string.Create(CultureInfo.InvariantCulture, $"{share}%"))];

    public static string Of(Outcome outcome, KnowledgeSnapshot snapshot)
    {
        var reasons = outcome.Reasons;
        var text = new StringBuilder(UsualLength);
        Read(reasons.Question, text);
        Matched(reasons.Matched, text);
        if (reasons.Nearest.Count > 1) Second(reasons.Nearest, snapshot, text);
        Decide(outcome, text);
        return text.ToString();
    }

    private static void Matched(IReadOnlyList<string> matched, StringBuilder text)
    {
        var words = 0;
        for (var i = 0; i < matched.Count && words < MostWords; i++)
            if (IsWord(matched[i])) text.Append(words++ == 0 ? "Words that this answer is known by: " : ", ").Append(matched[i]);
        if (words > 0) text.Append(". ");
    }

    private static void Second(IReadOnlyList<Nearness> nearest, KnowledgeSnapshot snapshot, StringBuilder text) => text
        .Append("Second came: ").Append(Named(nearest[1], snapshot)).Append(", with ").Append(Percent(nearest[1].Share))
        .Append(" of my belief against ").Append(Percent(nearest[0].Share)).Append(" for the first. ");

    private static void Read(Question question, StringBuilder text)
    {
        foreach (var slip in question.Corrections) text.Append($"I read \"{slip.From}\" as \"{slip.To}\". ");
        foreach (var alias in question.Aliases) text.Append($"I took \"{alias.From}\" as {Short(alias.To)}. ");
        foreach (var mention in question.Mentions) text.Append($"I know the name {mention.Surface} ({Kind(mention)}). ");
        if (question.Unknown.Count > 0) text.Append($"I do not know the {(question.Unknown.Count == 1 ? "word" : "words")} {string.Join(", ", question.Unknown.Take(MostWords))}. ");
        if (question.Completed) text.Append("I completed the question from your question before. ");
    }

    private static void Decide(Outcome outcome, StringBuilder text)
    {
        var (said, chance) = outcome switch
        {
            Answered a => ("so I answered", a.Confidence),
            Unsure u => ("so I offered a choice", u.Confidence),
            NoAnswer n => ("so I did not answer", n.Confidence),
            _ => ("", 0),
        };
        text.Append("I was ").Append(Percent(chance)).Append(" sure, ").Append(said).Append(". ");
        Borders(outcome, text);
        text.Append(" I get less sure where I do not know the words, where two answers are equally near, and where a question looks like one that I do not answer; this one did by ")
            .Append(Percent(outcome.Reasons.Strange)).Append('.');
    }

    private static void Borders(Outcome outcome, StringBuilder text)
    {
        var (answer, refuse) = (Percent(outcome.Reasons.Borders.Answer), Percent(outcome.Reasons.Borders.Refuse));
        if (outcome is not Answered) text.Append("I answer from ").Append(answer).Append(", and say that I do not know below ").Append(refuse).Append('.');
        else if (answer == refuse) text.Append("Below ").Append(refuse).Append(" I would have said that I do not know.");
        else text.Append("Below ").Append(answer).Append(" I would have offered a choice, and below ").Append(refuse).Append(" I would have said that I do not know.");
    }

    private static string Percent(double share) => Percents[(int)Math.Round(100 * Math.Clamp(share, 0, 1))];

    private static bool IsWord(string word) => word[0] != '{' && !IsNumberedQuestion(word) && word != AllEight;

    private static string Named(Nearness near, KnowledgeSnapshot snapshot) =>
        snapshot.Find(near.EntryId)?.Heading ?? "an answer from the records";

    private static string Kind(Mention mention) => mention.Keys.Count > 1 ? $"{mention.Keys.Count} bearers" : $"a {mention.Kind}";

    private const string AllEight = "eightquestions";

    // The engine's short forms are for itself: "ics", "q7".
    private static string Short(string form) =>
        form == AllEight ? "the eight questions" : IsNumberedQuestion(form) ? $"question {form[1..]}" : form.Length <= 4 ? form.ToUpperInvariant() : form;

    private static bool IsNumberedQuestion(string word) => word.Length == 2 && word[0] == 'q' && word[1] is >= '1' and <= '8';
}
