using System.Globalization;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Documents;

namespace Bot.Knowledge.Importing;

/// <summary>Articles as pairs, for other programs and for coming back: the metadata names the article and its dates.</summary>
public static class PairExport
{
    internal const string ArticleName = "article";
    private const int MostValue = 500;

    public static IReadOnlyList<Pair> Of(Content content)
    {
        var numbers = content.Articles.Select((article, i) => (article.Id, Number: i + 1)).ToDictionary(a => a.Id, a => a.Number, StringComparer.Ordinal);
        var buttons = content.Articles.ToDictionary(a => a.Id, a => a.Button, StringComparer.Ordinal);
        return [.. content.Articles.Select(article => new Pair
        {
            Id = numbers[article.Id],
            Questions = [article.Question, .. article.Alternates, .. article.Variants],
            Answer = AnswerText.Of(article),
            Source = article.Sources.Count > 0 ? article.Sources[0] : "Editorial",
            Metadata = [.. Metadata(article).Where(m => m.Value is { Length: > 0 }).Select(m => KeyValuePair.Create(m.Key, Fit(m.Value!)))],
            Prompts = [.. article.Prompts.Where(numbers.ContainsKey).Select((prompt, i) => new PairPrompt(i, numbers[prompt], buttons[prompt]))],
        })];
    }

    private static IEnumerable<(string Key, string? Value)> Metadata(Article article)
    {
        yield return (ArticleName, article.Id);
        yield return ("topic", article.Topic);
        yield return ("status", article.Status.ToString().ToLowerInvariant());
        yield return ("validfrom", Date(article.ValidFrom));
        yield return ("validto", article.ValidTo is { } to ? Date(to) : null);
        yield return ("asof", Date(article.AsOf));
        yield return ("reviewby", Date(article.ReviewBy));
        yield return ("confidence", article.Confidence.ToString());
        yield return ("sources", string.Join(' ', article.Sources));
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // A value may hold neither sign in these layouts (custom question answering, limits of April 2026).
    private static string Fit(string value)
    {
        var text = value.Replace(':', ' ').Replace('|', ' ');
        return text.Length <= MostValue ? text : text[..MostValue];
    }
}
