using Answers.Index;

namespace Answers.Ranking;

/// <summary>A training text in both views.</summary>
/// <param name="Words">View of words.</param>
/// <param name="Characters">View of characters.</param>
/// <param name="Class">Index of its entry; kinds of strangers follow after the entries. <see cref="None"/> for a question.</param>
internal sealed record Example(SparseText Words, SparseText Characters, int Class)
{
    public const int None = -1;

    public SparseText In(bool characters) => characters ? Characters : Words;
}
