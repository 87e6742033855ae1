using Answers.Index;

namespace Answers.Ranking;

/// <summary>Linear classifiers, all classes at once; <see cref="SvmTraining"/> and <see cref="SoftmaxTraining"/> make them.</summary>
internal sealed class Linear(PackedRows weights, float temperature) : Member
{
    public override float Temperature => temperature;

    public override void Score(SparseText text, Span<float> scores)
    {
        scores.Clear();
        weights.Add(text.Features, text.Values, scores);
    }

    public override void Write(BinaryWriter to)
    {
        to.Write(temperature);
        weights.Write(to);
    }

    public static Linear Read(bool characters, BinaryReader from)
    {
        var temperature = from.ReadSingle();
        return new Linear(PackedRows.Read(from), temperature) { Characters = characters };
    }
}
