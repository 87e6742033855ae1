namespace Answers.Index;

/// <summary>Stems, their neighbours and pairs, where they stand, and characters inside words.</summary>
internal sealed class WordView : View
{
    public const int Stem = 0, Neighbours = 1;
    private const int Pair = 2, Place = 3, Inside = 4;
    private const int MostStemsForPairs = 30;
    private static readonly float[] Weights = [1f, 1f, 0.7f, 0.5f, 1f];

    public override ReadOnlySpan<float> GroupWeights => Weights;

    public override int LeastTexts(int group) => group is Pair or Inside ? 2 : 1;

    public override void Read(IReadOnlyList<string> words, IReadOnlyList<string> stems, FeatureSink sink)
    {
        var before = "<";
        for (var i = 0; i < stems.Count; i++)
        {
            sink.Take(Stem, FeatureKey.Of(Stem, stems[i]));
            sink.Take(Neighbours, FeatureKey.Of(Neighbours, before, stems[i]));
            before = stems[i];
            if (i < 3) sink.Take(Place, FeatureKey.Of(Place, "012".AsSpan(i, 1), stems[i]));
            ReadInside(words[i], sink);
        }

        if (stems.Count == 0) return;
        sink.Take(Neighbours, FeatureKey.Of(Neighbours, before, ">"));
        sink.Take(Place, FeatureKey.Of(Place, "$", stems[^1]));
        ReadPairs(stems, sink);
    }

    private static void ReadPairs(IReadOnlyList<string> stems, FeatureSink sink)
    {
        var distinct = new string[MostStemsForPairs];
        var count = 0;
        for (var i = 0; i < stems.Count; i++)
        {
            if (Array.IndexOf(distinct, stems[i], 0, count) >= 0) continue;
            if (count == MostStemsForPairs) return;
            distinct[count++] = stems[i];
        }

        Array.Sort(distinct, 0, count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
            for (var j = i + 1; j < count; j++)
                sink.Take(Pair, FeatureKey.Of(Pair, distinct[i], distinct[j]));
    }

    private static void ReadInside(string word, FeatureSink sink)
    {
        if (word.Length > 40 || word[0] == '{') return;
        Span<char> marked = stackalloc char[word.Length + 2];
        marked[0] = '<';
        word.CopyTo(marked[1..]);
        marked[^1] = '>';
        FeatureKey.Runs(Inside, marked, sink);
    }
}
