using System.Collections.Frozen;
using Answers.Index;
using Answers.Text;

namespace Answers.Understanding;

/// <summary>Knows every name and finds them in a run of words, also with one typing slip in a name of five letters or more.</summary>
internal sealed class Gazetteer
{
    // Two words that make no name by themselves rarely lie near a name this long by chance.
    private const int LongEnough = 9, MostChoices = 4;

    // A name that is also an ordinary word ("Bath", "Reading", "Deal") counts only beside one of these.
    private static readonly FrozenSet<string> Before =
        new[] { "in", "at", "near", "covers", "cover", "around", "include", "includes", "ics", "stp", "icb", "from", "about" }.ToFrozenSet();

    private static readonly FrozenSet<string> After =
        new[] { "ics", "icss", "stp", "icb", "footprint", "ccg", "council", "hospital" }.ToFrozenSet();

    // "Is Bath in …", "does Reading belong to …": both sides say that something has a place.
    private static readonly FrozenSet<string> Is = new[] { "is", "was", "are", "were", "does", "did" }.ToFrozenSet();
    private static readonly FrozenSet<string> Lies = new[] { "in", "under", "belong", "fall", "come", "sit", "part" }.ToFrozenSet();

    private readonly Phrases<KnownName> _names = new();
    private readonly List<KnownName> _byJoined = [];
    private readonly NearNames _near;
    private readonly int _longest;
    private readonly KeyTable _firsts = new(), _lasts = new();   // hashed as in a WordRun: every start and length asks

    public Gazetteer(IReadOnlyList<Name> names)
    {
        var joined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var same in Gathered(names))
        {
            var known = same.Known();
            _names.Add(known.Words, known);
            if (joined.Add(known.Joined)) _byJoined.Add(known);
            foreach (var word in known.Words) Words.Add(word);
            _longest = Math.Max(_longest, known.Words.Length);
            _firsts.Add(WordRun.Hash(known.Words[0]));
            _lasts.Add(WordRun.Hash(known.Words[^1]));
        }

        _near = new NearNames([.. _byJoined.Select(n => n.Joined)]);
    }

    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>The longest name that starts at a word, written as the gazetteer has it.</summary>
    public (int Length, Mention Mention)? At(WordRun run, List<Token> tokens, int at)
    {
        if (_names.At(run, at) is not var (length, name)) return null;
        return !name.Ordinary || IsPointedAt(run.Words, tokens, at) || IsBesideAName(run, at + length) ? (length, name.Mention) : null;
    }

    /// <summary>The longest name that starts at a word and has one slip. Where several are as near, the mention has all their keys.</summary>
    /// <param name="wording">As typed.</param>
    /// <param name="at">Where it starts.</param>
    /// <param name="longerThan">Shorter ones are not looked for.</param>
    public (int Length, Mention Mention)? Near(Wording wording, int at, int longerThan)
    {
        List<int>? found = null;
        var isFirst = _firsts.Has(wording.Run[at]);
        for (var length = Math.Min(_longest, wording.Count - at); length > longerThan; length--)
        {
            if (!MayBe(wording, at, length, isFirst)) continue;
            _near.Find(wording.Letters, wording.Letters.Start(at), wording.Letters.Start(at + length), found ??= []);
            if (found.Count == 0) continue;
            var fit = found.ConvertAll(n => _byJoined[n]).FindAll(n => Fits(n, wording, at, length));
            if (fit.Count > 0) return (length, Together(fit, wording.Joined(at, length).ToString()));
            found.Clear();
        }

        return null;
    }

    /// <summary>Whether the words around it say that a name is meant.</summary>
    public static bool IsPointedAt(IReadOnlyList<string> words, List<Token> tokens, int at)
    {
        if (at + 1 < words.Count && words[at + 1].Length == 4 && char.IsAsciiDigit(words[at + 1][0])) return false;
        if (at > 0 && (tokens[at].Capital || Before.Contains(words[at - 1]))) return true;
        if (at + 1 == words.Count) return words.Count == 1;
        return After.Contains(words[at + 1]) || (at > 0 && Is.Contains(words[at - 1]) && Lies.Contains(words[at + 1]));
    }

    // "Bath and Bristol": the one is a place because the other is.
    private bool IsBesideAName(WordRun run, int next) =>
        next + 1 < run.Count && (run.Words[next] is "and" or "or") && _names.At(run, next + 1) is (_, { Ordinary: false });

    // One of the outer words of a longer name is always right, because only one has the slip.
    private bool MayBe(Wording wording, int at, int length, bool isFirst)
    {
        if (length == 1) return !wording.IsKnown(at, 1);
        if (!isFirst && !_lasts.Has(wording.Run[at + length - 1])) return false;
        return wording.Joined(at, length).Length >= LongEnough || !wording.IsKnown(at, length);
    }

    // A short word beside a name is not a slip in it ("a Hull"), and words run together or cut in two are slip enough.
    private static bool Fits(KnownName name, Wording wording, int at, int length)
    {
        if (length == 1) return !name.NeedsPointing || IsPointedAt(wording.Run.Words, wording.Tokens, at);
        var joined = wording.Joined(at, length);
        if (name.Words.Length != length) return joined.SequenceEqual(name.Joined) && joined.Length >= LongEnough;
        return !wording.Joined(at + 1, length - 1).SequenceEqual(name.Joined) && !wording.Joined(at, length - 1).SequenceEqual(name.Joined);
    }

    private static Mention Together(List<KnownName> names, string typed)
    {
        var best = names.Exists(n => n.Joined == typed) ? names.Where(n => n.Joined == typed).ToList() : names;
        if (best.Count > MostChoices && best.Exists(n => n.Joined[0] == typed[0])) best = [.. best.Where(n => n.Joined[0] == typed[0])];
        best.Sort((a, b) => (a.Joined[0] == typed[0] ? 0 : 1, a.Joined).CompareTo((b.Joined[0] == typed[0] ? 0 : 1, b.Joined)));
        var leading = best[0].Mention;
        return leading with { Keys = [.. best.Take(MostChoices).SelectMany(n => n.Mention.Keys).Distinct(StringComparer.Ordinal)] };
    }

    // In the order in which their words come first.
    private static List<SameWords> Gathered(IReadOnlyList<Name> names)
    {
        var byWords = new Dictionary<string, SameWords>(names.Count, StringComparer.Ordinal);
        var all = new List<SameWords>(names.Count);
        foreach (var name in names)
        {
            foreach (var words in Variants(name.Surface))
            {
                var text = string.Join(' ', words);
                if (!byWords.TryGetValue(text, out var same))
                {
                    byWords.Add(text, same = new SameWords(words, name));
                    all.Add(same);
                }

                same.Add(name);
            }
        }

        return all;
    }

    private static IEnumerable<string[]> Variants(string surface)
    {
        var words = Array.FindAll(Tokens.WordsOf(surface), w => char.IsAsciiLetterOrDigit(w[0]));
        if (words.Length == 0) yield break;
        yield return words;
        var bare = Array.FindAll(words, w => w is not "and");
        if (bare.Length != words.Length && bare.Length > 0) yield return bare;
    }

    /// <summary>All names of one wording.</summary>
    private sealed class SameWords(string[] words, Name first)
    {
        private readonly List<string> _keys = [];
        private bool _ordinary;

        public void Add(Name name)
        {
            if (!_keys.Contains(name.Key)) _keys.Add(name.Key);
            _ordinary |= name.Ordinary;
        }

        public KnownName Known() => new(
            words, string.Concat(words).Replace("'", "", StringComparison.Ordinal), new Mention(first.Surface, first.Kind, [.. _keys]), words.Length == 1 && _ordinary);
    }

    /// <param name="Words">As typed without a slip.</param>
    /// <param name="Joined">Its letters and digits.</param>
    /// <param name="Mention">What it stands for.</param>
    /// <param name="Ordinary">It is an ordinary word too.</param>
    private sealed record KnownName(string[] Words, string Joined, Mention Mention, bool Ordinary)
    {
        /// <summary>Ordinary words and abbreviations are one slip from too much.</summary>
        public bool NeedsPointing { get; } = Ordinary || (Words.Length == 1 && Mention.Surface.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)));
    }
}
