namespace Answers.Understanding;

/// <summary>
/// Finds names that lie one typing slip from a piece of text: a character dropped, added, changed, or two swapped, or a space too many or too few.
/// Two strings that close share what is left when one character of each goes, so one look-up for each character finds them.
/// </summary>
internal sealed class NearNames
{
    public const int Shortest = 4;
    private const int BitsPower = 20;
    private readonly List<(int Name, int Next)> _entries;
    private readonly Dictionary<ulong, int> _heads;
    private readonly string[] _names;

    // One bit or none for every key: nearly all look-ups are in vain, and most of them end here.
    private readonly ulong[] _mayHold = new ulong[1 << (BitsPower - 6)];

    /// <param name="names">Letters and digits only, each once.</param>
    public NearNames(IReadOnlyList<string> names)
    {
        _names = [.. names];
        var keys = _names.Sum(n => n.Length + 1);
        (_entries, _heads) = (new(keys), new(keys));
        string[] one = [""];
        for (var n = 0; n < _names.Length; n++)
        {
            if (_names[n].Length < Shortest) continue;
            one[0] = _names[n];
            var letters = new Letters(one);
            Put(letters.Hash(0, one[0].Length), n);
            for (var i = 0; i < one[0].Length; i++) Put(letters.HashWithout(0, one[0].Length, i), n);
        }
    }

    /// <summary>Adds the indexes of the names that are one slip from the piece, or the same but for spaces.</summary>
    public void Find(Letters letters, int from, int to, List<int> found)
    {
        if (to - from < Shortest) return;
        Collect(letters.Hash(from, to), letters.Piece(from, to), found);
        for (var i = from; i < to; i++) Collect(letters.HashWithout(from, to, i), letters.Piece(from, to), found);
    }

    private void Collect(ulong key, ReadOnlySpan<char> piece, List<int> found)
    {
        if (!MayHold(key) || !_heads.TryGetValue(key, out var at)) return;
        for (; at >= 0; at = _entries[at].Next)
            if (!found.Contains(_entries[at].Name) && IsNear(piece, _names[_entries[at].Name])) found.Add(_entries[at].Name);
    }

    // Of four letters only one may be wrong in a longer name: "Hull" and "Hall" are two words.
    private static bool IsNear(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Max(a.Length, b.Length) == Shortest) return false;
        var start = a.CommonPrefixLength(b);
        var x = a[start..];
        var y = b[start..];
        if (x.Length == y.Length)
            return x.Length == 0 || x[1..].SequenceEqual(y[1..]) || (x.Length > 1 && x[0] == y[1] && x[1] == y[0] && x[2..].SequenceEqual(y[2..]));
        return x.Length == y.Length + 1 ? x[1..].SequenceEqual(y) : y.Length == x.Length + 1 && y[1..].SequenceEqual(x);
    }

    private void Put(ulong key, int name)
    {
        var head = _heads.GetValueOrDefault(key, -1);
        if (head >= 0 && _entries[head].Name == name) return;
        _heads[key] = _entries.Count;
        _mayHold[Bit(key) >> 6] |= 1UL << Bit(key);
        _entries.Add((name, head));
    }

    private bool MayHold(ulong key) => (_mayHold[Bit(key) >> 6] >> Bit(key) & 1) != 0;

    private static int Bit(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> (64 - BitsPower));
}
