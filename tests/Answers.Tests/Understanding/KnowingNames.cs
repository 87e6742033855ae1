namespace Answers.Tests.Understanding;

public sealed class KnowingNames
{
    [Theory]
    [InlineData("Where is Saltmouth?", "place:saltmouth")]
    [InlineData("where is SALTMOUTH", "place:saltmouth")]
    [InlineData("Where is Gull Haven?", "place:gull-haven")]
    [InlineData("where is gull haven's quay", "place:gull-haven")]
    [InlineData("Where is Northwick on Sea?", "place:northwick")]
    [InlineData("Where is Saltmoth?", "place:saltmouth")]
    public void AName_IsFound(string text, string key) => Assert.Equal([key], Assert.Single(SmallBase.Engine.Ask(text).Reasons.Question.Mentions).Keys);

    [Fact]
    public void ANameOfTwo_StandsForBoth() => Assert.Equal(
        ["place:northwick", "place:northwick-inland"], Assert.Single(SmallBase.Engine.Ask("Where is Northwick?").Reasons.Question.Mentions).Keys);

    [Theory]
    [InlineData("What is the deal with buoys?", 0)]
    [InlineData("How deep is the water in Deal?", 1)]
    [InlineData("Where is Deal?", 1)]
    [InlineData("deal and saltmouth: same harbour?", 2)]
    [InlineData("deal or saltmouth", 2)]
    [InlineData("deal and buoys", 0)]
    public void AnOrdinaryWord_IsANameOnlyWhereItsNeighboursSaySo(string text, int names) =>
        Assert.Equal(names, SmallBase.Engine.Ask(text).Reasons.Question.Mentions.Count);
}
