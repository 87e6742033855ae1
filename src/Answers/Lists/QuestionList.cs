using Answers.Index;
using Answers.Ranking;

namespace Answers.Lists;

/// <summary>Every question with its weighted features, unit by unit, to compare a text with.</summary>
internal sealed class QuestionList
{
    private const float Whole = 65_535f;
    private readonly int[] _firstOf;    // the first question of each unit
    private readonly int[] _starts, _features;
    private readonly ushort[] _values;

    private QuestionList(int[] firstOf, int[] starts, int[] features, ushort[] values) =>
        (_firstOf, _starts, _features, _values) = (firstOf, starts, features, values);

    /// <param name="firstOf">The first question of each unit, and one more.</param>
    /// <param name="space">Gives the features their values.</param>
    /// <param name="questions">In order.</param>
    public static QuestionList From(int[] firstOf, FeatureSpace space, RawText[] questions)
    {
        var texts = new SparseText[questions.Length];
        Parallel.For(0, questions.Length, q => texts[q] = space.Weigh(questions[q]));
        var starts = new int[questions.Length + 1];
        for (var q = 0; q < texts.Length; q++) starts[q + 1] = starts[q] + texts[q].Features.Length;
        var list = new QuestionList(firstOf, starts, new int[starts[^1]], new ushort[starts[^1]]);
        for (var q = 0; q < texts.Length; q++)
        {
            texts[q].Features.CopyTo(list._features, starts[q]);
            for (var i = 0; i < texts[q].Values.Length; i++) list._values[starts[q] + i] = (ushort)MathF.Round(MathF.Min(1, texts[q].Values[i]) * Whole);
        }

        return list;
    }

    public int Units => _firstOf.Length - 1;

    /// <summary>Questions of a unit, as numbers from the first up to but not including the last.</summary>
    public (int From, int To) Of(int unit) => (_firstOf[unit], _firstOf[unit + 1]);

    /// <summary>How near a unit's questions are: mostly the nearest of them, partly the three nearest.</summary>
    /// <param name="text">The weights of what was asked.</param>
    /// <param name="unit">Whose questions.</param>
    /// <param name="without">A question that is passed over; -1 for none.</param>
    public (float Nearest, float Score) Nearness(WeightTable text, int unit, int without)
    {
        float first = 0, second = 0, third = 0;
        for (var q = _firstOf[unit]; q < _firstOf[unit + 1]; q++)
        {
            if (q == without) continue;
            var cosine = Cosine(text, q);
            if (cosine > first) (first, second, third) = (cosine, first, second);
            else if (cosine > second) (second, third) = (cosine, second);
            else if (cosine > third) third = cosine;
        }

        return (first, (0.7f * first) + (0.2f * second) + (0.1f * third));
    }

    public bool Holds(int unit, int feature)
    {
        for (var at = _starts[_firstOf[unit]]; at < _starts[_firstOf[unit + 1]]; at++)
            if (_features[at] == feature) return true;
        return false;
    }

    public void Write(BinaryWriter to)
    {
        Blobs.Write(to, _firstOf);
        Blobs.Write(to, _starts);
        Blobs.Write(to, _features);
        Blobs.Write(to, _values);
    }

    public static QuestionList Read(BinaryReader from) => new(Blobs.Read<int>(from), Blobs.Read<int>(from), Blobs.Read<int>(from), Blobs.Read<ushort>(from));

    private float Cosine(WeightTable text, int question)
    {
        var sum = 0f;
        for (var at = _starts[question]; at < _starts[question + 1]; at++) sum += text.Of(_features[at]) * _values[at];
        return sum / Whole;
    }
}
