namespace Answers.Text;

/// <summary>
/// Turns an unknown word of four or more letters into the known word nearest to it.
/// Nearness: one edit (insert, drop, change or swap) for short words, two from eight letters, three from twelve.
/// </summary>
internal sealed class Speller
{
    private const int CommonFrom = 8, MuchMore = 5;
    private readonly Dictionary<string, int> _known;
    private readonly Dictionary<int, List<string>> _byDeletion = [];
    private readonly Dictionary<char, List<string>> _byFirst = [];

    /// <param name="known">Words with how often they were seen; commoner words win ties.</param>
    public Speller(IReadOnlyDictionary<string, int> known)
    {
        _known = new Dictionary<string, int>(known, StringComparer.Ordinal);
        foreach (var word in _known.Keys.Where(w => w.Length >= 3 && char.IsAsciiLetter(w[0])).Order(StringComparer.Ordinal))
        {
            foreach (var key in Deletions(word).Distinct()) Put(_byDeletion, key, word);
            if (word.Length >= 7) Put(_byFirst, word[0], word);
        }
    }

    /// <summary>The same without those doubtful words that lie one edit from a much commoner one.</summary>
    public static Speller Without(Dictionary<string, int> known, IReadOnlySet<string> doubtful)
    {
        var sure = new Speller(known.Where(pair => !doubtful.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal));
        foreach (var word in doubtful)
            if (known.TryGetValue(word, out var seen) && sure.IsNearCommon(word, seen)) known.Remove(word);
        return new Speller(known);
    }

    private bool IsNearCommon(string word, int seen) =>
        word.Length >= 4 && OneEdit(word).Any(near => _known[near.Word] >= Math.Max(CommonFrom, MuchMore * seen));

    public bool Knows(string word) => _known.ContainsKey(word);

    /// <summary>Whether it was seen often.</summary>
    public bool IsCommon(string word) => _known.GetValueOrDefault(word) >= CommonFrom;

    /// <returns>The correction, or null where the word is known, short, or like nothing.</returns>
    public string? Correct(string word)
    {
        if (word.Length < 4 || _known.ContainsKey(word) || !word.All(char.IsAsciiLetter)) return null;
        return Best(word, OneEdit(word)) ?? (word.Length >= 8 ? Best(word, MoreEdits(word)) : null);
    }

    private string? Best(string word, IEnumerable<(string Word, int Edits)> candidates) => candidates
        .OrderBy(c => c.Edits)
        .ThenBy(c => c.Word[0] == word[0] ? 0 : 1)
        .ThenByDescending(c => _known[c.Word])
        .ThenBy(c => c.Word, StringComparer.Ordinal)
        .Select(c => c.Word)
        .FirstOrDefault();

    private IEnumerable<(string Word, int Edits)> OneEdit(string word)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in Deletions(word).Distinct())
        {
            if (!_byDeletion.TryGetValue(key, out var bucket)) continue;
            foreach (var candidate in bucket)
                if (IsTarget(candidate) && seen.Add(candidate) && Edits.Between(word, candidate, 1) <= 1) yield return (candidate, 1);
        }
    }

    // Nearly anything is one edit from some code of three letters; only short forms that people use are worth it.
    private bool IsTarget(string candidate) => candidate.Length > 3 || _known[candidate] >= CommonFrom;

    private IEnumerable<(string, int)> MoreEdits(string word)
    {
        var limit = word.Length >= 12 ? 3 : 2;
        if (!_byFirst.TryGetValue(word[0], out var bucket)) yield break;
        foreach (var candidate in bucket)
        {
            if (Math.Abs(candidate.Length - word.Length) > limit) continue;
            var edits = Edits.Between(word, candidate, limit);
            if (edits <= limit) yield return (candidate, edits);
        }
    }

    private static IEnumerable<int> Deletions(string word)
    {
        yield return string.GetHashCode(word.AsSpan(), StringComparison.Ordinal);
        for (var i = 0; i < word.Length; i++)
            yield return string.GetHashCode(word.Remove(i, 1).AsSpan(), StringComparison.Ordinal);
    }

    private static void Put<TKey>(Dictionary<TKey, List<string>> map, TKey key, string word) where TKey : notnull
    {
        if (!map.TryGetValue(key, out var bucket)) map[key] = bucket = [];
        bucket.Add(word);
    }
}
