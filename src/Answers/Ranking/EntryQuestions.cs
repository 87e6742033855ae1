using Answers.Index;

namespace Answers.Ranking;

/// <summary>
/// One view of the entries' own questions, entry by entry: its features in order, and for each the questions that hold it, with the value
/// there in 65,535ths. What one entry needs lies together, for a comparison looks at one entry only and memory is slower than arithmetic.
/// </summary>
internal sealed class EntryQuestions
{
    private const float Whole = 65_535f;
    private readonly int[] _featuresOf;     // where an entry's features begin
    private readonly int[] _features, _starts;
    private readonly Holder[] _holders;

    private EntryQuestions(int[] featuresOf, int[] features, int[] starts, Holder[] holders) =>
        (_featuresOf, _features, _starts, _holders) = (featuresOf, features, starts, holders);

    /// <param name="firstOf">The first question of each entry, and one more.</param>
    /// <param name="texts">The questions in their order.</param>
    public static EntryQuestions From(int[] firstOf, SparseText[] texts)
    {
        var featuresOf = new int[firstOf.Length];
        List<int> features = [], starts = [];
        var holders = new List<Holder>(texts.Sum(t => t.Features.Length));
        for (var k = 0; k + 1 < firstOf.Length; k++)
        {
            foreach (var (feature, question, value) in Held(texts, firstOf[k], firstOf[k + 1]))
            {
                if (features.Count == featuresOf[k] || features[^1] != feature)
                {
                    features.Add(feature);
                    starts.Add(holders.Count);
                }

                holders.Add(new Holder((ushort)question, (ushort)MathF.Round(MathF.Min(1, value) * Whole)));
            }

            featuresOf[k + 1] = features.Count;
        }

        return new EntryQuestions(featuresOf, [.. features], [.. starts, holders.Count], [.. holders]);
    }

    /// <param name="text">What to compare with.</param>
    /// <param name="entry">Whose questions.</param>
    /// <param name="count">How many it has.</param>
    public float Nearest(SparseText text, int entry, int count)
    {
        Span<float> sums = count <= 1_024 ? stackalloc float[count] : new float[count];
        sums.Clear();
        var features = _features.AsSpan(_featuresOf[entry], _featuresOf[entry + 1] - _featuresOf[entry]);
        for (var i = 0; i < text.Features.Length; i++)
        {
            var held = Find(features, text.Features[i]);
            if (held < 0) continue;
            var value = text.Values[i] / Whole;
            var first = _featuresOf[entry] + held;
            foreach (var holder in _holders.AsSpan(_starts[first], _starts[first + 1] - _starts[first])) sums[holder.Question] += value * holder.Value;
        }

        var best = 0f;
        foreach (var sum in sums) best = MathF.Max(best, sum);
        return best;
    }

    public void Write(BinaryWriter to)
    {
        foreach (var part in new[] { _featuresOf, _features, _starts }) Blobs.Write(to, part);
        Blobs.Write(to, _holders);
    }

    public static EntryQuestions Read(BinaryReader from) =>
        new(Blobs.Read<int>(from), Blobs.Read<int>(from), Blobs.Read<int>(from), Blobs.Read<Holder>(from));

    // No branch depends on what is read, so that the processor works at several searches at once.
    private static int Find(ReadOnlySpan<int> features, int feature)
    {
        var low = 0;
        for (var length = features.Length; length > 1;)
        {
            var half = length >> 1;
            low += half & ((features[low + half] - feature - 1) >> 31);
            length -= half;
        }

        return low < features.Length && features[low] == feature ? low : -1;
    }

    private static (int Feature, int Question, float Value)[] Held(SparseText[] texts, int from, int to)
    {
        var held = new List<(int Feature, int Question, float Value)>();
        for (var q = from; q < to && q - from <= ushort.MaxValue; q++)
            for (var i = 0; i < texts[q].Features.Length; i++) held.Add((texts[q].Features[i], q - from, texts[q].Values[i]));
        held.Sort((a, b) => a.Feature != b.Feature ? a.Feature.CompareTo(b.Feature) : a.Question.CompareTo(b.Question));
        return [.. held];
    }

    /// <summary>A question that holds a feature.</summary>
    /// <param name="Question">Its place among the entry's.</param>
    /// <param name="Value">In 65,535ths.</param>
    private readonly record struct Holder(ushort Question, ushort Value);
}
