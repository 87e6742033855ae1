using Answers;
using Bot.Knowledge;

namespace Bot.Features.Questions;

/// <summary>Asks the engine everything that a message asks, each question knowing the one before.</summary>
internal static class Asking
{
    /// <returns>One outcome for each question that was taken, at least one. Of several, those that are not ours are left out beside those that are.</returns>
    public static IReadOnlyList<Heard> Of(string message, KnowledgeSnapshot snapshot, LastTurn? last)
    {
        var all = new List<Heard>();
        foreach (var question in MessageQuestions.In(message))
        {
            var heard = One(question, snapshot, last);
            all.Add(heard);
            last = AnswerEngine.Remember(heard.Outcome);
        }

        if (all.Count == 1) return all;
        var ours = all.Where(h => h.Outcome is not NoAnswer).DistinctBy(h => Named(h.Outcome)).ToArray();
        return ours.Length > 0 ? ours : [One(message, snapshot, last)];
    }

    private static Heard One(string question, KnowledgeSnapshot snapshot, LastTurn? last)
    {
        var plain = snapshot.Engine.Ask(question, last);
        return new Heard(question, plain, OwnQuestion.Read(snapshot.Engine, snapshot.Records, question, plain));
    }

    private static string Named(Outcome outcome) => outcome switch
    {
        Answered a => $"{a.EntryId} {string.Join(' ', a.Reasons.Question.Mentions.SelectMany(m => m.Keys))}",
        Unsure u => string.Join(' ', u.EntryIds),
        _ => "",
    };
}

/// <summary>One question of a message, as the engine read it.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Plain">As it stands.</param>
/// <param name="Own">Set where it means the person's own trust, with a stand-in for that.</param>
internal sealed record Heard(string Text, Outcome Plain, Answered? Own)
{
    public Outcome Outcome => Own ?? Plain;
}
