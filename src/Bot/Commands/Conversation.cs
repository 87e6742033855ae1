using Answers;
using Bot.Cards;
using Bot.Features.Questions;
using Bot.Knowledge;
using Bot.Trusts;

namespace Bot.Commands;

/// <summary>A conversation on the command line: the same engine and cards as in Teams, without a channel.</summary>
internal sealed class Conversation(KnowledgeSnapshot snapshot, Answering answering, TimeProvider time)
{
    private LastTurn? _last;

    public (Outcome Outcome, AdaptiveCard Card) Ask(string text)
    {
        var outcome = snapshot.Engine.Ask(text, _last);
        // Nobody is known on the command line, so nobody's trust is.
        if (OwnQuestion.Read(snapshot.Engine, snapshot.Records, text, outcome) is { } own)
        {
            _last = AnswerEngine.Remember(own);
            return (own, ChoosingCard.Of(snapshot.Records, text));
        }

        _last = AnswerEngine.Remember(outcome);
        var context = new CardContext("000000000000", DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        return (outcome, answering.Card(outcome, snapshot, context));
    }
}
