namespace Answers.Understanding;

/// <summary>Words in their order, each hashed once for all the phrases that may begin at it.</summary>
internal sealed class WordRun
{
    private readonly ulong[] _hashes;

    public WordRun(IReadOnlyList<string> words)
    {
        Words = words;
        _hashes = new ulong[words.Count];
        for (var i = 0; i < _hashes.Length; i++) _hashes[i] = Hash(words[i]);
    }

    public IReadOnlyList<string> Words { get; }

    public int Count => _hashes.Length;

    public ulong this[int at] => _hashes[at];

    /// <summary>The hash of a phrase from that of the words before and the next word's.</summary>
    public static ulong Join(ulong before, ulong next) => (before * 0x9E3779B97F4A7C15UL) + next;

    public static ulong Hash(string word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
