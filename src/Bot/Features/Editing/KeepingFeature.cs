using Bot.Cards;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;
using Bot.Roles;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Editing;

/// <summary>What is done to one article without its form: history, a wording more, taking it back, retiring it.</summary>
public sealed class KeepingFeature(RoleGate gate, ArticleNames names, Withdrawing withdrawing, Retiring retiring, AuditRows audit) : IFeature
{
    private const string Gone = "That article is no longer there. Say \"status\" to see how things stand.";
    private const string NoReason = "Say why in a few words: it goes into the audit log.";
    private const int MostHistory = 12;

    public string Name => "Keeping";

    public IReadOnlyCollection<string> Handles { get; } =
    [
        RouteKey.Verb(EditingVerbs.Article), RouteKey.Verb(EditingVerbs.History), RouteKey.Verb(EditingVerbs.WordingForm), RouteKey.Verb(EditingVerbs.Wording),
        RouteKey.Verb(EditingVerbs.WithdrawForm), RouteKey.Verb(EditingVerbs.Withdraw), RouteKey.Verb(EditingVerbs.Restore), RouteKey.Verb(EditingVerbs.RetireForm),
        RouteKey.Verb(EditingVerbs.DismissForm), RouteKey.Verb(EditingVerbs.Dismiss), RouteKey.Verb(EditingVerbs.Retire),
    ];

    public async ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct)
    {
        var press = turn.Press!;
        if (await gate.RefuseAsync(turn, LeastFor(press.Verb), ct) is { } refused) return refused;
        if (press.Text("article") is not { } id || await names.ByIdAsync(id, ct) is not { } found) return new TurnResult.Text(Gone);
        var why = press.Text("why")?.Trim() ?? "";
        return press.Verb switch
        {
            EditingVerbs.History => await HistoryAsync(turn, found, ct),
            EditingVerbs.WordingForm => Card(ArticleCards.WordingForm(found)),
            EditingVerbs.Wording => await WordingAsync(turn, found, press.Text("wording")?.Trim() ?? "", why, ct),
            EditingVerbs.WithdrawForm => Card(ArticleCards.WithdrawForm(found)),
            EditingVerbs.Withdraw when why.Length > 0 => await WithdrawAsync(turn, found, why, ct),
            EditingVerbs.Restore => await RestoreAsync(turn, found, why, ct),
            EditingVerbs.DismissForm => Card(ArticleCards.DismissForm(found)),
            EditingVerbs.Dismiss when why.Length > 0 => await DismissAsync(turn, found, why, ct),
            EditingVerbs.RetireForm => Card(Retiring.Form(found, turn.Today)),
            EditingVerbs.Retire when why.Length > 0 => await RetireAsync(turn, found, press, why, ct),
            EditingVerbs.Article => await ShowAsync(turn, found, ct),
            _ => new TurnResult.Text(NoReason),
        };
    }

    /// <summary>The same, said in words.</summary>
    internal async ValueTask<TurnResult> SaidAsync(TurnContext turn, EditingSentence.OfArticle said, CancellationToken ct)
    {
        if (await names.FindAsync(said.Named, turn, ct) is not { } found) return Card(ArticleCards.NotFound(said.Named, names.Near(said.Named)));
        return said.What switch
        {
            ArticleWish.History => await HistoryAsync(turn, found, ct),
            ArticleWish.Wording => said.Why.Length > 0 ? Card(ArticleCards.WordingForm(found, said.Why)) : Card(ArticleCards.WordingForm(found)),
            ArticleWish.Retire => Card(Retiring.Form(found, turn.Today)),
            ArticleWish.Withdraw => said.Why.Length > 0 ? await WithdrawAsync(turn, found, said.Why, ct) : Card(ArticleCards.WithdrawForm(found)),
            ArticleWish.Restore => await RestoreAsync(turn, found, said.Why, ct),
            _ => await ShowAsync(turn, found, ct),
        };
    }

    /// <summary>Whether the words name an article: "history of Barnsley" is a question.</summary>
    public async ValueTask<bool> KnowsAsync(TurnContext turn, string named, CancellationToken ct) => await names.FindAsync(named, turn, ct) is not null;

    private async ValueTask<TurnResult> ShowAsync(TurnContext turn, FoundArticle found, CancellationToken ct) =>
        Card(ArticleCards.Of(found, await withdrawing.FindAsync(found.Value.Id, ct), withdrawing.DoubtOf(found.Value.Id), await gate.OfAsync(turn, ct), RoleGate.IdOf(turn)));

    private async ValueTask<TurnResult> HistoryAsync(TurnContext turn, FoundArticle found, CancellationToken ct) => Card(AuditCard.OfArticle(
        found.Value.Heading, found.Value.Id, await audit.OfArticleAsync(found.Value.Place.Path, found.Value.Id, MostHistory, ct), RoleGate.IdOf(turn)));

    private async ValueTask<TurnResult> WordingAsync(TurnContext turn, FoundArticle found, string wording, string why, CancellationToken ct)
    {
        if (await retiring.AddWordingAsync(found, wording, EditorOf(turn, why), ct) is { } problem) return Card(ArticleCards.WordingForm(found, wording, problem));
        return Card(ArticleCards.Kept("Wording added", $"\"{wording}\" leads to \"{found.Value.Heading}\" once it is published.", await gate.OfAsync(turn, ct), found.Value.Id));
    }

    private async ValueTask<TurnResult> WithdrawAsync(TurnContext turn, FoundArticle found, string why, CancellationToken ct) =>
        Card(ArticleCards.Withdrawn(found, await withdrawing.WithdrawAsync(found.Value, EditorOf(turn, why), ct)));

    private async ValueTask<TurnResult> RestoreAsync(TurnContext turn, FoundArticle found, string why, CancellationToken ct)
    {
        if (await withdrawing.FindAsync(found.Value.Id, ct) is null) return new TurnResult.Text($"\"{found.Value.Heading}\" is not withdrawn, so it is shown already.");
        if (why.Length == 0) return Card(ArticleCards.RestoreForm(found));
        await withdrawing.RestoreAsync(found.Value, EditorOf(turn, why), ct);
        return await ShowAsync(turn, found, ct);
    }

    private async ValueTask<TurnResult> DismissAsync(TurnContext turn, FoundArticle found, string why, CancellationToken ct)
    {
        await withdrawing.DismissAsync(found.Value, EditorOf(turn, why), ct);
        return await ShowAsync(turn, found, ct);
    }

    private async ValueTask<TurnResult> RetireAsync(TurnContext turn, FoundArticle found, CardPress press, string why, CancellationToken ct)
    {
        var (successor, until, note) = (press.Text("successor") ?? "", DateInput.Read(press.Text("until")), press.Text("note")?.Trim() ?? "");
        if (await retiring.RetireAsync(found, successor, until, note, EditorOf(turn, why), ct) is { } problem) return Card(Retiring.Form(found, turn.Today, problem));
        return Card(ArticleCards.Kept("Retired, as a draft", $"\"{found.Value.Heading}\" becomes an answer about the past and leads to its successor once this is published.", await gate.OfAsync(turn, ct), found.Value.Id));
    }

    private static Editor EditorOf(TurnContext turn, string why) => new(RoleGate.IdOf(turn), EditorWords.Cut(why, 500));

    private static Role LeastFor(string verb) => verb switch
    {
        EditingVerbs.Article or EditingVerbs.History => Role.Viewer,
        EditingVerbs.WithdrawForm or EditingVerbs.Withdraw or EditingVerbs.Restore => Role.Admin,
        _ => Role.Editor,
    };

    private static TurnResult.Card Card(AdaptiveCard card) => new(card);
}
