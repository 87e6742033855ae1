using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;

namespace Bot.Knowledge.Importing;

/// <summary>
/// Finds the article that says what a draft says: the share of the draft's pairs of neighbouring words that the article has too,
/// rare pairs counting more. Single words do not tell: everything here is of one field.
/// </summary>
internal sealed class SharedPhrases
{
    private const int Least = 4, RareAs = 3;
    private const double LeastShare = 0.5;
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<(int, int), List<int>> _holders = [];
    private readonly Dictionary<string, int> _wordings = new(StringComparer.Ordinal);
    private readonly List<Article> _articles = [];

    public SharedPhrases(IEnumerable<Article> articles)
    {
        foreach (var article in articles) Add(article);
    }

    public void Add(Article article)
    {
        foreach (var phrase in Phrases(article))
        {
            if (!_holders.TryGetValue(phrase, out var holders)) _holders[phrase] = holders = new List<int>(1);
            holders.Add(_articles.Count);
        }

        foreach (var wording in article.Alternates.Concat(article.Variants).Prepend(article.Question)) _wordings.TryAdd(Claims.Key(wording), _articles.Count);
        _articles.Add(article);
    }

    /// <summary>An article that answers the same question counts too, whatever it answers.</summary>
    /// <param name="draft">What is new.</param>
    /// <param name="mayBe">Leaves articles out, such as the draft's own earlier words.</param>
    public (Article Article, double Share)? Likest(Article draft, Func<Article, bool> mayBe)
    {
        var nearest = Nearest(draft, mayBe);
        if (nearest is { Share: >= LeastShare }) return nearest;
        return _wordings.TryGetValue(Claims.Key(draft.Question), out var at) && mayBe(_articles[at]) ? Nearest(draft, other => other == _articles[at]) ?? (_articles[at], 0) : null;
    }

    /// <summary>The nearest, however far.</summary>
    internal (Article Article, double Share)? Nearest(Article draft, Func<Article, bool> mayBe)
    {
        var phrases = Phrases(draft);
        if (phrases.Count < Least) return null;
        var shares = new Dictionary<int, double>();
        var whole = 0.0;
        foreach (var phrase in phrases)
        {
            var holders = _holders.GetValueOrDefault(phrase);
            // What nobody says is no stronger a sign than what hardly anybody says.
            var weight = Math.Log(1 + ((_articles.Count + 1.0) / (1 + Math.Max(RareAs, holders?.Count ?? 0))));
            whole += weight;
            foreach (var at in holders ?? []) shares[at] = shares.GetValueOrDefault(at) + weight;
        }

        var best = shares.Where(s => mayBe(_articles[s.Key])).OrderByDescending(s => s.Value).ThenBy(s => s.Key).FirstOrDefault();
        return best.Value > 0 ? (_articles[best.Key], best.Value / whole) : null;
    }

    private HashSet<(int, int)> Phrases(Article article)
    {
        var phrases = new HashSet<(int, int)>();
        foreach (var part in article.Alternates.Concat(article.Points).Concat(article.Detail.Split('\n')).Prepend(article.Short).Prepend(article.Question))
        {
            var words = ContentRules.Words(part).Select(Number).ToArray();
            for (var i = 1; i < words.Length; i++) phrases.Add((words[i - 1], words[i]));
        }

        return phrases;
    }

    private int Number(string word)
    {
        var lower = word.ToLowerInvariant();
        var stem = lower.Length > 4 && lower[^1] == 's' && lower[^2] != 's' ? lower[..^1] : lower;
        return _words.TryGetValue(stem, out var number) ? number : _words[stem] = _words.Count;
    }
}
