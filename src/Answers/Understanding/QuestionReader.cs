using System.Collections.Frozen;
using Answers.Text;

namespace Answers.Understanding;

/// <summary>Turns a text into a <see cref="Question"/>: mends slips, shortens expansions, replaces names by placeholders.</summary>
internal sealed class QuestionReader
{
    private static readonly FrozenSet<string> LeaningWords = new[]
    {
        "it", "its", "it's", "they", "them", "their", "there", "that", "one", "those", "these", "this", "same", "else", "others",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> LeaningStarts = new[] { "and", "but", "so", "also", "or" }.ToFrozenSet();

    private readonly Phrases<string> _aliases = new();
    private readonly Gazetteer _gazetteer;
    private readonly Speller _speller;
    private readonly Func<string, bool> _isKnown;

    private QuestionReader(KnowledgeBase source, Gazetteer gazetteer, Speller speller)
    {
        foreach (var alias in source.Synonyms)
        {
            foreach (var phrase in alias.Phrases.Append(alias.Canonical)) AddAlias(phrase, alias.Canonical);
        }

        (_gazetteer, _speller) = (gazetteer, speller);
        _isKnown = IsKnown;
    }

    public static QuestionReader From(KnowledgeBase source)
    {
        var seen = Count(source);
        var gazetteer = new Gazetteer(source.Names);
        foreach (var word in gazetteer.Words) seen[word] = seen.GetValueOrDefault(word) + 1;
        foreach (var alias in source.Synonyms)
            foreach (var word in alias.Phrases.Append(alias.Canonical).SelectMany(p => Tokens.Of(p)))
                seen[word.Word] = seen.GetValueOrDefault(word.Word) + 20;
        return new QuestionReader(source, gazetteer, Speller.Without(seen, OnlyStrangers(source, gazetteer.Words)));
    }

    /// <summary>Writes what takes time to find; the rest is read from the knowledge base again.</summary>
    public void Write(BinaryWriter to)
    {
        to.Write(_speller.Known.Count);
        foreach (var (word, seen) in _speller.Known)
        {
            to.Write(word);
            to.Write(seen);
        }
    }

    public static QuestionReader Read(KnowledgeBase source, BinaryReader from)
    {
        var count = from.ReadInt32();
        var known = new Dictionary<string, int>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++) known.Add(from.ReadString(), from.ReadInt32());
        return new QuestionReader(source, new Gazetteer(source.Names), new Speller(known));
    }

    /// <param name="text">Any text.</param>
    /// <param name="mend">Whether typing slips are mended; not worth it for text that was proofread.</param>
    public Question Read(string text, bool mend = true)
    {
        var typed = new Wording(Tokens.Of(text), _isKnown);
        var mended = mend ? new WordRun(typed.Tokens.ConvertAll(t => Mend(t.Word))) : typed.Run;
        var found = new Found(new List<string>(typed.Count), [], [], []);
        for (var at = 0; at < typed.Count;) at += Take(typed, mended, at, found);
        var words = found.Words;
        var cut = text.Length > Tokens.MaxLength ? text[..Tokens.MaxLength] : text;
        return new Question(cut, words, found.Mentions, found.Corrections, Periods.In(words), Leans(words)) { Unknown = words.FindAll(IsUnknown), Aliases = found.Aliases };
    }

    private int Take(Wording typed, WordRun mended, int at, Found found)
    {
        var alias = _aliases.At(mended, at);
        var length = alias?.Length ?? 1;
        if (NameAt(typed, mended, at) is var (wide, mention, isNear) && wide >= (alias?.Length ?? 0))
        {
            length = wide;
            found.Mentions.Add(mention);
            found.Words.Add("{" + mention.Kind + "}");
            if (isNear)
            {
                found.Corrections.Add(new Correction(typed.Text(at, length), mention.Surface));
                return length;
            }
        }
        else if (alias is var (_, shortForm))
        {
            found.Words.Add(shortForm);
            if (length > 1) found.Aliases.Add(new Correction(typed.Text(at, length), shortForm));
        }
        else found.Words.Add(mended.Words[at]);

        for (var i = at; i < at + length; i++)
            if (IsMended(typed[i], mended.Words[i])) found.Corrections.Add(new Correction(typed[i], mended.Words[i]));
        return length;
    }

    private sealed record Found(List<string> Words, List<Mention> Mentions, List<Correction> Corrections, List<Correction> Aliases);

    // A name as typed comes first, unless one with a slip is longer; then one whose words were mended each by itself.
    private (int Length, Mention Mention, bool IsNear)? NameAt(Wording typed, WordRun mended, int at)
    {
        var exact = _gazetteer.At(typed.Run, typed.Tokens, at);
        if (ReferenceEquals(typed.Run, mended)) return exact is var (plain, itself) ? (plain, itself, false) : null;
        var near = _gazetteer.Near(typed, at, exact?.Length ?? 0);
        if (near is (1, _) && IsCommon(mended.Words[at]) && !Gazetteer.IsPointedAt(typed.Run.Words, typed.Tokens, at)) near = null;
        if (_gazetteer.At(mended, typed.Tokens, at) is var (length, mention) && length > Math.Max(near?.Length ?? 0, exact?.Length ?? 0)) return (length, mention, false);
        if (near is var (wide, nearest)) return (wide, nearest, true);
        return exact is var (size, same) ? (size, same, false) : null;
    }

    private bool IsUnknown(string word) => word.Length > 2 && char.IsAsciiLetter(word[0]) && !IsKnown(word);

    // A letter alone is what a slip left over.
    private bool IsKnown(string word) => (word.Length > 1 && _speller.Knows(word)) || (IsPossessive(word) && _gazetteer.Words.Contains(word[..^2]));

    private static bool IsMended(string typed, string read) => typed != read && !(IsPossessive(typed) && typed.AsSpan(0, typed.Length - 2).SequenceEqual(read));

    private static bool IsPossessive(string word) => word.EndsWith("'s", StringComparison.Ordinal);

    private bool IsCommon(string word) => _speller.IsCommon(word) && !_gazetteer.Words.Contains(word);

    private string Mend(string word)
    {
        var bare = IsPossessive(word) && _gazetteer.Words.Contains(word[..^2]) ? word[..^2] : word;
        return _speller.Correct(bare) ?? bare;
    }

    private void AddAlias(string phrase, string canonical)
    {
        var words = Tokens.WordsOf(phrase);
        _aliases.Add(words, canonical);
        if (words.Length > 0 && !words[^1].EndsWith('s')) _aliases.Add([.. words[..^1], words[^1] + "s"], canonical);
        if (words.Length == 1) _aliases.Add([words[0] + "'s"], canonical);
    }

    private static bool Leans(List<string> words) =>
        words.Count <= 4
        || LeaningStarts.Contains(words[0])
        || (words[0] is "what" or "how" && words[1] == "about")
        || words.Exists(LeaningWords.Contains);

    // A word seen only among strangers and in no name may itself be a slip that somebody wrote down.
    private static HashSet<string> OnlyStrangers(KnowledgeBase source, HashSet<string> names)
    {
        var ours = source.Entries.SelectMany(e => e.Questions.Append(e.Title)).SelectMany(Tokens.Of).Select(t => t.Word).ToHashSet(StringComparer.Ordinal);
        return source.Strangers.SelectMany(s => s.Questions).SelectMany(Tokens.Of).Select(t => t.Word)
            .Where(w => !ours.Contains(w) && !names.Contains(w)).ToHashSet(StringComparer.Ordinal);
    }

    private static Dictionary<string, int> Count(KnowledgeBase source)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var texts = source.Entries.SelectMany(e => e.Questions.Append(e.Title)).Concat(source.Strangers.SelectMany(s => s.Questions));
        foreach (var token in texts.SelectMany(Tokens.Of))
            if (char.IsAsciiLetter(token.Word[0])) seen[token.Word] = seen.GetValueOrDefault(token.Word) + 1;
        return seen;
    }
}
