using Answers;
using Bot.Cards;
using Bot.Features.Questions;
using Bot.Knowledge;
using Bot.Storage;
using Bot.Trusts;

namespace Bot.Commands;

/// <summary>A conversation on the command line: the same engine and cards as in Teams, without a channel.</summary>
internal sealed class Conversation(KnowledgeSnapshot snapshot, Answering answering, TimeProvider time, Hearing? besideAzure = null)
{
    private Answers.LastTurn? _last;

    /// <returns>One answer for each question in the text, at least one.</returns>
    public IReadOnlyList<(Outcome Outcome, AdaptiveCard Card)> Ask(string text)
    {
        var clean = PersonalDetails.Drop(text);
        return Told(clean, Asking.Of(PersonalDetails.WithoutLabels(clean.Text), snapshot, _last));
    }

    /// <summary>The same, with Azure question answering beside the engine where this conversation has it.</summary>
    public async Task<IReadOnlyList<(Outcome Outcome, AdaptiveCard Card)>> AskAsync(string text, CancellationToken ct)
    {
        if (besideAzure is null) return Ask(text);
        var clean = PersonalDetails.Drop(text);
        return Told(clean, await besideAzure.HearAsync(PersonalDetails.WithoutLabels(clean.Text), snapshot, _last, clean.Found == PersonalDetailKinds.None, ct));
    }

    private (Outcome Outcome, AdaptiveCard Card)[] Told(RedactionResult clean, IReadOnlyList<Heard> heard)
    {
        _last = AnswerEngine.Remember(heard[^1].Outcome);
        var context = new CardContext("000000000000", DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) { HasPostcode = clean.Found.HasFlag(PersonalDetailKinds.Postcode) };
        // Nobody is known on the command line, so nobody's trust is.
        return [.. heard.Select(h => (h.Outcome, h.Azure?.Other is { } other ? answering.Other(other, snapshot, context) : h.Own is null ? answering.Card(h.Plain, snapshot, context with { Note = h.Note, Why = h.Azure?.Why ?? "" }) : ChoosingCard.Of(snapshot.Records, h.Text)))];
    }
}
