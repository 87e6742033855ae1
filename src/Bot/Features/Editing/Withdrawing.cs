using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;
using Bot.Storage;

namespace Bot.Features.Editing;

/// <summary>Takes answers back at once, and gives them back.</summary>
public sealed class Withdrawing(WithdrawnArticles rows, KnowledgeStore knowledge)
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

    // Here at once; the other copies of the service look every second.
    private async Task FollowAsync(CancellationToken ct) => knowledge.Withdraw((await rows.ListAsync(ct)).Select(row => row.ArticleId));
}
