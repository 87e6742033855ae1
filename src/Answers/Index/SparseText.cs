namespace Answers.Index;

/// <summary>A text as weighted features of one view. The whole has length 1 before the bias.</summary>
internal sealed class SparseText
{
    public required int[] Features { get; init; }

    public required float[] Values { get; init; }

    /// <summary>Share of stems never seen in training, weighted by rarity, 0 to 1.</summary>
    public float UnseenStems { get; init; }

    /// <summary>The same for pairs of neighbouring stems.</summary>
    public float UnseenNeighbours { get; init; }
}
