using Answers;
using Bot.Cards;
using Bot.Features.Questions;
using Bot.Knowledge;
using Bot.Storage;
using Bot.Trusts;

namespace Bot.Commands;

/// <summary>A conversation on the command line: the same engine and cards as in Teams, without a channel.</summary>
internal sealed class Conversation(KnowledgeSnapshot snapshot, Answering answering, TimeProvider time)
{
    private Answers.LastTurn? _last;

    /// <returns>One answer for each question in the text, at least one.</returns>
    public IReadOnlyList<(Outcome Outcome, AdaptiveCard Card)> Ask(string text)
    {
        var clean = PersonalDetails.Drop(text);
        var asked = PersonalDetails.WithoutLabels(clean.Text);
        var outcomes = Asking.Of(asked, snapshot, _last);
        // Nobody is known on the command line, so nobody's trust is.
        if (outcomes.Count == 1 && OwnQuestion.Read(snapshot.Engine, snapshot.Records, asked, outcomes[0]) is { } own)
        {
            _last = AnswerEngine.Remember(own);
            return [(own, ChoosingCard.Of(snapshot.Records, asked))];
        }

        _last = AnswerEngine.Remember(outcomes[^1]);
        var context = new CardContext("000000000000", DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) { HasPostcode = clean.Found.HasFlag(PersonalDetailKinds.Postcode) };
        return [.. outcomes.Select(o => (o, answering.Card(o, snapshot, context)))];
    }
}
