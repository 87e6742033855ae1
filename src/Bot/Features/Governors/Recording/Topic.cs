using Answers;
using Bot.Knowledge;

namespace Bot.Features.Governors.Recording;

/// <summary>Which of the eight questions a topic such as "finance" belongs to.</summary>
internal static class Topic
{
    private static readonly string[][] Words =
    [
        ["footprint", "area", "partner", "boundar", "system we"],
        ["contribut", "commitment", "our plans", "our own plans", "impact"],
        ["progress", "report", "informed", "dashboard", "update"],
        ["population", "outcome", "inequal", "better care", "improve", "local people", "residents"],
        ["council's role", "support", "our role", "skills"],
        ["financ", "money", "fund", "value", "budget", "deficit", "saving", "spend", "cost"],
        ["assum", "strateg", "risk", "staff"],
        ["engage", "involve", "public", "patient", "communit", "consult", "listen"],
    ];

    /// <returns>Null where it belongs to none; then the words of the notes decide.</returns>
    public static int? QuestionOf(string topic, KnowledgeSnapshot snapshot)
    {
        var lower = topic.ToLowerInvariant();
        if (lower.Length > 0 && lower[^1] is >= '1' and <= '8' && (lower.Length == 1 || lower.StartsWith('q'))) return lower[^1] - '0';
        for (var i = 0; i < Words.Length; i++)
            if (Words[i].Any(word => lower.Contains(word, StringComparison.Ordinal))) return i + 1;
        return snapshot.Engine.Ask($"governor question about {topic}") is Answered { EntryId: var id } ? EightQuestion.NumberOf(id) : null;
    }
}
