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
        var length = 1;
        for (var i = 0; i < words.Count; i++) length += words[i].Length + 1;
        var text = length <= 1_024 ? stackalloc char[length] : new char[length];
        text[0] = ' ';
        var at = 1;
        for (var i = 0; i < words.Count; i++)
        {
            sink.Take(Word, FeatureKey.Of(Word, words[i]));
            words[i].CopyTo(text[at..]);
            at += words[i].Length;
            text[at++] = ' ';
        }

        FeatureKey.Runs(Run, text, sink);
    }
}
