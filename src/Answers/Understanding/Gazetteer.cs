using System.Collections.Frozen;
using Answers.Text;

namespace Answers.Understanding;

/// <summary>Knows every name and finds them in a run of words.</summary>
internal sealed class Gazetteer
{
    // A name that is also an ordinary word ("Bath", "Reading", "Deal") counts only beside one of these.
    private static readonly FrozenSet<string> Before =
        new[] { "in", "at", "near", "covers", "cover", "around", "include", "includes", "ics", "stp", "icb", "from", "about" }.ToFrozenSet();

    private static readonly FrozenSet<string> After =
        new[] { "ics", "icss", "stp", "icb", "footprint", "ccg", "council", "hospital" }.ToFrozenSet();

    private readonly Phrases<Mention> _names = new();
    private readonly HashSet<string> _ordinary = new(StringComparer.Ordinal);

    public Gazetteer(IReadOnlyList<Name> names)
    {
        var groups = names
            .SelectMany(name => Variants(name.Surface).Select(words => (Name: name, Words: words)))
            .GroupBy(pair => string.Join(' ', pair.Words), StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var first = group.First();
            var keys = group.Select(pair => pair.Name.Key).Distinct(StringComparer.Ordinal).ToArray();
            _names.Add(first.Words, new Mention(first.Name.Surface, first.Name.Kind, keys));
            foreach (var word in first.Words) Words.Add(word);
            if (group.Any(pair => pair.Name.Ordinary)) _ordinary.Add(group.Key);
        }
    }

    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    public (int Length, Mention Mention)? At(List<string> words, List<Token> tokens, int at)
    {
        if (_names.At(words, at) is not var (length, mention)) return null;
        return length > 1 || !_ordinary.Contains(words[at]) || IsPointedAt(words, tokens, at) ? (length, mention) : null;
    }

    private static bool IsPointedAt(List<string> words, List<Token> tokens, int at)
    {
        if (at + 1 < words.Count && words[at + 1].Length == 4 && char.IsAsciiDigit(words[at + 1][0])) return false;
        if (at > 0 && (tokens[at].Capital || Before.Contains(words[at - 1]))) return true;
        if (at + 1 == words.Count) return words.Count == 1;
        return After.Contains(words[at + 1]) || (words[at + 1] == "in" && at > 0 && words[at - 1] == "is");
    }

    private static IEnumerable<string[]> Variants(string surface)
    {
        var words = Tokens.Of(surface).Select(t => t.Word).Where(w => char.IsAsciiLetterOrDigit(w[0])).ToArray();
        yield return words;
        var bare = words.Where(w => w is not "and").ToArray();
        if (bare.Length != words.Length && bare.Length > 0) yield return bare;
    }
}
