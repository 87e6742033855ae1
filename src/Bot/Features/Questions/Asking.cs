using Answers;
using Bot.AzureAnswers;
using Bot.Knowledge;
using Bot.Knowledge.Releases;

namespace Bot.Features.Questions;

/// <summary>Asks the engine everything that a message asks, each question knowing the one before.</summary>
internal static class Asking
{
    /// <returns>One outcome for each question that was taken, at least one. Of several, those that are not ours are left out beside those that are.</returns>
    public static IReadOnlyList<Heard> Of(string message, KnowledgeSnapshot snapshot, LastTurn? last)
    {
        var questions = MessageQuestions.In(message);
        if (questions.Count == 1) return Single(questions[0], snapshot, last);
        var all = new List<Heard>();
        var before = last;
        foreach (var question in questions)
        {
            var heard = One(question, snapshot, before);
            all.Add(heard);
            before = AnswerEngine.Remember(heard.Outcome);
        }

        var ours = all.Where(h => h.Outcome is not NoAnswer).DistinctBy(h => Named(h.Outcome)).ToArray();
        if (ours.Length == 0) return [One(message, snapshot, before)];
        if (MessageQuestions.LeftOut(message) is > 0 and var more) ours[0] = ours[0] with { Note = Note(more) };
        return ours;
    }

    private static Heard[] Single(string question, KnowledgeSnapshot snapshot, LastTurn? last)
    {
        var whole = One(question, snapshot, last);
        if (MessageQuestions.Halves(question) is var (first, second) && Two(first, second, snapshot, last) is { } two && two.All(h => Score(h) > Score(whole))) return two;
        if (IsAnswered(whole)) return [whole];
        var parts = MessageQuestions.Parts(question).Select(p => One(p, snapshot, last)).Where(IsAnswered).ToArray();
        return [parts.MaxBy(Score) ?? whole];
    }

    private static Heard[]? Two(string first, string second, KnowledgeSnapshot snapshot, LastTurn? last)
    {
        var one = One(first, snapshot, last);
        if (!IsAnswered(one)) return null;
        var two = One(second, snapshot, AnswerEngine.Remember(one.Outcome));
        return IsAnswered(two) && Named(one.Outcome) != Named(two.Outcome) ? [one, two] : null;
    }

    private static Heard One(string question, KnowledgeSnapshot snapshot, LastTurn? last)
    {
        var plain = snapshot.Engine.Ask(question, last);
        return new Heard(question, plain, OwnQuestion.Read(snapshot.Engine, snapshot.Records, question, plain));
    }

    private static bool IsAnswered(Heard heard) => heard.Own is not null || heard.Plain is Answered { EntryId: not EntryIds.SmallTalk };

    private static double Score(Heard heard) => heard.Outcome.Reasons.Score;

    private static string Note(int more) => more == 1
        ? $"I answer the first {MessageQuestions.Most} of your questions. Ask the last one again."
        : $"I answer the first {MessageQuestions.Most} of your questions. Ask the other {more} again.";

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

    /// <summary>Set where Azure question answering decided; <see cref="Plain"/> is then its outcome.</summary>
    public AzureDecision? Azure { get; init; }

    /// <summary>Said above its answer: which questions of a long message were taken.</summary>
    public string? Note { get; init; }
}
