using Answers.Understanding;
using Bot.Knowledge.Records;

namespace Bot.Features.Questions;

/// <summary>Which of the names in a question it is about.</summary>
internal static class RecordSubjects
{
    public const string Abroad = "abroad";

    // "Is Oldham in Greater Manchester or Lancashire?" asks about the place; systems beside it are what it may be in.
    private static readonly string[] Order = ["trust", "place", "system", "region", Abroad];

    /// <returns>The leading subject first, then others of the same kind.</returns>
    public static IReadOnlyList<RecordSubject> In(Question question, RecordBook records)
    {
        foreach (var kind in Order)
        {
            var found = question.Mentions.Where(m => m.Kind == kind).SelectMany(m => m.Keys).Distinct(StringComparer.Ordinal)
                .Select(records.Find).OfType<RecordSubject>().ToArray();
            if (found.Length > 0) return found;
        }

        return [];
    }

    /// <summary>Whether several subjects are a choice to offer, because none of them leads.</summary>
    public static bool AskWhich(IReadOnlyList<RecordSubject> subjects) => subjects.Count > 1 && subjects[0] is not SystemSubject;

    public static bool IsOnlyAbroad(Question question) => question.Mentions.Count > 0 && question.Mentions.All(m => m.Kind == Abroad);
}
