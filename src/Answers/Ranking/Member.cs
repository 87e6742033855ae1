using Answers.Index;

namespace Answers.Ranking;

/// <summary>One trained model of the ensemble: gives every class a score.</summary>
internal abstract class Member
{
    /// <summary>Whether it reads the view of characters; else of words.</summary>
    public required bool Characters { get; init; }

    /// <summary>Divides the scores before they become shares.</summary>
    public abstract float Temperature { get; }

    /// <param name="text">In the member's view.</param>
    /// <param name="scores">One padded row, overwritten.</param>
    public abstract void Score(SparseText text, Span<float> scores);

    public abstract void Write(BinaryWriter to);
}
