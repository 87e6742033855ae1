using Bot.Roles;
using Bot.Turns;

namespace Bot.Features.Editing;

/// <summary>Hears the sentences of people who keep the knowledge base. Nobody else's are taken, so that no question is eaten.</summary>
public sealed class EditingListener(RoleGate gate, OverviewFeature overview, RefreshFeature refresh, ReleasingFeature releasing, KeepingFeature keeping) : IListener
{
    private const string OnlyPersonal = "I show the workings of the knowledge base only in your personal chat with me. Say it there.";

    public async ValueTask<TurnResult?> HearAsync(TurnContext turn, string text, CancellationToken ct)
    {
        await gate.NoteAsync(turn, ct);
        if (EditingSentence.Of(text) is not { } said || await gate.OfAsync(turn, ct) is not (> Role.None and var role)) return null;
        // "History of Barnsley" is a question, unless an article is called so.
        if (said is EditingSentence.OfArticle { What: ArticleWish.History } history && !await keeping.KnowsAsync(turn, history.Named, ct)) return null;
        if (!turn.IsPersonal) return new TurnResult.Text(OnlyPersonal);
        if (role < said.Least) return await gate.RefuseAsync(turn, said.Least, ct);
        return said switch
        {
            EditingSentence.Diff => await overview.DiffAsync(turn, 1, ct),
            EditingSentence.Audit => await overview.AuditAsync(turn, ct),
            EditingSentence.Forget => await overview.ForgetAllAsync(turn, ct),
            EditingSentence.Stale => overview.Stale(turn),
            EditingSentence.Refresh wish => await refresh.RefreshAsync(turn, wish.Source.Length == 0 ? null : wish.Source, ct),
            EditingSentence.Check => await releasing.CheckAsync(turn, ct),
            EditingSentence.Releases => await releasing.ReleasesAsync(turn, null, ct),
            EditingSentence.Publish publish => await releasing.PublishAsync(turn, publish.Why, ct),
            EditingSentence.RollBack back => await releasing.RollBackAsync(turn, back.Number, back.Why, ct),
            EditingSentence.OfArticle article => await keeping.SaidAsync(turn, article, ct),
            _ => await overview.StatusAsync(turn, ct),
        };
    }
}
