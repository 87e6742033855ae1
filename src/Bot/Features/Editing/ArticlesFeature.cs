using Bot.Cards;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;
using Bot.Roles;
using Bot.Turns;

namespace Bot.Features.Editing;

/// <summary>Editing one article in a form, with the answer drawn beneath it.</summary>
public sealed class ArticlesFeature(RoleGate gate, ArticleNames names, ArticleDrafts drafts) : IFeature
{
    private const string Gone = "That article is no longer there. Say \"status\" to see how things stand.";
    private const string NoReason = "Say why in a few words: it goes into the audit log. Your text is still in the form.";

    public string Name => "Articles";

    public IReadOnlyCollection<string> Handles { get; } =
    [
        RouteKey.Verb(EditingVerbs.Edit), RouteKey.DialogOpened(EditingVerbs.Edit), RouteKey.Verb(EditingVerbs.EditPreview), RouteKey.DialogSent(EditingVerbs.EditPreview),
        RouteKey.Verb(EditingVerbs.EditSave), RouteKey.DialogSent(EditingVerbs.EditSave),
    ];

    public async ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct)
    {
        if (await gate.RefuseAsync(turn, Role.Editor, ct) is { } refused) return refused;
        var press = turn.Press!;
        if (press.Text("article") is not { } id || await names.ByIdAsync(id, ct) is not { } found) return new TurnResult.Text(Gone);
        if (press.Verb == EditingVerbs.Edit) return Shown(turn, found, ArticleForm.Of(found.Value, Draft.HashOf(found.Text)), FormNotes.None);
        var form = ArticleForm.Read(press);
        if (form.Problem() is { } problem) return Shown(turn, found, form, new FormNotes { Problems = [problem] });
        return press.Verb == EditingVerbs.EditPreview
            ? Shown(turn, found, form, drafts.Judge(found, form.ToArticle(found.Value), turn.Today))
            : await SaveAsync(turn, found, form, ct);
    }

    private async ValueTask<TurnResult> SaveAsync(TurnContext turn, FoundArticle found, ArticleForm form, CancellationToken ct)
    {
        if (form.Why.Trim().Length == 0) return Shown(turn, found, form, new FormNotes { Problems = [NoReason] });
        var edited = form.ToArticle(found.Value);
        if (await drafts.KeepAsync(found, edited, form, new Editor(RoleGate.IdOf(turn), EditorWords.Cut(form.Why.Trim(), 500)), ct) is { } notes)
            return Shown(turn, found, notes.Kept.Count > 0 ? form with { Base = Draft.HashOf(found.Text) } : form, notes);
        var card = ArticleCards.Kept("Draft saved", $"\"{edited.Heading}\" waits with your changes.{ToMend(edited)}", await gate.OfAsync(turn, ct), edited.Id);
        if (!turn.IsDialog) return new TurnResult.Card(card);
        await turn.SendAsync(card, ct);
        return TurnResult.Nothing;
    }

    private static string ToMend(Article edited) => ArticleDrafts.ToMend(edited) is { Count: > 0 } style ? $" To be mended before it is published: {string.Join(' ', style.Take(3))}" : "";

    private static TurnResult Shown(TurnContext turn, FoundArticle found, ArticleForm form, FormNotes notes)
    {
        AdaptiveCard card = ArticleFormCard.Of(found.Value, form, turn.IsDialog, notes);
        return turn.IsDialog ? new TurnResult.Dialog(ArticleFormCard.Title, card) : new TurnResult.Card(card);
    }
}
