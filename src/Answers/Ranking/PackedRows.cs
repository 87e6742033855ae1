using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Answers.Index;

namespace Answers.Ranking;

/// <summary>Trained rows, one signed byte a weight and one scale a row: a quarter of the memory and of the cache misses.</summary>
internal sealed class PackedRows
{
    private const int Most = 127;
    private readonly sbyte[] _weights;
    private readonly float[] _scales;
    private readonly int _width;

    private PackedRows(sbyte[] weights, float[] scales, int width) => (_weights, _scales, _width) = (weights, scales, width);

    public int Width => _width;

    public int Count => _scales.Length;

    public static PackedRows From(float[] weights, int width)
    {
        var packed = new PackedRows(new sbyte[weights.Length], new float[weights.Length / width], width);
        for (var row = 0; row < packed.Count; row++) packed.Pack(row, weights.AsSpan(row * width, width));
        return packed;
    }

    /// <summary>target += the sum of the rows, each times its factor. Every element is summed in the order of the rows.</summary>
    public void Add(ReadOnlySpan<int> rows, ReadOnlySpan<float> factors, Span<float> target)
    {
        var scaled = rows.Length <= 1_024 ? stackalloc float[rows.Length] : new float[rows.Length];
        for (var i = 0; i < rows.Length; i++) scaled[i] = factors[i] * _scales[rows[i]];
        for (var column = 0; column < _width; column += Rows.Lanes) AddColumns(rows, scaled, column, target.Slice(column, Rows.Lanes));
    }

    public void Write(BinaryWriter to)
    {
        to.Write(_width);
        Blobs.Write(to, _weights);
        Blobs.Write(to, _scales);
    }

    public static PackedRows Read(BinaryReader from)
    {
        var width = from.ReadInt32();
        return new PackedRows(Blobs.Read<sbyte>(from), Blobs.Read<float>(from), width);
    }

    // 32 columns at a time, so that their sums stay in registers while the rows go by.
    private void AddColumns(ReadOnlySpan<int> rows, ReadOnlySpan<float> factors, int column, Span<float> target)
    {
        ref var first = ref MemoryMarshal.GetReference(target);
        var (a, b) = (Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, 8));
        var (c, d) = (Vector256.LoadUnsafe(ref first, 16), Vector256.LoadUnsafe(ref first, 24));
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        for (var i = 0; i < rows.Length; i++)
        {
            var factor = Vector256.Create(factors[i]);
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref weights, (nuint)((rows[i] * _width) + column)));
            var (p, q) = Vector256.Widen(low);
            var (r, s) = Vector256.Widen(high);
            a += Vector256.ConvertToSingle(p) * factor;
            b += Vector256.ConvertToSingle(q) * factor;
            c += Vector256.ConvertToSingle(r) * factor;
            d += Vector256.ConvertToSingle(s) * factor;
        }

        a.StoreUnsafe(ref first);
        b.StoreUnsafe(ref first, 8);
        c.StoreUnsafe(ref first, 16);
        d.StoreUnsafe(ref first, 24);
    }

    private void Pack(int row, ReadOnlySpan<float> weights)
    {
        var largest = 0f;
        foreach (var weight in weights) largest = MathF.Max(largest, MathF.Abs(weight));
        if (largest == 0) return;
        _scales[row] = largest / Most;
        for (var i = 0; i < weights.Length; i++) _weights[(row * _width) + i] = (sbyte)MathF.Round(weights[i] * (Most / largest));
    }
}
