using System.Numerics;
using System.Runtime.InteropServices;

namespace Answers.Ranking;

/// <summary>
/// Exponential, logarithm and hyperbolic tangent over whole rows, from additions, multiplications and divisions only:
/// every machine gets the same bits, whatever the width of its vectors. The polynomials are those of Cephes (Moshier 1992).
/// </summary>
internal static class Curves
{
    private const float Log2E = 1.44269504088896341f, Ln2High = 0.693359375f, Ln2Low = -2.12194440e-4f;

    /// <summary>row = e^((row - from) * scale), 0 under e^-80 or thereabouts.</summary>
    public static void Exp(Span<float> row, float from, float scale)
    {
        var x = MemoryMarshal.Cast<float, Vector<float>>(row);
        Vector<float> shift = new(from), by = new(scale);
        for (var i = 0; i < x.Length; i++) x[i] = Exp((x[i] - shift) * by);
    }

    public static void Tanh(Span<float> row)
    {
        var x = MemoryMarshal.Cast<float, Vector<float>>(row);
        Vector<float> most = new(9f), least = new(-9f), two = new(2f);
        for (var i = 0; i < x.Length; i++)
        {
            var e = Exp(Vector.Max(least, Vector.Min(most, x[i])) * two);
            x[i] = (e - Vector<float>.One) / (e + Vector<float>.One);
        }
    }

    /// <summary>Minus the sum of p ln p.</summary>
    public static float Entropy(ReadOnlySpan<float> shares)
    {
        var terms = new float[shares.Length];
        var p = MemoryMarshal.Cast<float, Vector<float>>(shares);
        var to = MemoryMarshal.Cast<float, Vector<float>>(terms.AsSpan());
        var least = new Vector<float>(1e-12f);
        for (var i = 0; i < p.Length; i++) to[i] = p[i] * Log(Vector.Max(p[i], least));
        return -Rows.Sum(terms);
    }

    private static Vector<float> Exp(Vector<float> x)
    {
        x = Vector.Max(new Vector<float>(-80f), Vector.Min(new Vector<float>(80f), x));
        var k = Vector.Floor((x * new Vector<float>(Log2E)) + new Vector<float>(0.5f));
        var r = x - (k * new Vector<float>(Ln2High)) - (k * new Vector<float>(Ln2Low));
        var sum = new Vector<float>(1.9875691500e-4f);
        sum = (sum * r) + new Vector<float>(1.3981999507e-3f);
        sum = (sum * r) + new Vector<float>(8.3334519073e-3f);
        sum = (sum * r) + new Vector<float>(4.1665795894e-2f);
        sum = (sum * r) + new Vector<float>(1.6666665459e-1f);
        sum = (sum * r) + new Vector<float>(5.0000001201e-1f);
        sum = (sum * r * r) + r + Vector<float>.One;
        return sum * Vector.AsVectorSingle((Vector.ConvertToInt32(k) + new Vector<int>(127)) << 23);
    }

    private static Vector<float> Log(Vector<float> x)
    {
        var bits = Vector.AsVectorInt32(x);
        var k = Vector.ConvertToSingle((bits >> 23) - new Vector<int>(127));
        var m = Vector.AsVectorSingle((bits & new Vector<int>(0x7FFFFF)) | new Vector<int>(0x3F800000));
        var s = (m - Vector<float>.One) / (m + Vector<float>.One);
        var q = s * s;
        var sum = new Vector<float>(2f / 11);
        foreach (var term in (ReadOnlySpan<float>)[2f / 9, 2f / 7, 2f / 5, 2f / 3, 2f]) sum = (sum * q) + new Vector<float>(term);
        return (sum * s) + (k * new Vector<float>(Ln2High)) + (k * new Vector<float>(Ln2Low));
    }
}
