using Answers;
using Bot.Cards;
using Bot.Features.Questions;
using Bot.Knowledge;
using Bot.Storage;

namespace Bot.Commands;

/// <summary>A conversation on the command line: the same engine and cards as in Teams, without a channel.</summary>
internal sealed class Conversation(KnowledgeSnapshot snapshot, Answering answering, TimeProvider time)
{
    private Answers.LastTurn? _last;

    public (Outcome Outcome, AdaptiveCard Card) Ask(string text)
    {
        var clean = PersonalDetails.Drop(text);
        var outcome = snapshot.Engine.Ask(PersonalDetails.WithoutLabels(clean.Text), _last);
        _last = AnswerEngine.Remember(outcome);
        var context = new CardContext("000000000000", DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) { HasPostcode = clean.Found.HasFlag(PersonalDetailKinds.Postcode) };
        return (outcome, answering.Card(outcome, snapshot, context));
    }
}
