using Answers;
using Bot.Cards;
using Bot.Features.Questions;
using Bot.Knowledge;

namespace Bot.Commands;

/// <summary>A conversation on the command line: the same engine and cards as in Teams, without a channel.</summary>
internal sealed class Conversation(KnowledgeSnapshot snapshot, Answering answering, TimeProvider time)
{
    private LastTurn? _last;

    public (Outcome Outcome, AdaptiveCard Card) Ask(string text)
    {
        var outcome = snapshot.Engine.Ask(text, _last);
        _last = AnswerEngine.Remember(outcome);
        var context = new CardContext("000000000000", DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        return (outcome, answering.Card(outcome, snapshot, context));
    }
}
