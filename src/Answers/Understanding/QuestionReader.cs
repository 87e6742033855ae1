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

    private QuestionReader(KnowledgeBase source, Gazetteer gazetteer, Speller speller)
    {
        foreach (var alias in source.Synonyms)
        {
            foreach (var phrase in alias.Phrases.Append(alias.Canonical)) AddAlias(phrase, alias.Canonical);
        }

        (_gazetteer, _speller) = (gazetteer, speller);
    }

    public static QuestionReader From(KnowledgeBase source)
    {
        var seen = Count(source);
        var gazetteer = new Gazetteer(source.Names);
        foreach (var word in gazetteer.Words) seen[word] = seen.GetValueOrDefault(word) + 1;
        foreach (var alias in source.Synonyms)
            foreach (var word in alias.Phrases.Append(alias.Canonical).SelectMany(p => Tokens.Of(p)))
                seen[word.Word] = seen.GetValueOrDefault(word.Word) + 20;
        return new QuestionReader(source, gazetteer, Speller.Without(seen, OnlyStrangers(source)));
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
        var tokens = Tokens.Of(text);
        var corrections = new List<Correction>();
        var typed = new List<string>(tokens.Count);
        foreach (var token in tokens) typed.Add(mend ? Mend(token.Word, corrections) : token.Word);
        var words = new List<string>(typed.Count);
        var mentions = new List<Mention>();
        for (var at = 0; at < typed.Count;) at += Take(typed, tokens, at, words, mentions);
        var cut = text.Length > Tokens.MaxLength ? text[..Tokens.MaxLength] : text;
        return new Question(cut, words, mentions, corrections, Periods.In(words), Leans(words));
    }

    private int Take(List<string> typed, List<Token> tokens, int at, List<string> words, List<Mention> mentions)
    {
        var alias = _aliases.At(typed, at);
        if (_gazetteer.At(typed, tokens, at) is var (length, mention) && length >= (alias?.Length ?? 0))
        {
            mentions.Add(mention);
            words.Add("{" + mention.Kind + "}");
            return length;
        }

        words.Add(alias?.Value ?? typed[at]);
        return alias?.Length ?? 1;
    }

    private string Mend(string word, List<Correction> corrections)
    {
        var bare = word.EndsWith("'s", StringComparison.Ordinal) && _gazetteer.Words.Contains(word[..^2]) ? word[..^2] : word;
        if (_speller.Correct(bare) is not { } mended) return bare;
        corrections.Add(new Correction(word, mended));
        return mended;
    }

    private void AddAlias(string phrase, string canonical)
    {
        var words = Tokens.Of(phrase).Select(t => t.Word).ToArray();
        _aliases.Add(words, canonical);
        if (words.Length > 0 && !words[^1].EndsWith('s')) _aliases.Add([.. words[..^1], words[^1] + "s"], canonical);
        if (words.Length == 1) _aliases.Add([words[0] + "'s"], canonical);
    }

    private static bool Leans(List<string> words) =>
        words.Count <= 4
        || LeaningStarts.Contains(words[0])
        || (words[0] is "what" or "how" && words[1] == "about")
        || words.Exists(LeaningWords.Contains);

    // A word seen only among strangers may itself be a slip that somebody wrote down.
    private static HashSet<string> OnlyStrangers(KnowledgeBase source)
    {
        var ours = source.Entries.SelectMany(e => e.Questions.Append(e.Title)).SelectMany(Tokens.Of).Select(t => t.Word).ToHashSet(StringComparer.Ordinal);
        return source.Strangers.SelectMany(s => s.Questions).SelectMany(Tokens.Of).Select(t => t.Word)
            .Where(w => !ours.Contains(w)).ToHashSet(StringComparer.Ordinal);
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
