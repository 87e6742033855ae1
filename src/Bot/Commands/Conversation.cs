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
        var heard = Asking.Of(PersonalDetails.WithoutLabels(clean.Text), snapshot, _last);
        _last = AnswerEngine.Remember(heard[^1].Outcome);
        var context = new CardContext("000000000000", DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) { HasPostcode = clean.Found.HasFlag(PersonalDetailKinds.Postcode) };
        // Nobody is known on the command line, so nobody's trust is.
        return [.. heard.Select(h => (h.Outcome, h.Own is null ? answering.Card(h.Plain, snapshot, context with { Note = h.Note }) : ChoosingCard.Of(snapshot.Records, h.Text)))];
    }
}
