namespace Answers.Understanding;

/// <summary>Finds the longest known phrase that starts at a word.</summary>
internal sealed class Phrases<T> where T : class
{
    private readonly Dictionary<ulong, (string[] Words, T Value)> _phrases = [];

    // Which lengths the phrases have that begin with a word.
    private readonly Dictionary<ulong, ulong> _lengths = [];

    /// <summary>The first value of a phrase stays.</summary>
    public void Add(string[] words, T value)
    {
        if (words.Length is 0 or > 63) return;
        var run = new WordRun(words);
        var key = run[0];
        for (var i = 1; i < words.Length; i++) key = WordRun.Join(key, run[i]);
        while (_phrases.TryGetValue(key, out var taken))
        {
            if (taken.Words.AsSpan().SequenceEqual(words)) return;
            key++;
        }

        _phrases.Add(key, (words, value));
        _lengths[run[0]] = _lengths.GetValueOrDefault(run[0]) | (1UL << words.Length);
    }

    public (int Length, T Value)? At(WordRun run, int at)
    {
        if (!_lengths.TryGetValue(run[at], out var lengths)) return null;
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
        for (; _phrases.TryGetValue(key, out var phrase); key++)
            if (phrase.Words.Length == length && Fits(phrase.Words, run.Words, at)) return phrase.Value;
        return null;
    }

    private static bool Fits(string[] phrase, IReadOnlyList<string> words, int at)
    {
        for (var i = 0; i < phrase.Length; i++)
            if (!string.Equals(phrase[i], words[at + i], StringComparison.Ordinal)) return false;
        return true;
    }
}
