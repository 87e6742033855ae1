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

    /// <returns>One answer for each question in the text, at least one.</returns>
    public IReadOnlyList<(Outcome Outcome, AdaptiveCard Card)> Ask(string text)
    {
        var clean = PersonalDetails.Drop(text);
        var outcomes = Asking.Of(PersonalDetails.WithoutLabels(clean.Text), snapshot, _last);
        _last = AnswerEngine.Remember(outcomes[^1]);
        var context = new CardContext("000000000000", DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) { HasPostcode = clean.Found.HasFlag(PersonalDetailKinds.Postcode) };
        return [.. outcomes.Select(o => (o, answering.Card(o, snapshot, context)))];
    }
}
