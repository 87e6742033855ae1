namespace Answers.Grouping;

/// <summary>How much each comparison counts, and how alike the members of a group are at least on average.</summary>
internal sealed record Likeness(double Words, double Letters, double Nearest, double Least)
{
    /// <summary>Chosen on one made set and measured on another; both are in tests/Bot.Tests/Knowledge/Gaps.</summary>
    public static Likeness Measured { get; } = new(0.6, 0.2, 0.2, 0.2);

    public double Of(AskedVectors one, AskedVectors other) =>
        (Words * AskedVectors.Cosine(one.Words, other.Words)) + (Letters * AskedVectors.Cosine(one.Letters, other.Letters)) + (Nearest * AskedVectors.Cosine(one.Nearest, other.Nearest));
}
