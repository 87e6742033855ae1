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

    public float Cosine(SparseText other)
    {
        var sum = 0f;
        for (int i = 0, j = 0; i < Features.Length && j < other.Features.Length;)
        {
            if (Features[i] == other.Features[j]) sum += Values[i++] * other.Values[j++];
            else if (Features[i] < other.Features[j]) i++;
            else j++;
        }

        return sum;
    }
}
