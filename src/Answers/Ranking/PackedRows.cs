using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Answers.Index;

namespace Answers.Ranking;

/// <summary>Trained rows, one signed byte a weight and one scale a row: a quarter of the memory and of the cache misses.</summary>
internal sealed class PackedRows
{
    private const int Most = 127, Wide = 2 * Rows.Lanes;
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
        for (var i = 0; i < rows.Length; i++)
        {
            Rows.Fetch<sbyte>(_weights.AsSpan(rows[i] * _width, _width));
            scaled[i] = factors[i] * _scales[rows[i]];
        }

        var column = 0;
        for (; column + Wide <= _width; column += Wide) AddWide(rows, scaled, column, target.Slice(column, Wide));
        if (column < _width) AddNarrow(rows, scaled, column, target.Slice(column, Rows.Lanes));
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

    // 64 columns at a time, one line of the cache, so that their sums stay in registers while the rows go by.
    private void AddWide(ReadOnlySpan<int> rows, ReadOnlySpan<float> factors, int column, Span<float> target)
    {
        ref var first = ref MemoryMarshal.GetReference(target);
        var (a, b) = (Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, 8));
        var (c, d) = (Vector256.LoadUnsafe(ref first, 16), Vector256.LoadUnsafe(ref first, 24));
        var (e, f) = (Vector256.LoadUnsafe(ref first, 32), Vector256.LoadUnsafe(ref first, 40));
        var (g, h) = (Vector256.LoadUnsafe(ref first, 48), Vector256.LoadUnsafe(ref first, 56));
        for (var i = 0; i < rows.Length; i++)
        {
            var factor = Vector256.Create(factors[i]);
            ref var row = ref _weights[(rows[i] * _width) + column];
            a += Eight(ref row, 0) * factor;
            b += Eight(ref row, 8) * factor;
            c += Eight(ref row, 16) * factor;
            d += Eight(ref row, 24) * factor;
            e += Eight(ref row, 32) * factor;
            f += Eight(ref row, 40) * factor;
            g += Eight(ref row, 48) * factor;
            h += Eight(ref row, 56) * factor;
        }

        a.StoreUnsafe(ref first);
        b.StoreUnsafe(ref first, 8);
        c.StoreUnsafe(ref first, 16);
        d.StoreUnsafe(ref first, 24);
        e.StoreUnsafe(ref first, 32);
        f.StoreUnsafe(ref first, 40);
        g.StoreUnsafe(ref first, 48);
        h.StoreUnsafe(ref first, 56);
    }

    private void AddNarrow(ReadOnlySpan<int> rows, ReadOnlySpan<float> factors, int column, Span<float> target)
    {
        ref var first = ref MemoryMarshal.GetReference(target);
        var (a, b) = (Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, 8));
        var (c, d) = (Vector256.LoadUnsafe(ref first, 16), Vector256.LoadUnsafe(ref first, 24));
        for (var i = 0; i < rows.Length; i++)
        {
            var factor = Vector256.Create(factors[i]);
            ref var row = ref _weights[(rows[i] * _width) + column];
            a += Eight(ref row, 0) * factor;
            b += Eight(ref row, 8) * factor;
            c += Eight(ref row, 16) * factor;
            d += Eight(ref row, 24) * factor;
        }

        a.StoreUnsafe(ref first);
        b.StoreUnsafe(ref first, 8);
        c.StoreUnsafe(ref first, 16);
        d.StoreUnsafe(ref first, 24);
    }

    // The same numbers either way; one instruction where the machine has it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Eight(ref sbyte row, nuint at)
    {
        var bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref row, at)))).AsSByte();
        return Vector256.ConvertToSingle(Avx2.IsSupported ? Avx2.ConvertToVector256Int32(bytes) : Widened(bytes));
    }

    private static Vector256<int> Widened(Vector128<sbyte> bytes)
    {
        var (low, high) = Vector128.Widen(Vector128.WidenLower(bytes));
        return Vector256.Create(low, high);
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
