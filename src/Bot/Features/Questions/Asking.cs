using Answers;
using Bot.Knowledge;

namespace Bot.Features.Questions;

/// <summary>Asks the engine everything that a message asks, each question knowing the one before.</summary>
internal static class Asking
{
    /// <returns>One outcome for each question that was taken, at least one. Of several, those that are not ours are left out beside those that are.</returns>
    public static IReadOnlyList<Outcome> Of(string message, KnowledgeSnapshot snapshot, LastTurn? last)
    {
        var outcomes = new List<Outcome>();
        foreach (var question in MessageQuestions.In(message))
        {
            var outcome = snapshot.Engine.Ask(question, last);
            outcomes.Add(outcome);
            last = AnswerEngine.Remember(outcome);
        }

        if (outcomes.Count == 1) return outcomes;
        var ours = outcomes.Where(o => o is not NoAnswer).DistinctBy(Named).ToArray();
        return ours.Length > 0 ? ours : [snapshot.Engine.Ask(message, last)];
    }

    private static string Named(Outcome outcome) => outcome switch
    {
        Answered a => $"{a.EntryId} {string.Join(' ', a.Reasons.Question.Mentions.SelectMany(m => m.Keys))}",
        Unsure u => string.Join(' ', u.EntryIds),
        _ => "",
    };
}
