using System.Numerics;

namespace Answers.Text;

/// <summary>
/// Turns an unknown word of four or more letters into the known word nearest to it.
/// Nearness: one edit (insert, drop, change or swap) for short words, two from eight letters, three from twelve.
/// </summary>
internal sealed class Speller
{
    private const int CommonFrom = 8, MuchMore = 5, LongFrom = 7, LongestDeleted = 30;
    private readonly Dictionary<string, int> _known;
    private readonly string[] _words;       // those that may be a correction, in ordinal order
    private readonly ulong[] _deletions;    // sorted: hash of the word with one letter or none left out, then its number
    private readonly uint[] _letters;       // which letters each word has

    /// <param name="known">Words with how often they were seen; commoner words win ties.</param>
    public Speller(IReadOnlyDictionary<string, int> known)
    {
        _known = new Dictionary<string, int>(known, StringComparer.Ordinal);
        _words = [.. _known.Keys.Where(w => w.Length >= 3 && char.IsAsciiLetter(w[0]))];
        Array.Sort(_words, StringComparer.Ordinal);
        _letters = Array.ConvertAll(_words, Letters);
        var deletions = new List<ulong>(_words.Length * 9);
        for (var i = 0; i < _words.Length; i++)
            for (var without = -1; without < Math.Min(LongestDeleted, _words[i].Length); without++) deletions.Add(((ulong)Hash(_words[i], without) << 32) | (uint)i);
        _deletions = [.. deletions];
        Array.Sort(_deletions);
    }

    /// <summary>The words with how often they were seen.</summary>
    public IReadOnlyDictionary<string, int> Known => _known;

    /// <summary>The same without those doubtful words that lie one edit from a much commoner one.</summary>
    public static Speller Without(Dictionary<string, int> known, IReadOnlySet<string> doubtful)
    {
        var sure = new Speller(known.Where(pair => !doubtful.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal));
        foreach (var word in doubtful)
            if (known.TryGetValue(word, out var seen) && sure.IsNearCommon(word, seen)) known.Remove(word);
        return new Speller(known);
    }

    /// <summary>Whether it was seen at all.</summary>
    public bool Knows(string word) => _known.ContainsKey(word);

    /// <summary>Whether it was seen often.</summary>
    public bool IsCommon(string word) => _known.GetValueOrDefault(word) >= CommonFrom;

    /// <returns>The correction, or null where the word is known, short, or like nothing.</returns>
    public string? Correct(string word)
    {
        if (word.Length < 4 || _known.ContainsKey(word) || !HasOnlyLetters(word)) return null;
        return OneEdit(word) ?? (word.Length >= 8 ? MoreEdits(word) : null);
    }

    private bool IsNearCommon(string word, int seen) =>
        word.Length >= 4 && OneEdit(word, Math.Max(CommonFrom, MuchMore * seen)) is not null;

    private string? OneEdit(string word, int seenAtLeast = 0)
    {
        string? best = null;
        for (var without = -1; without < Math.Min(LongestDeleted, word.Length); without++)
        {
            var hash = (ulong)Hash(word, without) << 32;
            for (var at = FirstFrom(hash); at < _deletions.Length && (_deletions[at] & ~0xFFFFFFFFUL) == hash; at++)
            {
                var candidate = _words[(int)(uint)_deletions[at]];
                if (IsTarget(candidate) && !ReferenceEquals(candidate, best) && _known[candidate] >= seenAtLeast && Edits.Between(word, candidate, 1) <= 1 && IsBetter(word, candidate, best)) best = candidate;
            }
        }

        return best;
    }

    // Nearly anything is one edit from some code of three letters; only short forms that people use are worth it.
    private bool IsTarget(string candidate) => candidate.Length > 3 || _known[candidate] >= CommonFrom;

    // Words that begin alike lie beside each other; most of them differ in too many letters to be worth comparing.
    private string? MoreEdits(string word)
    {
        var limit = word.Length >= 12 ? 3 : 2;
        var letters = Letters(word);
        var (best, least) = ((string?)null, limit);
        for (var i = FirstWordFrom(word[0]); i < _words.Length && _words[i][0] == word[0]; i++)
        {
            var candidate = _words[i];
            if (candidate.Length < LongFrom || Math.Abs(candidate.Length - word.Length) > least) continue;
            if (BitOperations.PopCount(letters & ~_letters[i]) > least || BitOperations.PopCount(_letters[i] & ~letters) > least) continue;
            var edits = Edits.Between(word, candidate, least);
            if (edits > least || (edits == least && best is not null && !IsBetter(word, candidate, best))) continue;
            (best, least) = (candidate, edits);
        }

        return best;
    }

    // Among equally near words: the same first letter, then the commoner, then the first in order.
    private bool IsBetter(string word, string candidate, string? best)
    {
        if (best is null) return true;
        var (same, bestSame) = (candidate[0] == word[0], best[0] == word[0]);
        if (same != bestSame) return same;
        var (seen, bestSeen) = (_known[candidate], _known[best]);
        return seen != bestSeen ? seen > bestSeen : string.CompareOrdinal(candidate, best) < 0;
    }

    private int FirstFrom(ulong deletion)
    {
        var at = Array.BinarySearch(_deletions, deletion);
        return at < 0 ? ~at : at;
    }

    private int FirstWordFrom(char letter)
    {
        var at = Array.BinarySearch(_words, letter.ToString(), StringComparer.Ordinal);
        return at < 0 ? ~at : at;
    }

    private static bool HasOnlyLetters(string word)
    {
        foreach (var c in word)
            if (!char.IsAsciiLetter(c)) return false;
        return true;
    }

    private static uint Letters(string word)
    {
        var letters = 0u;
        foreach (var c in word)
            if (char.IsAsciiLetterLower(c)) letters |= 1u << (c - 'a');
        return letters;
    }

    private static uint Hash(string word, int without)
    {
        var hash = 2166136261;
        for (var i = 0; i < word.Length; i++)
            if (i != without) hash = (hash ^ word[i]) * 16777619;
        return hash;
    }
}
