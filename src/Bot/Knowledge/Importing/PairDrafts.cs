using System.Globalization;
using System.Text;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Documents;

namespace Bot.Knowledge.Importing;

/// <summary>What pairs would change in the content: a pair that names an article changes its words, any other becomes a new article.</summary>
public static class PairDrafts
{
    private const string Folder = "imported", SourcesFile = "sources.yaml";
    private const int MostHeading = 65, MostButton = 40, MonthsToReview = 6;

    /// <param name="pairs">What was read.</param>
    /// <param name="served">The content that they come on top of.</param>
    /// <param name="files">Its files.</param>
    /// <param name="name">The file's name, which becomes the source of new articles.</param>
    /// <param name="today">The date on new articles.</param>
    public static IReadOnlyList<KeyValuePair<string, string?>> Of(IReadOnlyList<Pair> pairs, Content served, ContentFiles files, string name, DateOnly today)
    {
        var articles = served.Articles.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var source = $"FILE-{Slug(name).ToUpperInvariant()}";
        var ids = Ids(pairs, articles);
        var changes = new List<KeyValuePair<string, string?>>();
        var isNew = false;
        for (var i = 0; i < pairs.Count; i++)
        {
            if (articles.TryGetValue(ids[i], out var article))
            {
                var changed = Changed(article, pairs[i]);
                if (ArticleText.Of(changed) != ArticleText.Of(article)) changes.Add(new(article.Place.Path, ArticleText.Of(changed)));
            }
            else
            {
                isNew = true;
                changes.Add(new($"{Folder}/{ids[i]}.md", ArticleText.Of(New(pairs[i], ids[i], source, Prompts(pairs[i], pairs, ids), today))));
            }
        }

        if (isNew && !served.Sources.ContainsKey(source)) changes.Add(new(SourcesFile, files.Find(SourcesFile) + Source(source, name, today)));
        return changes;
    }

    private static Article Changed(Article article, Pair pair)
    {
        var said = AnswerText.Of(pair.Answer);
        var unchanged = AnswerText.Of(article) == pair.Answer.Trim();
        var questions = pair.Questions.Skip(1).ToArray();
        var kept = article.Alternates.Concat(article.Variants).SequenceEqual(questions);
        return article with
        {
            Question = pair.Questions[0],
            Alternates = kept ? article.Alternates : questions,
            Variants = kept ? article.Variants : [],
            Short = unchanged ? article.Short : said.Short,
            Points = unchanged ? article.Points : said.Points,
            Detail = unchanged ? article.Detail : said.Detail,
        };
    }

    private static Article New(Pair pair, string id, string source, IReadOnlyList<string> prompts, DateOnly today)
    {
        var said = AnswerText.Of(pair.Answer);
        var heading = Fit(pair.Questions[0].TrimEnd('?', '.', ' '), MostHeading);
        return new Article
        {
            Id = id,
            Topic = Folder,
            Heading = heading,
            Button = Fit(heading, MostButton),
            Question = pair.Questions[0],
            Alternates = [.. pair.Questions.Skip(1)],
            Short = said.Short,
            Points = said.Points,
            Detail = said.Detail,
            Status = ArticleStatus.Unverified,
            StatusNote = "Imported, and not checked by an editor yet.",
            ValidFrom = today,
            AsOf = today,
            ReviewBy = today.AddMonths(MonthsToReview),
            Owner = "Knowledge editor",
            Confidence = Confidence.G,
            Sources = [source],
            Prompts = prompts,
            Place = new ArticlePlace($"{Folder}/{id}.md", new Dictionary<string, int>(), 1),
        };
    }

    private static string[] Prompts(Pair pair, IReadOnlyList<Pair> pairs, string[] ids) =>
        [.. pair.Prompts.Select(prompt => pairs.ToList().FindIndex(p => p.Id == prompt.PairId)).Where(at => at >= 0 && pairs[at] != pair).Select(at => ids[at]).Distinct().Take(4)];

    private static string[] Ids(IReadOnlyList<Pair> pairs, Dictionary<string, Article> articles)
    {
        var taken = new HashSet<string>(articles.Keys, StringComparer.Ordinal);
        var ids = new string[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var named = pairs[i].Metadata.FirstOrDefault(m => m.Key == PairExport.ArticleName).Value;
            if (named is not null && articles.ContainsKey(named))
            {
                ids[i] = named;
                continue;
            }

            var slug = Slug(pairs[i].Questions[0]);
            ids[i] = slug;
            for (var n = 2; !taken.Add(ids[i]); n++) ids[i] = string.Create(CultureInfo.InvariantCulture, $"{slug}-{n}");
        }

        return ids;
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length == 60) break;
        }

        return slug.ToString().Trim('-') is { Length: > 0 } made ? made : "pair";
    }

    private static string Fit(string text, int most)
    {
        if (text.Length <= most) return text;
        var space = text.LastIndexOf(' ', most);
        return text[..(space > 0 ? space : most)].TrimEnd(',', ';', ':', ' ');
    }

    private static string Source(string id, string name, DateOnly today) => string.Create(
        CultureInfo.InvariantCulture, $"- id: {id}\n  title: \"{name.Replace("\\", "", StringComparison.Ordinal).Replace("\"", "'", StringComparison.Ordinal)}\"\n  publisher: Imported file\n  date: \"{today:yyyy-MM-dd}\"\n");
}
