using System.Numerics;
using System.Runtime.InteropServices;
using Answers.Index;

namespace Answers.Ranking;

/// <summary>
/// One-versus-rest linear classifiers with squared hinge loss, all classes at once, by dual coordinate descent
/// (Hsieh and others 2008). Weights lie feature by feature, so that training and scoring are row operations.
/// </summary>
internal sealed class Svm : Member
{
    private const float OwnCost = 4f, RestCost = 1f;
    private readonly float[] _weights;
    private readonly int _row;

    private Svm(float[] weights, int row) => (_weights, _row) = (weights, row);

    public override float Temperature => 0.18f;

    public override void Score(SparseText text, Span<float> scores)
    {
        scores.Clear();
        for (var i = 0; i < text.Features.Length; i++)
            Rows.AddScaled(scores, _weights.AsSpan(text.Features[i] * _row, _row), text.Values[i]);
    }

    public static Svm Train(bool characters, IReadOnlyList<Example> examples, int features, int classes, int passes, ulong seed)
    {
        var row = Rows.Padded(classes);
        var model = new Svm(new float[(long)features * row], row) { Characters = characters };
        var duals = new float[(long)examples.Count * row];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var dice = new Dice(seed);
        var scores = new float[row];
        for (var pass = 0; pass < passes; pass++)
        {
            dice.Shuffle(order);
            foreach (var i in order)
            {
                var text = examples[i].In(characters);
                model.Score(text, scores);
                model.Step(text, examples[i].Class, scores, duals.AsSpan(i * row, row));
            }
        }

        return model;
    }

    public override void Write(BinaryWriter to)
    {
        to.Write(_row);
        Blobs.Write(to, _weights);
    }

    public static Svm Read(bool characters, BinaryReader from)
    {
        var row = from.ReadInt32();
        return new Svm(Blobs.Read<float>(from), row) { Characters = characters };
    }

    // For every class: gradient of the dual, the clipped step, and what it adds to the weights.
    private void Step(SparseText text, int own, Span<float> scores, Span<float> duals)
    {
        var square = 0f;
        foreach (var value in text.Values) square += value * value;
        float ownScore = scores[own], ownDual = duals[own];
        StepRest(scores, duals, square);
        const float d = 1 / (2 * OwnCost);
        var next = MathF.Max(0, ownDual - ((ownScore - 1 + (ownDual * d)) / (square + d)));
        scores[own] = next - ownDual;
        duals[own] = next;

        for (var i = 0; i < text.Features.Length; i++)
            Rows.AddScaled(_weights.AsSpan(text.Features[i] * _row, _row), scores, text.Values[i]);
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
