namespace Answers.Index;

/// <summary>Runs of 3 to 5 characters over the whole text, across word borders, and the words themselves.</summary>
internal sealed class CharacterView : View
{
    private const int Run = 0, Word = 1;
    private static readonly float[] Weights = [1f, 0.5f];

    public override ReadOnlySpan<float> GroupWeights => Weights;

    public override int LeastTexts(int group) => group == Run ? 2 : 1;

    public override void Read(IReadOnlyList<string> words, IReadOnlyList<string> stems, FeatureSink sink)
    {
        foreach (var word in words) sink.Take(Word, FeatureKey.Of(Word, word));
        var text = " " + string.Join(' ', words) + " ";
        for (var size = 3; size <= 5; size++)
            for (var at = 0; at + size <= text.Length; at++)
                sink.Take(Run, FeatureKey.Of(Run, text.AsSpan(at, size)));
    }
}
