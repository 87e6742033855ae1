using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Answers.Ranking;

/// <summary>Operations on rows of weights. Element-wise ones do not depend on the width of the machine's vectors; sums keep 32 fixed lanes.</summary>
internal static class Rows
{
    /// <summary>Row lengths are multiples of this.</summary>
    public const int Lanes = 32;

    /// <summary>Stands in a row's unused places where shares are made of it.</summary>
    public const float Nothing = -1e30f;

    private const int LineBytes = 64;

    public static int Padded(int count) => (count + Lanes - 1) / Lanes * Lanes;

    /// <summary>target += row * scale</summary>
    public static void AddScaled(Span<float> target, ReadOnlySpan<float> row, float scale)
    {
        var to = MemoryMarshal.Cast<float, Vector<float>>(target);
        var from = MemoryMarshal.Cast<float, Vector<float>>(row);
        var factor = new Vector<float>(scale);
        for (var i = 0; i < to.Length; i++) to[i] += from[i] * factor;
    }

    /// <summary>One AdaGrad step (Duchi and others 2011) against the gradient row * input; squares gathers what was seen.</summary>
    public static void AdaGrad(Span<float> weights, Span<float> squares, ReadOnlySpan<float> row, float input, float rate)
    {
        var w = MemoryMarshal.Cast<float, Vector<float>>(weights);
        var q = MemoryMarshal.Cast<float, Vector<float>>(squares);
        var z = MemoryMarshal.Cast<float, Vector<float>>(row);
        Vector<float> x = new(input), step = new(rate);
        for (var i = 0; i < w.Length; i++)
        {
            var gradient = z[i] * x;
            q[i] += gradient * gradient;
            w[i] -= step * gradient / Vector.SquareRoot(q[i]);
        }
    }

    /// <summary>Asks memory for a row that will soon be needed; without effect on any result.</summary>
    public static unsafe void Fetch<T>(ReadOnlySpan<T> row) where T : unmanaged
    {
        if (!Sse.IsSupported) return;
        var bytes = MemoryMarshal.AsBytes(row);
        ref var first = ref MemoryMarshal.GetReference(bytes);
        for (var i = 0; i < bytes.Length; i += LineBytes) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref first, i)));
    }

    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Span<float> sums = stackalloc float[Lanes];
        sums.Clear();
        var lanes = MemoryMarshal.Cast<float, Vector<float>>(sums);
        var x = MemoryMarshal.Cast<float, Vector<float>>(a);
        var y = MemoryMarshal.Cast<float, Vector<float>>(b);
        for (var i = 0; i < x.Length; i += lanes.Length)
            for (var lane = 0; lane < lanes.Length; lane++) lanes[lane] += x[i + lane] * y[i + lane];
        return Folded(sums);
    }

    public static float Sum(ReadOnlySpan<float> a)
    {
        Span<float> sums = stackalloc float[Lanes];
        sums.Clear();
        var lanes = MemoryMarshal.Cast<float, Vector<float>>(sums);
        var x = MemoryMarshal.Cast<float, Vector<float>>(a);
        for (var i = 0; i < x.Length; i += lanes.Length)
            for (var lane = 0; lane < lanes.Length; lane++) lanes[lane] += x[i + lane];
        return Folded(sums);
    }

    public static float Most(ReadOnlySpan<float> a)
    {
        var most = float.MinValue;
        foreach (var value in a) most = value > most ? value : most;
        return most;
    }

    /// <summary>The largest distance from zero.</summary>
    public static float Furthest(ReadOnlySpan<float> a)
    {
        var most = Vector<float>.Zero;
        foreach (var values in MemoryMarshal.Cast<float, Vector<float>>(a)) most = Vector.Max(most, Vector.Abs(values));
        var furthest = 0f;
        for (var i = 0; i < Vector<float>.Count; i++) furthest = MathF.Max(furthest, most[i]);
        return furthest;
    }

    /// <summary>Turns a padded row of scores into shares that add up to 1. Unused places hold <see cref="Nothing"/> before.</summary>
    public static void Softmax(Span<float> scores, float temperature)
    {
        Curves.Exp(scores, Most(scores), 1 / temperature);
        Scale(scores, 1 / Sum(scores));
    }

    public static void Scale(Span<float> row, float factor)
    {
        var x = MemoryMarshal.Cast<float, Vector<float>>(row);
        var by = new Vector<float>(factor);
        for (var i = 0; i < x.Length; i++) x[i] *= by;
    }

    /// <summary>Every value times itself.</summary>
    public static void Square(Span<float> row)
    {
        var x = MemoryMarshal.Cast<float, Vector<float>>(row);
        for (var i = 0; i < x.Length; i++) x[i] *= x[i];
    }

    private static float Folded(Span<float> sums)
    {
        for (var half = Lanes / 2; half > 0; half /= 2)
            for (var i = 0; i < half; i++) sums[i] += sums[i + half];
        return sums[0];
    }
}
