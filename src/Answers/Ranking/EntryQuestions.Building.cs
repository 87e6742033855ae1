using Answers.Index;

namespace Answers.Ranking;

internal sealed partial class EntryQuestions
{
    /// <param name="space">The view's features.</param>
    /// <param name="firstOf">The first question of each entry, and one more.</param>
    /// <param name="texts">The questions in their order.</param>
    public static EntryQuestions From(FeatureSpace space, int[] firstOf, RawText[] texts)
    {
        List<int> features = [], featuresOf = [0], rows = [], bitsOf = [0], scalesOf = [0];
        var bits = new List<byte>();
        var scales = new List<float>();
        for (var k = 0; k + 1 < firstOf.Length; k++)
        {
            var own = texts.AsSpan(firstOf[k], firstOf[k + 1] - firstOf[k]);
            var row = 0;
            foreach (var feature in Held(space, own).GroupBy(h => h.Feature))
            {
                features.Add(feature.Key);
                rows.Add(row);
                for (var times = 1; feature.Any(h => h.Times >= times); times++, row++) bits.AddRange(Row(feature.Where(h => h.Times >= times).Select(h => h.Question), own.Length));
            }

            rows.Add(row);
            scales.AddRange(Scales(space, own));
            featuresOf.Add(features.Count);
            bitsOf.Add(bits.Count);
            scalesOf.Add(scales.Count);
        }

        return new EntryQuestions(space, [.. features], [.. featuresOf], [.. rows], [.. bitsOf], [.. bits], [.. scalesOf], [.. scales]);
    }

    private static byte[] Row(IEnumerable<int> questions, int count)
    {
        var row = new byte[Stride(count)];
        foreach (var question in questions) row[question / Wide] |= (byte)(1 << (question % Wide));
        return row;
    }

    private static List<(int Feature, int Question, int Times)> Held(FeatureSpace space, ReadOnlySpan<RawText> texts)
    {
        var held = new List<(int Feature, int Question, int Times)>();
        for (var q = 0; q < texts.Length; q++)
        {
            for (var i = 0; i < texts[q].Keys.Length; i++)
                if (space.Find(texts[q].Keys[i]) is >= 0 and var feature) held.Add((feature, q, Math.Min(MostTimes, texts[q].Times(i))));
        }

        held.Sort();
        return held;
    }

    private static float[] Scales(FeatureSpace space, ReadOnlySpan<RawText> texts)
    {
        var places = Stride(texts.Length) * Wide;
        var scales = new float[space.Groups * places];
        for (var q = 0; q < texts.Length; q++)
        {
            var ofGroups = space.Scales(texts[q]);
            for (var g = 0; g < ofGroups.Length; g++) scales[(g * places) + q] = ofGroups[g];
        }

        return scales;
    }
}
