using Bot.Cards;
using Bot.Knowledge;
using Bot.Knowledge.Records;
using Bot.Trusts;
using Bot.Turns;

namespace Bot.Features.MyTrust;

/// <summary>A person says which trust they act for, switches between several, or has it forgotten.</summary>
public sealed class MyTrustFeature(KnowledgeStore knowledge, OwnTrusts trusts, AnswerAgain answer) : IFeature
{
    private const string NotToldApart = "I cannot tell you from others in this chat, so I cannot keep your choice. Name your trust in the question.";

    public string Name => "MyTrust";

    public IReadOnlyCollection<string> Handles { get; } =
        [RouteKey.Verb(Verbs.TrustChoose), RouteKey.Verb(Verbs.TrustSwitch), RouteKey.Verb(Verbs.TrustForget)];

    public async ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct)
    {
        if (turn.Press is not { } press) return TurnResult.Nothing;
        if (press.Verb == Verbs.TrustForget)
            return new TurnResult.Text(await trusts.ForgetAsync(turn.UserId, ct) ? OwnTrustCard.Forgotten : OwnTrustCard.NothingToForget);
        var records = knowledge.Current.Records;
        var question = press.Text("question");
        if (press.Text("trust") is not { } code || OwnTrusts.Find(records, code) is not { } trust) return new TurnResult.Card(ChoosingCard.Of(records, question));
        if (!trust.Trust.IsOpenNow) return new TurnResult.Card(ChoosingCard.AfterClosing(records, trust.Trust, question));
        if (!await trusts.ChooseAsync(turn.UserId, trust, press.Text("instead"), ct)) return new TurnResult.Text(NotToldApart);
        return question is null ? await ShowAsync(turn, records, ct) : await AnswerAsync(turn, records, trust, question, ct);
    }

    private async ValueTask<TurnResult> ShowAsync(TurnContext turn, RecordBook records, CancellationToken ct) =>
        await trusts.ReadAsync(turn.UserId, records, ct) is { } own ? new TurnResult.Card(OwnTrustCard.Of(own)) : TurnResult.Nothing;

    // The choosing card gives way to what was chosen; the answer follows as a message of its own.
    private async ValueTask<TurnResult> AnswerAsync(TurnContext turn, RecordBook records, TrustSubject trust, string question, CancellationToken ct)
    {
        var card = await answer(turn, question, turn.IsInvoke ? null : $"Your trust is now {trust.Name}.", ct);
        if (!turn.IsInvoke) return new TurnResult.Card(card);
        await turn.SendAsync(card, ct);
        return await ShowAsync(turn, records, ct);
    }
}
