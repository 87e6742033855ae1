using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Answers.Index;

/// <summary>
/// Finds the position of a 64-bit key in one flat table. The library's dictionary cannot be compiled beforehand for such keys, so a start would
/// compile it, badly, and then fill it with that.
/// </summary>
internal sealed class KeyTable
{
    private Slot[] _slots;
    private int _shift;

    public KeyTable() : this([])
    {
    }

    /// <param name="keys">Distinct; a key's position is its place here.</param>
    public KeyTable(ReadOnlySpan<ulong> keys)
    {
        (_slots, _shift) = Empty(keys.Length);
        foreach (var key in keys) Put(new Slot(key, ++Count));
    }

    public int Count { get; private set; }

    /// <returns>The position of the key, which is the next one where it was not there.</returns>
    public int Add(ulong key)
    {
        if (Find(key) is >= 0 and var known) return known;
        if (Count + (Count / 2) >= _slots.Length) Grow();
        Put(new Slot(key, ++Count));
        return Count - 1;
    }

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

    /// <summary>Asks memory for where the key would stand; without effect on any result.</summary>
    public unsafe void Fetch(ulong key)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref _slots[Start(key)]));
    }

    public bool Has(ulong key) => Find(key) >= 0;

    public ulong[] Keys()
    {
        var keys = new ulong[Count];
        foreach (var slot in _slots)
            if (slot.Position != 0) keys[slot.Position - 1] = slot.Key;
        return keys;
    }

    private void Put(Slot slot)
    {
        var at = Start(slot.Key);
        while (_slots[at].Position != 0) at = (at + 1) & (_slots.Length - 1);
        _slots[at] = slot;
    }

    private void Grow()
    {
        var before = _slots;
        (_slots, _shift) = Empty(Count * 2);
        foreach (var slot in before)
            if (slot.Position != 0) Put(slot);
    }

    private static (Slot[] Slots, int Shift) Empty(int count)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, count + (count / 2)));
        return (new Slot[size], 64 - BitOperations.Log2(size));
    }

    private int Start(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> _shift);

    private readonly record struct Slot(ulong Key, int Position);
}
