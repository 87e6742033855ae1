using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;

namespace Bot.Knowledge.Importing;

/// <summary>What a document says as an article that may be served, marked as unchecked.</summary>
internal static class ImportedArticle
{
    private const int MostButton = 40, MonthsToReview = 6;
    private const string Unchecked = "imported, and not checked by an editor yet";
    private const string ChangedSince = "the document has changed, and the change is not checked by an editor yet";

    public static Article New(Said said, string id, string source, IReadOnlyList<string> prompts, DateOnly today)
    {
        var (alternates, variants) = Wordings(said.Question, said.Others);
        return Worded(new Article
        {
            Id = id,
            Topic = Article.ImportedFolder,
            Heading = "",
            Button = "",
            Question = said.Question,
            Alternates = alternates,
            Variants = variants,
            Short = "",
            Status = ArticleStatus.Unverified,
            StatusNote = Unchecked,
            ValidFrom = today,
            AsOf = today,
            ReviewBy = today.AddMonths(MonthsToReview),
            Owner = "Knowledge editor",
            Confidence = Confidence.G,
            Sources = [source],
            Prompts = prompts,
            Place = new ArticlePlace($"{Article.ImportedFolder}/{id}.md", new Dictionary<string, int>(), 1),
        }, said);
    }

    /// <summary>What an editor did stays where the document says nothing new.</summary>
    public static Article Read(Article article, Said said, DateOnly today)
    {
        if (article.Digest == said.Digest) return article with { Cited = said.Cited };
        var kept = said.Pair is null ? article : Reworded(article, said);
        return Worded(kept, said) with
        {
            Status = ArticleStatus.Unverified,
            StatusNote = article.Status == ArticleStatus.Unverified ? article.StatusNote : ChangedSince,
            AsOf = today,
            ReviewBy = today.AddMonths(MonthsToReview),
        };
    }

    private static Article Worded(Article article, Said said)
    {
        var text = AnswerText.Of(said.Answer, said.Pair is null ? said.Heading : null);
        var heading = Slugs.Fit(said.Heading, ContentRules.MostHeading);
        return article with
        {
            Heading = heading,
            Button = Slugs.Fit(heading, MostButton),
            Short = text.Short,
            Points = text.Points,
            Detail = text.Detail,
            Cited = said.Cited,
            Digest = said.Digest,
        };
    }

    private static Article Reworded(Article article, Said said)
    {
        var (alternates, variants) = Wordings(said.Question, [.. said.Others, .. article.Alternates, .. article.Variants]);
        return article with { Question = said.Question, Alternates = alternates, Variants = variants };
    }

    // Alternates may not begin alike; variants may.
    private static (IReadOnlyList<string> Alternates, IReadOnlyList<string> Variants) Wordings(string question, IReadOnlyList<string> others)
    {
        var begun = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { ContentRules.FirstThree(question) };
        var (alternates, variants) = (new List<string>(), new List<string>());
        foreach (var other in others.Where(other => !string.Equals(other, question, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase))
            (begun.Add(ContentRules.FirstThree(other)) ? alternates : variants).Add(other);
        return (alternates, variants);
    }
}
