using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>A served article that somebody has to look at.</summary>
/// <param name="Id">Of the article.</param>
/// <param name="Heading">Of the article.</param>
/// <param name="AsOf">As at when it was true.</param>
/// <param name="ReviewBy">By when it was to be checked.</param>
public sealed record StaleArticle(string Id, string Heading, DateOnly AsOf, DateOnly ReviewBy)
{
    public bool IsOverdue { get; init; }

    /// <summary>The source that changed or vanished; null where none did.</summary>
    public SourceMark? Doubt { get; init; }
}

/// <summary>Served articles that are past their review date, or whose source changed.</summary>
public static class StaleArticles
{
    /// <summary>Those whose review is due longest first.</summary>
    public static IReadOnlyList<StaleArticle> Of(KnowledgeSnapshot snapshot, DateOnly today) =>
    [
        .. snapshot.Content.Articles
            .Where(article => !snapshot.IsWithdrawn(article.Id))
            .Select(article => new StaleArticle(article.Id, article.Heading, article.AsOf, article.ReviewBy) { IsOverdue = today > article.ReviewBy, Doubt = snapshot.DoubtOf(article.Id) })
            .Where(article => article.IsOverdue || article.Doubt is not null)
            .OrderBy(article => article.ReviewBy).ThenBy(article => article.Id, StringComparer.Ordinal),
    ];
}
