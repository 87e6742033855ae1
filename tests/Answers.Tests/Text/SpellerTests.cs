using Answers.Text;

namespace Answers.Tests.Text;

public sealed class SpellerTests
{
    private static readonly Speller Speller = new(new Dictionary<string, int>
    {
        ["partnership"] = 10,
        ["governor"] = 8,
        ["governors"] = 6,
        ["plan"] = 9,
        ["plane"] = 1,
        ["trust"] = 7,
        ["transformation"] = 5,
        ["care"] = 9,
        ["core"] = 2,
        ["stp"] = 20,
    });

    [Theory]
    [InlineData("partnersip", "partnership")]
    [InlineData("parntership", "partnership")]
    [InlineData("partnerrship", "partnership")]
    [InlineData("partmership", "partnership")]
    [InlineData("trsut", "trust")]
    [InlineData("transfomatoin", "transformation")]
    [InlineData("planz", "plan")]
    [InlineData("cxre", "care")]
    public void ASlip_IsMended(string typed, string meant) => Assert.Equal(meant, Speller.Correct(typed));

    [Theory]
    [InlineData("trust")]
    [InlineData("stq")]
    [InlineData("zebra")]
    [InlineData("trust2")]
    [InlineData("")]
    public void AKnownShortOrStrangeWord_IsLeft(string typed) => Assert.Null(Speller.Correct(typed));

    [Fact]
    public void WithEqualDistance_TheCommonerWordWins() => Assert.Equal("care", Speller.Correct("cqre"));

    [Fact]
    public void VeryLongWords_AreLeft() => Assert.Null(Speller.Correct(new string('a', 10_000)));
}
