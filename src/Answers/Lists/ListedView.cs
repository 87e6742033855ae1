using Answers.Index;

namespace Answers.Lists;

/// <summary>The features of a large base: stems, their neighbours, and runs of characters inside words.</summary>
internal sealed class ListedView : View
{
    public const int Stem = 0, Neighbours = 1;
    private const int Inside = 2;
    private static readonly float[] Weights = [1f, 0.7f, 0.7f];

    public override ReadOnlySpan<float> GroupWeights => Weights;

    public override int LeastTexts(int group) => group == Stem ? 1 : 2;

    public override void Read(IReadOnlyList<string> words, IReadOnlyList<string> stems, FeatureSink sink)
    {
        for (var i = 0; i < stems.Count; i++)
        {
            sink.Take(Stem, FeatureKey.Of(Stem, stems[i]));
            if (i > 0) sink.Take(Neighbours, FeatureKey.Of(Neighbours, stems[i - 1], stems[i]));
            ReadInside(words[i], sink);
        }
    }

    private static void ReadInside(string word, FeatureSink sink)
    {
        if (word.Length > 40 || word[0] == '{') return;
        Span<char> marked = stackalloc char[word.Length + 2];
        marked[0] = '<';
        word.CopyTo(marked[1..]);
        marked[^1] = '>';
        for (var at = 0; at + 4 <= marked.Length; at++) sink.Take(Inside, FeatureKey.Of(Inside, marked.Slice(at, 4)));
    }
}
