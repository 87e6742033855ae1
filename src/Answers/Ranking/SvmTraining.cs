using System.Numerics;
using System.Runtime.InteropServices;
using Answers.Index;

namespace Answers.Ranking;

/// <summary>
/// One training run of an <see cref="Svm"/>: squared hinge loss by dual coordinate descent (Hsieh and others 2008). Weights
/// lie feature by feature, so that the work is row operations over all classes.
/// </summary>
internal sealed class SvmTraining
{
    private const float OwnCost = 4f, RestCost = 1f;
    private readonly float[] _weights, _scores;
    private readonly int _row;

    private SvmTraining(int features, int classes)
    {
        _row = Rows.Padded(classes);
        (_weights, _scores) = (new float[features * _row], new float[_row]);
    }

    public static Svm Run(bool characters, IReadOnlyList<Example> examples, int features, int classes, int passes, ulong seed)
    {
        var training = new SvmTraining(features, classes);
        var duals = new float[examples.Count * training._row];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var dice = new Dice(seed);
        for (var pass = 0; pass < passes; pass++)
        {
            dice.Shuffle(order);
            foreach (var i in order) training.Learn(examples[i].In(characters), examples[i].Class, duals.AsSpan(i * training._row, training._row));
        }

        return new Svm(PackedRows.From(training._weights, training._row)) { Characters = characters };
    }

    // For every class: gradient of the dual, the clipped step, and what it adds to the weights.
    private void Learn(SparseText text, int own, Span<float> duals)
    {
        Array.Clear(_scores);
        var square = 0f;
        for (var i = 0; i < text.Features.Length; i++)
        {
            Rows.AddScaled(_scores, _weights.AsSpan(text.Features[i] * _row, _row), text.Values[i]);
            square += text.Values[i] * text.Values[i];
        }

        float ownScore = _scores[own], ownDual = duals[own];
        StepRest(_scores, duals, square);
        const float d = 1 / (2 * OwnCost);
        var next = MathF.Max(0, ownDual - ((ownScore - 1 + (ownDual * d)) / (square + d)));
        (_scores[own], duals[own]) = (next - ownDual, next);
        for (var i = 0; i < text.Features.Length; i++)
            Rows.AddScaled(_weights.AsSpan(text.Features[i] * _row, _row), _scores, text.Values[i]);
    }

    // Leaves the change of each class's weights in scores.
    private static void StepRest(Span<float> scores, Span<float> duals, float square)
    {
        const float d = 1 / (2 * RestCost);
        var s = MemoryMarshal.Cast<float, Vector<float>>(scores);
        var a = MemoryMarshal.Cast<float, Vector<float>>(duals);
        var inverse = new Vector<float>(1 / (square + d));
        var dv = new Vector<float>(d);
        for (var i = 0; i < s.Length; i++)
        {
            var gradient = (a[i] * dv) - s[i] - Vector<float>.One;
            var next = Vector.Max(Vector<float>.Zero, a[i] - (gradient * inverse));
            s[i] = a[i] - next;
            a[i] = next;
        }
    }
}
