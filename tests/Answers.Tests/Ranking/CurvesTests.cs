using Answers.Ranking;

namespace Answers.Tests.Ranking;

public sealed class CurvesTests
{
    [Fact]
    public void Tanh_IsCloseToTheTangent_OverItsWholeRange()
    {
        var row = Enumerable.Range(-1_600, 3_200).Select(i => i / 100f).ToArray();
        var curved = row.ToArray();
        Curves.Tanh(curved);
        Assert.All(row.Zip(curved), pair => Assert.Equal(MathF.Tanh(pair.First), pair.Second, 2e-6f));
    }
}
