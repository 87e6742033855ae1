using System.Numerics;

namespace Answers.Understanding;

/// <summary>
/// Finds names that lie one typing slip from a piece of text: a character dropped, added, changed, or two swapped, or a space too many or too few.
/// Two strings that close share what is left when one character of each goes, so one look-up for each character finds them.
/// </summary>
internal sealed class NearNames
{
    public const int Shortest = 4;
    private const int BitsPower = 20;
    private const ulong Spread = 0x9E3779B97F4A7C15;
    private readonly string[] _names;

    // A chain of entries for each bucket. A dictionary would take longer to fill than all that is read from a model.
    private readonly Entry[] _entries;
    private readonly int[] _heads;
    private readonly int _shift;
    private int _count;

    // One bit or none for every key: nearly all look-ups are in vain, and most of them end here.
    private readonly ulong[] _mayHold = new ulong[1 << (BitsPower - 6)];

    /// <param name="names">Letters and digits only, each once.</param>
    public NearNames(IReadOnlyList<string> names)
    {
        _names = [.. names];
        var keys = 0;
        foreach (var name in _names) keys += name.Length + 1;
        var buckets = BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, keys));
        (_entries, _heads, _shift) = (new Entry[keys], new int[buckets], 64 - BitOperations.Log2(buckets));
        Array.Fill(_heads, -1);
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
        if (!MayHold(key)) return;
        for (var at = _heads[(key * Spread) >> _shift]; at >= 0; at = _entries[at].Next)
            if (_entries[at].Key == key && !found.Contains(_entries[at].Name) && IsNear(piece, _names[_entries[at].Name])) found.Add(_entries[at].Name);
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
        ref var head = ref _heads[(key * Spread) >> _shift];
        _entries[_count] = new Entry(key, name, head);
        head = _count++;
        _mayHold[Bit(key) >> 6] |= 1UL << Bit(key);
    }

    private bool MayHold(ulong key) => (_mayHold[Bit(key) >> 6] >> Bit(key) & 1) != 0;

    private static int Bit(ulong key) => (int)((key * Spread) >> (64 - BitsPower));

    private readonly record struct Entry(ulong Key, int Name, int Next);
}
