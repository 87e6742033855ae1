using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;
using Bot.Storage;
using Bot.Storage.Sources;

namespace Bot.Features.Editing;

/// <summary>Takes answers back at once, gives them back, and takes away doubts; all without a release.</summary>
public sealed class Withdrawing(WithdrawnArticles rows, SourceMarks marks, KnowledgeStore knowledge)
{
    public async Task<WithdrawnArticle?> FindAsync(string id, CancellationToken ct) => (await rows.ListAsync(ct)).FirstOrDefault(row => row.ArticleId == id);

    /// <returns>Headings of the answers that lead to it.</returns>
    public async Task<IReadOnlyList<string>> WithdrawAsync(Article article, Editor editor, CancellationToken ct)
    {
        await rows.WithdrawAsync(article.Id, editor.Who, editor.Why, ct);
        await FollowAsync(ct);
        return [.. knowledge.Current.Content.Articles.Where(other => other.Prompts.Contains(article.Id, StringComparer.Ordinal)).Select(other => other.Heading)];
    }

    public async Task RestoreAsync(Article article, Editor editor, CancellationToken ct)
    {
        await rows.RestoreAsync(article.Id, editor.Who, editor.Why, ct);
        await FollowAsync(ct);
    }

    /// <summary>The source of it that changed; null where none did.</summary>
    public SourceMark? DoubtOf(string id) => knowledge.Current.DoubtOf(id);

    public async Task DismissAsync(Article article, Editor editor, CancellationToken ct)
    {
        await marks.DismissAsync(article.Id, editor.Who, editor.Why, ct);
        knowledge.Doubt(await marks.ListAsync(ct));
    }

    // Here at once; the other copies of the service look every second.
    private async Task FollowAsync(CancellationToken ct) => knowledge.Withdraw((await rows.ListAsync(ct)).Select(row => row.ArticleId));
}
