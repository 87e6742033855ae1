using Bot.Knowledge.Articles;

namespace Bot.Features.Governors;

/// <summary>Cuts the detail of an article at its headings.</summary>
internal static class ArticleParts
{
    /// <returns>The Markdown under the heading; null where the article has none of that name.</returns>
    public static string? Under(Article article, string heading)
    {
        var text = $"\n{article.Detail.ReplaceLineEndings("\n")}\n";
        var title = $"\n## {heading}\n";
        var start = text.IndexOf(title, StringComparison.Ordinal);
        if (start < 0) return null;
        start += title.Length;
        var end = text.IndexOf("\n## ", start - 1, StringComparison.Ordinal);
        return text[start..(end < 0 ? text.Length : Math.Max(start, end))].Trim();
    }
}
