namespace Answers.Tests.Understanding;

public sealed class FollowingUp
{
    [Theory]
    [InlineData("What is a lighthouse?", "who looks after it?", "lighthouse-keeper")]
    [InlineData("What is a buoy?", "which colours do they have?", "buoy-colours")]
    [InlineData("What is a harbour?", "and who runs it?", "harbour-master")]
    [InlineData("Where is Saltmouth?", "how deep is the water there?", "records/depth")]
    [InlineData("Where is Saltmouth?", "and Gull Haven?", "records/where")]
    [InlineData("How many ships were there in 1900?", "and now?", "ships-now")]
    public void AQuestionThatLeans_IsCompleted(string first, string second, string answer) => Assert.Equal(answer, SmallBase.Answer(first, second));

    [Theory]
    [InlineData("What is a lighthouse?", "What is a buoy?", "buoy")]
    [InlineData("What is the weather tomorrow?", "What is a buoy?", "buoy")]
    [InlineData("Where is Saltmouth?", "What does a pilot do?", "pilot")]
    [InlineData("How many ships were there in 1900?", "mooring fees", "fees")]
    [InlineData("What is a lighthouse?", "How many ships were there in 1900?", "ships-1900")]
    [InlineData("What makes the tide?", "who runs a harbour", "harbour-master")]
    public void AQuestionThatStandsAlone_IsNot(string first, string second, string answer) => Assert.Equal(answer, SmallBase.Answer(first, second));

    [Fact]
    public void ANameOfTheTurnBefore_IsCarriedOver()
    {
        var first = AnswerEngine.Remember(SmallBase.Engine.Ask("Where is Saltmouth?"));
        var second = SmallBase.Engine.Ask("how deep is the water there?", first);
        var third = SmallBase.Engine.Ask("and where is it?", AnswerEngine.Remember(second));

        Assert.True(second.Reasons.Question.Completed);
        Assert.Equal(["place:saltmouth"], Assert.Single(second.Reasons.Question.Mentions).Keys);
        Assert.Equal(["place:saltmouth"], Assert.Single(third.Reasons.Question.Mentions).Keys);
    }

    [Fact]
    public void ANewName_TakesTheOldOnesPlace()
    {
        var first = AnswerEngine.Remember(SmallBase.Engine.Ask("How deep is the water in Saltmouth?"));

        var second = SmallBase.Engine.Ask("and Gull Haven?", first);

        Assert.Equal("records/depth", Assert.IsType<Answered>(second).EntryId);
        Assert.Equal(["place:gull-haven"], Assert.Single(second.Reasons.Question.Mentions).Keys);
    }

    [Fact]
    public void WhatIsRemembered_IsShort()
    {
        var last = AnswerEngine.Remember(SmallBase.Engine.Ask(string.Concat(Enumerable.Repeat("lighthouse buoy ", 5_000))));

        Assert.InRange(last.Words.Count, 1, 40);
    }
}
