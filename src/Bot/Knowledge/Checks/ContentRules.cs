using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Checks;

/// <summary>Rules that a set of content has to keep before it can be served. Style is linted apart, in <see cref="StyleRules"/>.</summary>
internal static class ContentRules
{
    public const int MostShortWords = 60;
    public const int LeastAlternates = 8;
    public const int MostHeading = 65;
    private const int MostButton = 40;

    public static IEnumerable<Problem> Check(Content content)
    {
        var ids = content.Articles.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var twice in content.Articles.GroupBy(a => a.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return At(twice.Last(), "id", $"The id '{twice.Key}' is used by {twice.First().Place.Path} too. Choose another.");
        foreach (var article in content.Articles)
        {
            foreach (var problem in Shape(article).Concat(Wordings(article)).Concat(Dates(article)).Concat(Links(article, ids, content)))
                yield return problem;
        }
    }

    private static IEnumerable<Problem> Shape(Article article)
    {
        if (article.Id != Path.GetFileNameWithoutExtension(article.Place.Path))
            yield return At(article, "id", $"The id '{article.Id}' differs from the file's name. Make them equal.");
        if (article.Heading.Length > MostHeading) yield return At(article, "heading", $"The heading has {article.Heading.Length} characters. Use up to {MostHeading}.");
        if (article.Heading.EndsWith('?') || article.Heading.EndsWith('.')) yield return At(article, "heading", "A heading is no question and ends without a stop.");
        if (article.Button.Length > MostButton) yield return At(article, "button", $"The button has {article.Button.Length} characters. Use up to {MostButton}.");
        var words = Words(article.Short).Length;
        if (words > MostShortWords) yield return At(article, "short", $"The short answer has {words} words. Use up to {MostShortWords}.");
        if (article.Points.Count > 14) yield return At(article, "points", "Use up to 14 points.");
        if (article.Status != ArticleStatus.Current && article.StatusNote is null)
            yield return At(article, "status", "An article that is not current needs a 'statusNote' in plain words.");
    }

    private static IEnumerable<Problem> Wordings(Article article)
    {
        // What is imported comes with few wordings: an editor adds them when the article is checked.
        if (article.Alternates.Count < LeastAlternates)
            yield return At(article, "alternates", $"There are {article.Alternates.Count} alternates. Write at least {LeastAlternates}.") with { IsWarning = article.Status == ArticleStatus.Unverified };
        var all = article.Alternates.Prepend(article.Question);
        foreach (var same in all.GroupBy(FirstThree, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            yield return At(article, "alternates", $"'{same.First()}' and '{same.Last()}' share their first three words. Reword one.");
    }

    private static IEnumerable<Problem> Dates(Article article)
    {
        if (article.ValidTo < article.ValidFrom) yield return At(article, "validTo", "'validTo' lies before 'validFrom'.");
        if (article.ReviewBy < article.AsOf) yield return At(article, "reviewBy", "'reviewBy' lies before 'asOf'.");
    }

    private static IEnumerable<Problem> Links(Article article, HashSet<string> ids, Content content)
    {
        if (article.Prompts.Count is < 2 or > 4)
            yield return At(article, "prompts", "Give 2 to 4 prompts.") with { IsWarning = article.Status == ArticleStatus.Unverified && article.Prompts.Count < 2 };
        foreach (var prompt in article.Prompts.Where(p => !ids.Contains(p) || p == article.Id))
            yield return At(article, "prompts", $"The prompt '{prompt}' is not the id of another article.");
        if (article.SupersededBy is { } next && !ids.Contains(next))
            yield return At(article, "supersededBy", $"'{next}' is not the id of an article.");
        foreach (var source in article.Sources.Where(s => !content.Sources.ContainsKey(s)))
            yield return At(article, "sources", $"'{source}' is not in sources.yaml. Add it there first.");
        if (Chain(article, content.Articles) is { } round) yield return At(article, "supersededBy", $"The chain of successors runs in a circle at '{round}'.");
    }

    private static string? Chain(Article article, IReadOnlyList<Article> all)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { article.Id };
        for (var next = article.SupersededBy; next is not null; next = all.FirstOrDefault(a => a.Id == next)?.SupersededBy)
            if (!seen.Add(next)) return next;
        return null;
    }

    internal static string FirstThree(string text) => string.Join(' ', Words(text).Take(3));

    internal static string[] Words(string text) =>
        text.Split([' ', '\n', '\t', ',', ';', ':', '.', '?', '!', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries);

    internal static Problem At(Article article, string field, string message) => new(article.Place.Path, article.Place.LineOf(field), message);
}
