namespace Answers.Understanding;

/// <summary>The letters and digits of words without what parts them, hashed so that any piece of it, also with one character left out, costs a multiplication.</summary>
internal sealed class Letters
{
    private const ulong Base = 0x100000001B3UL;
    private readonly char[] _text;
    private readonly int[] _starts;
    private readonly ulong[] _prefix, _power;

    public Letters(IReadOnlyList<string> words)
    {
        var length = 0;
        foreach (var word in words) length += word.Length;
        _text = new char[length];
        _starts = new int[words.Count + 1];
        _prefix = new ulong[length + 1];
        _power = new ulong[length + 1];
        _power[0] = 1;
        var at = 0;
        for (var w = 0; w < words.Count; w++)
        {
            _starts[w] = at;
            foreach (var c in words[w])
            {
                if (c == '\'') continue;
                _text[at] = c;
                _power[at + 1] = _power[at] * Base;
                _prefix[++at] = (_prefix[at - 1] * Base) + c;
            }
        }

        _starts[^1] = at;
    }

    /// <summary>Where a word starts; one past the last word gives the end.</summary>
    public int Start(int word) => _starts[word];

    public ReadOnlySpan<char> Piece(int from, int to) => _text.AsSpan(from, to - from);

    public ulong Hash(int from, int to) => _prefix[to] - (_prefix[from] * _power[to - from]);

    public ulong HashWithout(int from, int to, int left) => (Hash(from, left) * _power[to - left - 1]) + Hash(left + 1, to);
}
