using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Importing;
using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>Which served articles a changed or vanished document puts in doubt: those that would change, and those that cite it.</summary>
internal static class SourceMarking
{
    public static IEnumerable<SourceMark> Of(ContentInWork content, SourceStep step, string document, string reason, DateTimeOffset now)
    {
        var changes = step.Drafts.Select(draft => draft.Row.Path).Where(path => path.EndsWith(".md", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        if (changes.Count == 0) return [];
        var source = DocumentDrafts.SourceOf(document);
        return content.ServedArticles
            .Where(article => changes.Contains(article.Place.Path) || (!article.IsImported && article.Sources.Contains(source)))
            .Select(article => Mark(article, document, reason, now));
    }

    /// <summary>Every served article that cites the document; none where it was never read.</summary>
    public static IEnumerable<SourceMark> Citing(ContentInWork content, string document, string reason, DateTimeOffset now) => document.Length == 0 ? []
        : content.ServedArticles.Where(article => article.Sources.Contains(DocumentDrafts.SourceOf(document))).Select(article => Mark(article, document, reason, now));

    public static SourceMark Mark(Article article, string source, string reason, DateTimeOffset now) =>
        new() { ArticleId = article.Id, Source = source, Reason = reason, Digest = DigestOf(article), At = now };

    public static string DigestOf(Article article) => Draft.HashOf(ArticleText.Of(article));
}
