using Answers.Index;

namespace Answers.Ranking;

/// <summary>A training text in both views.</summary>
/// <param name="Words">View of words.</param>
/// <param name="Characters">View of characters.</param>
/// <param name="Class">Index of its entry, or <see cref="Stranger"/>.</param>
internal sealed record Example(SparseText Words, SparseText Characters, int Class)
{
    public const int Stranger = -1;

    public SparseText In(bool characters) => characters ? Characters : Words;
}
