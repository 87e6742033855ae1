using Answers.Index;

namespace Answers.Ranking;

/// <summary>One hidden layer over summed feature vectors; <see cref="PerceptronTraining"/> makes it.</summary>
internal sealed class Perceptron(PackedRows embed, float[] bias, PackedRows output, float[] outBias) : Member
{
    private readonly int[] _units = [.. Enumerable.Range(0, bias.Length)];

    public override float Temperature => 0.5f;

    public override void Score(SparseText text, Span<float> scores)
    {
        Span<float> hidden = stackalloc float[bias.Length];
        bias.CopyTo(hidden);
        embed.Add(text.Features, text.Values, hidden);
        Curves.Tanh(hidden);
        outBias.CopyTo(scores);
        output.Add(_units, hidden, scores);
    }

    public override void Write(BinaryWriter to)
    {
        embed.Write(to);
        Blobs.Write(to, bias);
        output.Write(to);
        Blobs.Write(to, outBias);
    }

    public static Perceptron Read(bool characters, BinaryReader from) =>
        new(PackedRows.Read(from), Blobs.Read<float>(from), PackedRows.Read(from), Blobs.Read<float>(from)) { Characters = characters };
}

/// <summary>How a <see cref="Perceptron"/> is trained.</summary>
/// <param name="Hidden">Units, a multiple of <see cref="Rows.Lanes"/>.</param>
/// <param name="Passes">Passes over the examples.</param>
/// <param name="Seed">Of the dice.</param>
internal sealed record PerceptronPlan(int Hidden, int Passes, ulong Seed);
