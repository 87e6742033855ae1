using Answers.Understanding;
using Bot.Knowledge.Records;

namespace Bot.Features.Questions;

/// <summary>Which of the names in a question it is about.</summary>
internal static class RecordSubjects
{
    public const string Abroad = "abroad";
    private const int MostTogether = 4;

    // "Is Oldham in Greater Manchester or Lancashire?" asks about the place; systems beside it are what it may be in.
    private static readonly string[] Order = ["trust", "place", "system", "region", Abroad];

    /// <returns>The leading subject first, then others of the same kind.</returns>
    public static IReadOnlyList<RecordSubject> In(Question question, RecordBook records)
    {
        foreach (var kind in Order)
        {
            var found = question.Mentions.Where(m => m.Kind == kind).SelectMany(m => Of(m, records)).DistinctBy(s => s.Key).ToArray();
            if (found.Length > 0) return found;
        }

        return [];
    }

    /// <summary>Everything that was named, in the order named: what is compared need not be of one kind.</summary>
    public static IReadOnlyList<RecordSubject> Each(Question question, RecordBook records) =>
        [.. question.Mentions.Select(m => Of(m, records).FirstOrDefault()).OfType<RecordSubject>().DistinctBy(s => s.Key)];

    /// <summary>Whether several subjects are a choice to offer: a name has several bearers, or none of the names leads.</summary>
    public static bool AskWhich(IReadOnlyList<RecordSubject> subjects, Question question, RecordBook records) =>
        subjects.Count > 1 && (subjects[0] is not SystemSubject || question.Mentions.Any(m => Of(m, records).Length > 1));

    /// <summary>Two to four names that "and" joins, each with one bearer: asked for together. Empty where that is not so.</summary>
    public static IReadOnlyList<RecordSubject> Together(Question question, RecordBook records)
    {
        var here = question.Mentions.Where(m => m.Kind != Abroad).ToArray();
        if (here.Length is < 2 or > MostTogether || question.Words.Contains("or") || !AreJoined(question.Words)) return [];
        var each = here.Select(m => Of(m, records)).ToArray();
        return each.All(e => e is [PlaceSubject or TrustSubject or SystemSubject]) ? [.. each.Select(e => e[0]).DistinctBy(s => s.Key)] : [];
    }

    /// <returns>A sentence on what was named beside and lies outside England; null where there is nothing.</returns>
    public static string? Outside(Question question, RecordBook records)
    {
        if (question.Mentions.All(m => m.Kind == Abroad)) return null;
        var names = question.Mentions.Where(m => m.Kind == Abroad).SelectMany(m => Of(m, records)).OfType<AbroadSubject>().Select(a => a.Name).Distinct(StringComparer.Ordinal).ToArray();
        return names.Length == 0 ? null : $"Not covered here, because this guide is about the NHS in England only: {string.Join(", ", names)}";
    }

    private static bool AreJoined(IReadOnlyList<string> words)
    {
        for (var i = 1; i + 1 < words.Count; i++)
            if (words[i] == "and" && words[i - 1][0] == '{' && words[i + 1][0] == '{') return true;
        return false;
    }

    // Beside another bearer, a name that several places share stands for each of them.
    private static RecordSubject[] Of(Mention mention, RecordBook records)
    {
        var found = mention.Keys.Select(records.Find).OfType<RecordSubject>().ToArray();
        return found.Length < 2 ? found : [.. found.SelectMany(s => s is SharedNameSubject shared ? shared.Options.Select(o => records.Find(o.Key)).OfType<RecordSubject>() : [s])];
    }

    public static bool IsOnlyAbroad(Question question) => question.Mentions.Count > 0 && question.Mentions.All(m => m.Kind == Abroad);
}
