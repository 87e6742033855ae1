using Answers.Index;

namespace Answers.Ranking;

/// <summary>One-versus-rest linear classifiers, all classes at once; <see cref="SvmTraining"/> makes them.</summary>
internal sealed class Svm(PackedRows weights) : Member
{
    public override float Temperature => 0.18f;

    public override void Score(SparseText text, Span<float> scores)
    {
        scores.Clear();
        weights.Add(text.Features, text.Values, scores);
    }

    public override void Write(BinaryWriter to) => weights.Write(to);

    public static Svm Read(bool characters, BinaryReader from) => new(PackedRows.Read(from)) { Characters = characters };
}
