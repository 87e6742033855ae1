using System.Numerics;
using System.Runtime.InteropServices;

namespace Answers.Ranking;

/// <summary>Operations on rows of weights. Element-wise ones do not depend on the width of the machine's vectors; sums keep 16 fixed lanes.</summary>
internal static class Rows
{
    /// <summary>Row lengths are multiples of this.</summary>
    public const int Lanes = 16;

    public static int Padded(int count) => (count + Lanes - 1) / Lanes * Lanes;

    /// <summary>target += row * scale</summary>
    public static void AddScaled(Span<float> target, ReadOnlySpan<float> row, float scale)
    {
        var to = MemoryMarshal.Cast<float, Vector<float>>(target);
        var from = MemoryMarshal.Cast<float, Vector<float>>(row);
        var factor = new Vector<float>(scale);
        for (var i = 0; i < to.Length; i++) to[i] += from[i] * factor;
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
        for (var half = Lanes / 2; half > 0; half /= 2)
            for (var i = 0; i < half; i++) sums[i] += sums[i + half];
        return sums[0];
    }

    /// <summary>Turns scores into shares that add up to 1.</summary>
    public static void Softmax(Span<float> scores, float temperature)
    {
        var most = float.MinValue;
        foreach (var score in scores) most = MathF.Max(most, score);
        double sum = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            var distance = (scores[i] - most) / temperature;
            if (distance < -40) { scores[i] = 0; continue; }
            var e = Exact.Exp(distance);
            scores[i] = (float)e;
            sum += e;
        }

        for (var i = 0; i < scores.Length; i++) scores[i] = (float)(scores[i] / sum);
    }
}
