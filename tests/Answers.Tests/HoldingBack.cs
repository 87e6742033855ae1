namespace Answers.Tests;

/// <summary>The confidence that is said, held against questions that were kept from the engine.</summary>
public sealed class HoldingBack
{
    private static readonly IReadOnlyList<HeldBack> Held = AnswerEngine.HoldBack(SmallBase.Source);

    [Fact]
    public void EveryKind_IsAmongThem()
    {
        Assert.Contains(Held, h => h.Right);
        Assert.Contains(Held, h => !h.Right);
        Assert.All(Held, h => Assert.InRange(h.Confidence, 0, 1));
        Assert.All(Held, h => Assert.True(h.Weight > 0));
    }

    [Fact]
    public void MoreConfidence_IsMoreOftenRight()
    {
        var sorted = Held.OrderBy(h => h.Confidence).ToArray();
        var half = sorted.Length / 2;

        Assert.True(Right(sorted[half..]) > Right(sorted[..half]));
    }

    [Fact]
    public void HoldingBackTwice_GivesTheSame() => Assert.Equal(Held, AnswerEngine.HoldBack(SmallBase.Source));

    private static double Right(HeldBack[] held) => held.Sum(h => h.Right ? h.Weight : 0) / held.Sum(h => h.Weight);
}
