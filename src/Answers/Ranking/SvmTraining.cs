using System.Numerics;
using System.Runtime.InteropServices;
using Answers.Index;

namespace Answers.Ranking;

/// <summary>
/// One training run of one-versus-rest classifiers: squared hinge loss by dual coordinate descent (Hsieh and others 2008). Weights
/// lie feature by feature, so that the work is row operations over all classes.
/// </summary>
internal sealed class SvmTraining
{
    private const float OwnCost = 4f, RestCost = 1f, Temperature = 0.18f;

    /// <summary>A text whose multipliers all move less than this is left alone, and not looked at in the next passes.</summary>
    private const float Settled = 0.002f;
    private const int Pause = 2;

    // Rows are asked of memory this many before they are needed.
    private const int Ahead = 4;
    private readonly float[] _weights, _scores;
    private readonly int _row;

    private SvmTraining(int features, int classes)
    {
        _row = Rows.Padded(classes);
        (_weights, _scores) = (new float[features * _row], new float[_row]);
    }

    public static Linear Run(bool characters, IReadOnlyList<Example> examples, int features, int classes, int passes, ulong seed)
    {
        var training = new SvmTraining(features, classes);
        var duals = new float[examples.Count * training._row];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var dice = new Dice(seed);
        var lookAgain = new int[examples.Count];
        for (var pass = 0; pass < passes; pass++)
        {
            dice.Shuffle(order);
            foreach (var i in order)
            {
                if (pass < lookAgain[i]) continue;
                var moved = training.Learn(examples[i].In(characters), examples[i].Class, duals.AsSpan(i * training._row, training._row));
                if (!moved) lookAgain[i] = pass + 1 + Pause;
            }
        }

        return new Linear(PackedRows.From(training._weights, training._row), Temperature) { Characters = characters };
    }

    // For every class: gradient of the dual, the clipped step, and what it adds to the weights. False where nothing much moved.
    private bool Learn(SparseText text, int own, Span<float> duals)
    {
        Array.Clear(_scores);
        var square = 0f;
        for (var i = 0; i < text.Features.Length; i++)
        {
            Rows.AddScaled(_scores, _weights.AsSpan(text.Features[i] * _row, _row), text.Values[i]);
            if (i + Ahead < text.Features.Length) Rows.Fetch<float>(_weights.AsSpan(text.Features[i + Ahead] * _row, _row));
            square += text.Values[i] * text.Values[i];
        }

        const float d = 1 / (2 * OwnCost);
        var next = MathF.Max(0, duals[own] - ((_scores[own] - 1 + (duals[own] * d)) / (square + d)));
        var change = next - duals[own];
        Changes(_scores, duals, square);
        _scores[own] = change;
        if (Rows.Furthest(_scores) < Settled) return false;
        Rows.AddScaled(duals, _scores, -1);
        duals[own] = next;
        for (var i = 0; i < text.Features.Length; i++)
            Rows.AddScaled(_weights.AsSpan(text.Features[i] * _row, _row), _scores, text.Values[i]);
        return true;
    }

    // Scores become the change of each class's weights, which is minus the change of its dual.
    private static void Changes(Span<float> scores, ReadOnlySpan<float> duals, float square)
    {
        const float d = 1 / (2 * RestCost);
        var s = MemoryMarshal.Cast<float, Vector<float>>(scores);
        var a = MemoryMarshal.Cast<float, Vector<float>>(duals);
        var inverse = new Vector<float>(1 / (square + d));
        var dv = new Vector<float>(d);
        for (var i = 0; i < s.Length; i++)
        {
            var gradient = (a[i] * dv) - s[i] - Vector<float>.One;
            s[i] = a[i] - Vector.Max(Vector<float>.Zero, a[i] - (gradient * inverse));
        }
    }
}
