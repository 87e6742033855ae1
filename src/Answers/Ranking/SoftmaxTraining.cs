using System.Numerics;
using System.Runtime.InteropServices;
using Answers.Index;

namespace Answers.Ranking;

/// <summary>One training run of a softmax regression: dropout, label smoothing, AdaGrad steps for every weight.</summary>
internal sealed class SoftmaxTraining
{
    private const float Rate = 0.3f, Smoothing = 0.1f, Keep = 0.5f, Temperature = 0.5f, FirstSquare = 1e-3f;
    private readonly float[] _weights, _squares, _scores;
    private readonly int _row, _classes;
    private readonly Dice _dice;
    private int[] _kept = new int[512];
    private float[] _values = new float[512];

    private SoftmaxTraining(int features, int classes, ulong seed)
    {
        (_row, _classes, _dice) = (Rows.Padded(classes), classes, new Dice(seed));
        (_weights, _squares, _scores) = (new float[features * _row], new float[features * _row], new float[_row]);
        Array.Fill(_squares, FirstSquare);
    }

    public static Linear Run(bool characters, IReadOnlyList<Example> examples, int features, int classes, int passes, ulong seed)
    {
        var training = new SoftmaxTraining(features, classes, seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var steps = (float)passes * examples.Count;
        var done = 0;
        for (var pass = 0; pass < passes; pass++)
        {
            training._dice.Shuffle(order);
            foreach (var i in order) training.Learn(examples[i].In(characters), examples[i].Class, Rate * (1 - (done++ / steps)));
        }

        return new Linear(PackedRows.From(training._weights, training._row), Temperature) { Characters = characters };
    }

    private void Learn(SparseText text, int own, float rate)
    {
        var kept = Dropped(text);
        _scores.AsSpan(0, _classes).Clear();
        _scores.AsSpan(_classes).Fill(Rows.Nothing);
        for (var i = 0; i < kept; i++) Rows.AddScaled(_scores, _weights.AsSpan(_kept[i] * _row, _row), _values[i]);
        Rows.Softmax(_scores, 1);
        for (var k = 0; k < _classes; k++) _scores[k] -= Smoothing / _classes;
        _scores[own] -= 1 - Smoothing;
        _scores.AsSpan(_classes).Clear();
        for (var i = 0; i < kept; i++) Step(_kept[i] * _row, _values[i], rate);
    }

    private void Step(int at, float value, float rate) =>
        Rows.AdaGrad(_weights.AsSpan(at, _row), _squares.AsSpan(at, _row), _scores, value, rate);

    private int Dropped(SparseText text)
    {
        if (_kept.Length < text.Features.Length) (_kept, _values) = (new int[text.Features.Length * 2], new float[text.Features.Length * 2]);
        var count = 0;
        for (var i = 0; i < text.Features.Length; i++)
            if (_dice.Flip()) (_kept[count], _values[count++]) = (text.Features[i], text.Values[i] / Keep);
        return count;
    }
}
