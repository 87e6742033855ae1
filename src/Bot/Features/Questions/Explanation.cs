using System.Globalization;
using System.Text;
using Answers;
using Answers.Understanding;
using Bot.Knowledge;

namespace Bot.Features.Questions;

/// <summary>Says in plain words how an outcome came about.</summary>
internal static class Explanation
{
    public static string Of(Outcome outcome, KnowledgeSnapshot snapshot)
    {
        var reasons = outcome.Reasons;
        var text = new StringBuilder();
        text.AppendLine($"I read the question as: {string.Join(' ', reasons.Question.Words)}.");
        if (reasons.Question.Completed) text.AppendLine("I completed it from your question before.");
        foreach (var slip in reasons.Question.Corrections) text.AppendLine($"I read \"{slip.From}\" as \"{slip.To}\".");
        foreach (var mention in reasons.Question.Mentions) text.AppendLine($"I know the name {mention.Surface} ({Kind(mention)}).");
        if (reasons.Matched.Count > 0) text.AppendLine($"Words that the answer's own questions share: {string.Join(", ", reasons.Matched)}.");
        Nearest(reasons, snapshot, text);
        text.Append(Decision(outcome));
        return text.ToString();
    }

    private static void Nearest(Reasons reasons, KnowledgeSnapshot snapshot, StringBuilder text)
    {
        if (reasons.Nearest.Count == 0) return;
        text.AppendLine($"Nearest: {Named(reasons.Nearest[0], snapshot)}.");
        if (reasons.Nearest.Count > 1) text.AppendLine($"Second: {Named(reasons.Nearest[1], snapshot)}.");
    }

    private static string Decision(Outcome outcome)
    {
        var score = outcome.Reasons.Score.ToString("+0.00;-0.00", CultureInfo.InvariantCulture);
        return outcome switch
        {
            Answered => $"Its score is {score}. Below 0 I would have offered a choice or refused.",
            Unsure => $"Its score is {score}: too low to answer, high enough to offer a choice.",
            _ => $"Its score is {score}: too low, so I do not answer.",
        };
    }

    private static string Named(Nearness near, KnowledgeSnapshot snapshot) =>
        $"{snapshot.Find(near.EntryId)?.Heading ?? near.EntryId} ({near.Share.ToString("P0", CultureInfo.InvariantCulture)} of the belief)";

    private static string Kind(Mention mention) => mention.Keys.Count > 1 ? $"a {mention.Kind}, with {mention.Keys.Count} bearers" : $"a {mention.Kind}";
}
