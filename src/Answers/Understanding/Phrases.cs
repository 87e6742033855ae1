using Answers.Index;

namespace Answers.Understanding;

/// <summary>Finds the longest known phrase that starts at a word.</summary>
internal sealed class Phrases<T> where T : class
{
    private readonly KeyTable _keys = new(), _firsts = new();
    private readonly List<Phrase> _phrases = [];   // by position of the key
    private readonly List<Lengths> _lengths = [];  // by position of the first word

    /// <summary>The first value of a phrase stays.</summary>
    public void Add(string[] words, T value)
    {
        if (words.Length is 0 or > 63) return;
        var run = new WordRun(words);
        var key = run[0];
        for (var i = 1; i < words.Length; i++) key = WordRun.Join(key, run[i]);
        int taken;
        while ((taken = _keys.Find(key)) >= 0)
        {
            if (_phrases[taken].Words.Length == words.Length && Fits(_phrases[taken].Words, words, 0)) return;
            key++;
        }

        _keys.Add(key);
        _phrases.Add(new Phrase(words, value));
        var first = _firsts.Add(run[0]);
        if (first == _lengths.Count) _lengths.Add(new Lengths());
        _lengths[first].Are |= 1UL << words.Length;
    }

    public (int Length, T Value)? At(WordRun run, int at)
    {
        var first = _firsts.Find(run[at]);
        if (first < 0) return null;
        var lengths = _lengths[first].Are;
        (int, T)? longest = null;
        var key = run[at];
        for (var length = 1; at + length <= run.Count && lengths >> length != 0; length++)
        {
            if (length > 1) key = WordRun.Join(key, run[at + length - 1]);
            if ((lengths >> length & 1) != 0 && Find(run, at, length, key) is { } value) longest = (length, value);
        }

        return longest;
    }

    private T? Find(WordRun run, int at, int length, ulong key)
    {
        for (int position; (position = _keys.Find(key)) >= 0; key++)
            if (_phrases[position] is var phrase && phrase.Words.Length == length && Fits(phrase.Words, run.Words, at)) return phrase.Value;
        return null;
    }

    private static bool Fits(string[] phrase, IReadOnlyList<string> words, int at)
    {
        for (var i = 0; i < phrase.Length; i++)
            if (!string.Equals(phrase[i], words[at + i], StringComparison.Ordinal)) return false;
        return true;
    }

    private sealed record Phrase(string[] Words, T Value);

    // Which lengths the phrases have that begin with a word.
    private sealed class Lengths
    {
        public ulong Are { get; set; }
    }
}
