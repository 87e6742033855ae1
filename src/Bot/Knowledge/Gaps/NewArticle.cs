using System.Globalization;
using System.Text;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Gaps;

/// <summary>The words of an article that an editor begins. All else of its head is filled in so that it says what it is: not checked yet.</summary>
public sealed record NewArticle(string Heading, string Question, string Short)
{
    private const string Folder = "asked";
    private const int MostButton = 40, MostSlug = 50, MonthsToReview = 3, MostPrompts = 2;

    /// <param name="articles">Those that there are.</param>
    /// <param name="nearest">Ids of what may be asked next.</param>
    /// <param name="today">Its dates.</param>
    internal Article Make(IReadOnlyList<Article> articles, IReadOnlyList<string> nearest, DateOnly today)
    {
        var id = Free(Slug(Heading), [.. articles.Select(article => article.Id)]);
        return new Article
        {
            Id = id,
            Topic = Folder,
            Heading = Heading,
            Button = Button(Heading),
            Question = Question,
            Alternates = [],
            Short = Short,
            Status = ArticleStatus.Unverified,
            StatusNote = "It was drafted because people asked, and is not checked yet",
            ValidFrom = today,
            AsOf = today,
            ReviewBy = today.AddMonths(MonthsToReview),
            Owner = "Knowledge editor",
            Confidence = Confidence.G,
            Sources = [],
            Prompts = [.. nearest.Where(near => articles.Any(article => article.Id == near)).Take(MostPrompts)],
            Place = new ArticlePlace($"{Folder}/{id}.md", new Dictionary<string, int>(), 1),
        };
    }

    private static string Free(string slug, HashSet<string> taken)
    {
        var id = slug;
        for (var n = 2; taken.Contains(id); n++) id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{n}");
        return id;
    }

    private static string Button(string heading)
    {
        if (heading.Length <= MostButton) return heading;
        var space = heading.LastIndexOf(' ', MostButton);
        return heading[..(space > 0 ? space : MostButton)];
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length == MostSlug) break;
        }

        return slug.ToString().Trim('-') is { Length: > 0 } made ? made : "asked";
    }
}
