using Answers;
using Bot.Cards;
using Bot.Knowledge;
using Bot.Knowledge.Records;
using Bot.Trusts;
using Bot.Turns;

namespace Bot.Features.Questions;

/// <summary>Questions about the person's own trust, and sentences that say which one it is.</summary>
public sealed class OwnQuestions(OwnTrusts trusts, TrustHints hints, Answering answering, AnswerAgain again, ForOwnTrust forOwnTrust)
{
    // Kept as the last turn while the choosing card waits, so that a bare name is understood as its answer.
    private const string Waiting = WaitingForTrust.EntryId;
    private const int MostWords = 40;

    private const string NotToldApart = "I cannot tell you from others in this chat, so I cannot keep your trust. Name it in the question.";

    /// <returns>Null where the text says nothing about the person's own trust.</returns>
    public async ValueTask<TurnResult?> SaidAsync(TurnContext turn, string text, LastTurn? last, KnowledgeSnapshot snapshot, CardContext context, CancellationToken ct)
    {
        var waiting = last?.EntryId == Waiting ? string.Join(' ', last.Words) : null;
        return (TrustSentence.Of(text) ?? (waiting is null ? null : new TrustSentence.Named(text, false))) switch
        {
            TrustSentence.Forget => new TurnResult.Text(await trusts.ForgetAsync(turn.UserId, ct) ? OwnTrustCard.Forgotten : OwnTrustCard.NothingToForget),
            TrustSentence.Which => new TurnResult.Card(await WhichAsync(turn, snapshot.Records, ct)),
            TrustSentence.Change => new TurnResult.Card(ChoosingCard.Of(snapshot.Records)),
            TrustSentence.Named named => await NamedAsync(turn, named, waiting, snapshot, context, ct),
            _ => null,
        };
    }

    /// <summary>The answer for the person's trust, or the card that asks which one it is.</summary>
    public async ValueTask<Told> AnswerAsync(TurnContext turn, string text, Answered named, KnowledgeSnapshot snapshot, CardContext context, CancellationToken ct)
    {
        if (await trusts.ReadAsync(turn.UserId, snapshot.Records, ct) is not { Current: var own })
            return Wait(named, text, ChoosingCard.Of(snapshot.Records, text, context.Note, await hints.FindAsync(turn, snapshot.Records, ct)));
        if (!own.Trust.IsOpenNow) return Wait(named, text, ChoosingCard.AfterClosing(snapshot.Records, own.Trust, text));
        var outcome = OwnQuestion.About(own, named, snapshot.Records);
        var card = answering.Card(outcome, snapshot, context with { Note = context.Note ?? $"For your trust, {own.Name}" });
        return new Told(outcome, AnswerEngine.Remember(outcome), card);
    }

    /// <returns>Null where the article is shown as to everyone.</returns>
    public ValueTask<AdaptiveCard?> ArticleAsync(TurnContext turn, string article, CancellationToken ct) => forOwnTrust(turn, article, null, ct);

    /// <summary>The answer to a question that is not about the person's trust, unless they are going through the eight questions for it.</summary>
    public async ValueTask<AdaptiveCard> PlainAsync(TurnContext turn, Outcome outcome, KnowledgeSnapshot snapshot, CardContext context, CancellationToken ct) =>
        (outcome is Answered { EntryId: var article } ? await forOwnTrust(turn, article, context.Note, ct) : null) ?? answering.Card(outcome, snapshot, context);

    private async ValueTask<AdaptiveCard> WhichAsync(TurnContext turn, RecordBook records, CancellationToken ct) => await trusts.ReadAsync(turn.UserId, records, ct) switch
    {
        null => ChoosingCard.Of(records, lead: "You have not told me a trust yet.", suggestion: await hints.FindAsync(turn, records, ct)),
        { Current.Trust: { IsOpenNow: false } closed } => ChoosingCard.AfterClosing(records, closed, null),
        var own => OwnTrustCard.Of(own),
    };

    private async ValueTask<TurnResult?> NamedAsync(TurnContext turn, TrustSentence.Named said, string? waiting, KnowledgeSnapshot snapshot, CardContext context, CancellationToken ct)
    {
        var naming = TrustNaming.Of(said.Name, snapshot);
        var records = snapshot.Records;
        switch (naming)
        {
            case { Trusts: [{ Trust.IsOpenNow: false } closed] }: return new TurnResult.Card(ChoosingCard.AfterClosing(records, closed.Trust, waiting));
            case { Trusts: [var trust] }: return await ChosenAsync(turn, trust, waiting, snapshot, context, ct);
            case { Trusts.Count: > 1 }: return new TurnResult.Card(ChoosingCard.Among(naming.Trusts, "That name fits several trusts. Choose yours.", waiting));
            case { Nearby.Count: > 0 } when said.Plainly || waiting is not null:
                return new TurnResult.Card(ChoosingCard.Among(naming.Nearby, "That names a place rather than a trust. Choose your trust.", waiting));
            case { Nation: { } nation } when said.Plainly:
                return new TurnResult.Card(ChoosingCard.Of(records, waiting, $"That name is in {nation}. I know NHS trusts in England only; for {nation} ask the health service there."));
            default: return said.Plainly ? new TurnResult.Card(ChoosingCard.Of(records, waiting, "I do not know an NHS trust of that name.")) : null;
        }
    }

    private async ValueTask<TurnResult> ChosenAsync(TurnContext turn, TrustSubject trust, string? waiting, KnowledgeSnapshot snapshot, CardContext context, CancellationToken ct)
    {
        if (!await trusts.ChooseAsync(turn.UserId, trust, null, ct)) return new TurnResult.Text(NotToldApart);
        if (waiting is not null) return new TurnResult.Card(await again(turn, waiting, null, ct));
        return await trusts.ReadAsync(turn.UserId, snapshot.Records, ct) is { } own ? new TurnResult.Card(OwnTrustCard.Of(own)) : TurnResult.Nothing;
    }

    private static Told Wait(Outcome outcome, string text, AdaptiveCard card) =>
        new(outcome, new LastTurn(Waiting, [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords)], []), card);
}

/// <summary>What became of a question.</summary>
/// <param name="Outcome">For the log.</param>
/// <param name="Remember">What the next question may lean on.</param>
/// <param name="Card">The answer, or the card that asks which trust.</param>
public sealed record Told(Outcome Outcome, LastTurn Remember, AdaptiveCard Card);
