using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;

namespace Bot.Knowledge.Importing;

/// <summary>Finds the article that says most of what a draft says: the share of the draft's words that the article has too, rare words counting more.</summary>
internal sealed class SharedWords
{
    private const int LeastWords = 4, ShortestWord = 3;
    private const double LeastShare = 0.6;
    private readonly Dictionary<string, List<int>> _holders = new(StringComparer.Ordinal);
    private readonly List<Article> _articles = [];

    public SharedWords(IEnumerable<Article> articles)
    {
        foreach (var article in articles) Add(article);
    }

    public void Add(Article article)
    {
        foreach (var word in Words(article))
        {
            if (!_holders.TryGetValue(word, out var holders)) _holders[word] = holders = [];
            holders.Add(_articles.Count);
        }

        _articles.Add(article);
    }

    /// <param name="draft">What is new.</param>
    /// <param name="mayBe">Leaves articles out, such as the draft's own earlier words.</param>
    public (Article Article, double Share)? Likest(Article draft, Func<Article, bool> mayBe)
    {
        var words = Words(draft);
        if (words.Count < LeastWords) return null;
        var shares = new Dictionary<int, double>();
        var whole = 0.0;
        foreach (var word in words)
        {
            var holders = _holders.GetValueOrDefault(word);
            var weight = Math.Log(1 + (_articles.Count + 1.0) / (1 + (holders?.Count ?? 0)));
            whole += weight;
            foreach (var at in holders ?? []) shares[at] = shares.GetValueOrDefault(at) + weight;
        }

        var best = shares.Where(s => s.Value / whole >= LeastShare && mayBe(_articles[s.Key])).OrderByDescending(s => s.Value).ThenBy(s => s.Key).FirstOrDefault();
        return best.Value > 0 ? (_articles[best.Key], best.Value / whole) : null;
    }

    private static HashSet<string> Words(Article article) =>
        [.. ContentRules.Words($"{article.Question} {string.Join(' ', article.Alternates)} {article.Short} {string.Join(' ', article.Points)} {article.Detail}").Where(word => word.Length >= ShortestWord).Select(Stem)];

    private static string Stem(string word)
    {
        var lower = word.ToLowerInvariant();
        return lower.Length > 4 && lower[^1] == 's' && lower[^2] != 's' ? lower[..^1] : lower;
    }
}
