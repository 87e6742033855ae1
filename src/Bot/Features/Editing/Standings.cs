using Bot.Knowledge;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Releases;
using Bot.Knowledge.Sources;
using Bot.Storage;

namespace Bot.Features.Editing;

/// <summary>Reads how the knowledge base stands.</summary>
public sealed class Standings(KnowledgeStore knowledge, Drafting drafting, Releasing releasing, WithdrawnArticles withdrawn, SourceStatus sources)
{
    /// <summary>Articles that have to be looked at.</summary>
    public IReadOnlyList<StaleArticle> Stale(DateOnly today) => StaleArticles.Of(knowledge.Current, today);

    internal async Task<Standing> ReadAsync(DateOnly today, CancellationToken ct)
    {
        var snapshot = knowledge.Current;
        var (served, release) = await releasing.ServedAsync(ct);
        var draft = await drafting.CurrentAsync(ct);
        return new Standing
        {
            Served = served,
            Release = release,
            Revision = snapshot.Revision,
            Articles = snapshot.Content.Articles.Count,
            Stale = StaleArticles.Of(snapshot, today).Count,
            Withdrawn = await withdrawn.ListAsync(ct),
            Drafts = draft.Rows,
            Sources = await sources.ListAsync(ct),
            DraftErrors = draft.Rows.Count == 0 ? 0 : ReleaseChecks.Read(draft.Files).Errors.Count(),
        };
    }
}
