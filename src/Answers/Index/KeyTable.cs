using System.Numerics;

namespace Answers.Index;

/// <summary>Finds the position of a 64-bit key in one flat table.</summary>
internal sealed class KeyTable
{
    private readonly Slot[] _slots;
    private readonly int _shift;

    /// <param name="keys">Distinct; a key's position is its place here.</param>
    public KeyTable(ReadOnlySpan<ulong> keys)
    {
        Count = keys.Length;
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, keys.Length + (keys.Length / 2)));
        _slots = new Slot[size];
        _shift = 64 - BitOperations.Log2(size);
        for (var i = 0; i < keys.Length; i++)
        {
            var at = Start(keys[i]);
            while (_slots[at].Position != 0) at = (at + 1) & (_slots.Length - 1);
            _slots[at] = new Slot(keys[i], i + 1);
        }
    }

    public int Count { get; }

    /// <returns>The position, or -1.</returns>
    public int Find(ulong key)
    {
        for (var at = Start(key); ; at = (at + 1) & (_slots.Length - 1))
        {
            ref readonly var slot = ref _slots[at];
            if (slot.Key == key && slot.Position != 0) return slot.Position - 1;
            if (slot.Position == 0) return -1;
        }
    }

    public bool Has(ulong key) => Find(key) >= 0;

    public ulong[] Keys()
    {
        var keys = new ulong[Count];
        foreach (var slot in _slots)
            if (slot.Position != 0) keys[slot.Position - 1] = slot.Key;
        return keys;
    }

    private int Start(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> _shift);

    private readonly record struct Slot(ulong Key, int Position);
}
