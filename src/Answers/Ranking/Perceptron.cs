using Answers.Index;

namespace Answers.Ranking;

/// <summary>One hidden layer over summed feature vectors, with dropout and label smoothing; AdaGrad steps.</summary>
internal sealed class Perceptron : Member
{
    private readonly float[] _embed, _bias, _out, _outBias;
    private readonly int _hidden, _row;

    private Perceptron(int features, int hidden, int row)
        : this(new float[(long)features * hidden], new float[hidden], new float[hidden * row], new float[row], hidden, row) { }

    private Perceptron(float[] embed, float[] bias, float[] output, float[] outBias, int hidden, int row) =>
        (_embed, _bias, _out, _outBias, _hidden, _row) = (embed, bias, output, outBias, hidden, row);

    public override float Temperature => 0.5f;

    public override void Score(SparseText text, Span<float> scores)
    {
        Span<float> hidden = stackalloc float[_hidden];
        _bias.CopyTo(hidden);
        for (var i = 0; i < text.Features.Length; i++)
            Rows.AddScaled(hidden, _embed.AsSpan(text.Features[i] * _hidden, _hidden), text.Values[i]);
        _outBias.CopyTo(scores);
        for (var h = 0; h < _hidden; h++) Rows.AddScaled(scores, _out.AsSpan(h * _row, _row), Exact.Tanh(hidden[h]));
    }

    public static Perceptron Train(
        bool characters, IReadOnlyList<Example> examples, int features, int classes, PerceptronPlan plan)
    {
        var model = new Perceptron(features, plan.Hidden, Rows.Padded(classes)) { Characters = characters };
        new PerceptronTraining(model._embed, model._bias, model._out, model._outBias, classes, plan).Run(examples, characters);
        return model;
    }

    public override void Write(BinaryWriter to)
    {
        to.Write(_hidden);
        to.Write(_row);
        foreach (var part in new[] { _embed, _bias, _out, _outBias }) Blobs.Write(to, part);
    }

    public static Perceptron Read(bool characters, BinaryReader from)
    {
        int hidden = from.ReadInt32(), row = from.ReadInt32();
        return new Perceptron(Blobs.Read<float>(from), Blobs.Read<float>(from), Blobs.Read<float>(from), Blobs.Read<float>(from), hidden, row)
        {
            Characters = characters,
        };
    }
}

/// <summary>How a <see cref="Perceptron"/> is trained.</summary>
internal sealed record PerceptronPlan(int Hidden, int Passes, ulong Seed);
