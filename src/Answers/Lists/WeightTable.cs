using Answers.Index;

namespace Answers.Lists;

/// <summary>A text's weights by feature, small enough to stay in the processor's nearest cache. One a thread.</summary>
internal sealed class WeightTable
{
    [ThreadStatic]
    private static WeightTable? _mine;

    private int[] _features = [];
    private float[] _weights = [];
    private int _shift;

    public static WeightTable Of(SparseText text)
    {
        var table = _mine ??= new WeightTable();
        table.Fill(text);
        return table;
    }

    /// <returns>0 where the text does not hold the feature.</returns>
    public float Of(int feature)
    {
        for (var at = Start(feature); ; at = (at + 1) & (_features.Length - 1))
        {
            if (_features[at] == feature) return _weights[at];
            if (_features[at] < 0) return 0;
        }
    }

    private void Fill(SparseText text)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, text.Features.Length * 3));
        if (_features.Length != size) (_features, _weights) = (new int[size], new float[size]);
        _shift = 32 - System.Numerics.BitOperations.Log2((uint)size);
        Array.Fill(_features, -1);
        for (var i = 0; i < text.Features.Length; i++)
        {
            var at = Start(text.Features[i]);
            while (_features[at] >= 0) at = (at + 1) & (size - 1);
            (_features[at], _weights[at]) = (text.Features[i], text.Values[i]);
        }
    }

    private int Start(int feature) => (int)(((uint)feature * 2654435769u) >> _shift);
}
