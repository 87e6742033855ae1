namespace Bot.Knowledge.Records;

/// <summary>Some of the maps.</summary>
public sealed class EraSet
{
    private int _bits;

    public bool IsEmpty => _bits == 0;

    public bool Contains(Era era) => (_bits >> (int)era & 1) != 0;

    public bool IsOnly(Era era) => _bits == 1 << (int)era;

    internal void Add(Era era) => _bits |= 1 << (int)era;
}
