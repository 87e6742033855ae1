namespace Answers.Index;

/// <summary>One way of turning words into features. Groups are normalised apart, so that many characters do not drown few words.</summary>
internal abstract class View
{
    /// <summary>Weight of each feature group.</summary>
    public abstract ReadOnlySpan<float> GroupWeights { get; }

    /// <summary>In how many training texts a feature of a group is seen at least.</summary>
    public abstract int LeastTexts(int group);

    /// <summary>Gives every feature of the words to the sink, repeats included.</summary>
    public abstract void Read(IReadOnlyList<string> words, IReadOnlyList<string> stems, FeatureSink sink);
}
