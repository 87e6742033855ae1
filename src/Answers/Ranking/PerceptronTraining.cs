using System.Numerics;
using System.Runtime.InteropServices;
using Answers.Index;

namespace Answers.Ranking;

/// <summary>One training run of a <see cref="Perceptron"/>: dropout, label smoothing, AdaGrad steps.</summary>
internal sealed class PerceptronTraining
{
    private const float EmbedRate = 0.05f, OutRate = 0.02f, Smoothing = 0.1f, Keep = 0.5f;
    private readonly float[] _embed, _bias, _out, _outBias, _embedSquares, _outSquares;
    private readonly float[] _h, _dh, _scores;
    private readonly int _hidden, _row, _classes;
    private readonly PerceptronPlan _plan;
    private readonly Dice _dice;
    private int[] _kept = new int[512];
    private float[] _values = new float[512];

    private PerceptronTraining(int features, int classes, PerceptronPlan plan)
    {
        (_hidden, _row, _classes, _plan) = (plan.Hidden, Rows.Padded(classes), classes, plan);
        (_embed, _bias, _out, _outBias) = (new float[features * _hidden], new float[_hidden], new float[_hidden * _row], new float[_row]);
        _dice = new Dice(plan.Seed);
        _embedSquares = Filled(features, 1e-4f);
        _outSquares = Filled(_out.Length, 1e-4f);
        (_h, _dh, _scores) = (new float[_hidden], new float[_hidden], new float[_row]);
        for (var i = 0; i < _embed.Length; i++) _embed[i] = _dice.Bell() * 0.05f;
        var scale = 1 / MathF.Sqrt(_hidden);
        for (var h = 0; h < _hidden; h++)
            for (var k = 0; k < classes; k++) _out[(h * _row) + k] = _dice.Bell() * scale;
        _outBias.AsSpan(classes).Fill(Rows.Nothing);
    }

    public static Perceptron Run(bool characters, IReadOnlyList<Example> examples, int features, int classes, PerceptronPlan plan)
    {
        var training = new PerceptronTraining(features, classes, plan);
        training.Learn(examples, characters);
        training._outBias.AsSpan(classes).Clear();
        return new Perceptron(PackedRows.From(training._embed, plan.Hidden), training._bias, PackedRows.From(training._out, training._row), training._outBias)
        {
            Characters = characters,
        };
    }

    private void Learn(IReadOnlyList<Example> examples, bool characters)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var steps = (float)_plan.Passes * examples.Count;
        var done = 0;
        for (var pass = 0; pass < _plan.Passes; pass++)
        {
            _dice.Shuffle(order);
            foreach (var i in order) Learn(examples[i].In(characters), examples[i].Class, 1 - (done++ / steps));
        }
    }

    private void Learn(SparseText text, int own, float fade)
    {
        var kept = Dropped(text);
        _bias.CopyTo(_h, 0);
        for (var i = 0; i < kept; i++) Rows.AddScaled(_h, _embed.AsSpan(_kept[i] * _hidden, _hidden), _values[i]);
        Curves.Tanh(_h);
        _outBias.CopyTo(_scores, 0);
        for (var h = 0; h < _hidden; h++)
        {
            _h[h] = _dice.Flip() ? _h[h] / Keep : 0;
            if (_h[h] != 0) Rows.AddScaled(_scores, _out.AsSpan(h * _row, _row), _h[h]);
        }

        Rows.Softmax(_scores, 1);
        Subtract(own);
        Back(kept, fade);
    }

    // Scores become the gradient: share less target.
    private void Subtract(int own)
    {
        for (var k = 0; k < _classes; k++) _scores[k] -= Smoothing / _classes;
        _scores[own] -= 1 - Smoothing;
        _scores.AsSpan(_classes).Clear();
    }

    private void Back(int kept, float fade)
    {
        var mean = 0f;
        for (var h = 0; h < _hidden; h++)
        {
            if (_h[h] == 0) { _dh[h] = 0; continue; }
            var row = _out.AsSpan(h * _row, _row);
            var slope = 1 - (_h[h] * Keep * _h[h] * Keep);
            _dh[h] = Rows.Dot(row, _scores) * slope / Keep;
            mean += _dh[h] * _dh[h];
            Rows.AdaGrad(row, _outSquares.AsSpan(h * _row, _row), _scores, _h[h], OutRate * fade);
        }

        mean /= _hidden;
        Rows.AddScaled(_outBias, _scores, -OutRate * fade);
        Rows.AddScaled(_bias, _dh, -EmbedRate * fade);
        for (var i = 0; i < kept; i++)
        {
            ref var squares = ref _embedSquares[_kept[i]];
            squares += _values[i] * _values[i] * mean;
            Rows.AddScaled(_embed.AsSpan(_kept[i] * _hidden, _hidden), _dh, -EmbedRate * fade * _values[i] / MathF.Sqrt(squares));
        }
    }

    private int Dropped(SparseText text)
    {
        if (_kept.Length < text.Features.Length) (_kept, _values) = (new int[text.Features.Length * 2], new float[text.Features.Length * 2]);
        var count = 0;
        for (var i = 0; i < text.Features.Length; i++)
            if (_dice.Flip()) (_kept[count], _values[count++]) = (text.Features[i], text.Values[i] / Keep);
        return count;
    }

    private static float[] Filled(int length, float value)
    {
        var values = new float[length];
        Array.Fill(values, value);
        return values;
    }
}
