namespace Answers.Tests.Understanding;

public sealed class SpeakingOfAYear
{
    [Theory]
    [InlineData("How many ships were there in 1900?", "ships-1900")]
    [InlineData("How many ships were there in 1925?", "ships-1900")]
    [InlineData("How many ships were there in 1995?", "ships-2000")]
    [InlineData("How many ships were there before 2010?", "ships-2000")]
    [InlineData("How many ships were there in March 2009?", "ships-2000")]
    [InlineData("How many ships were there in January 2010?", "ships-now")]
    [InlineData("How many ships were there in 2010?", "ships-now")]
    [InlineData("How many ships are there today?", "ships-now")]
    [InlineData("What is the current number of ships?", "ships-now")]
    public void TheYear_PicksTheEntry(string question, string answer) => Assert.Equal(answer, SmallBase.Answer(question));

    [Theory]
    [InlineData("ships in 1995", 1995, 1, 1, 1995, 12, 31)]
    [InlineData("ships in February 2000", 2000, 2, 1, 2000, 2, 29)]
    [InlineData("ships in feb 2001", 2001, 2, 1, 2001, 2, 28)]
    [InlineData("ships before 2010", 2009, 1, 1, 2009, 12, 31)]
    public void APeriod_IsRead(string text, int y1, int m1, int d1, int y2, int m2, int d2)
    {
        var period = SmallBase.Engine.Ask(text).Reasons.Question.Period;

        Assert.Equal(new Answers.Understanding.Period(new(y1, m1, d1), new(y2, m2, d2)), period);
    }

    [Theory]
    [InlineData("What is a lighthouse?")]
    [InlineData("room 1234")]
    [InlineData("ship 98765")]
    [InlineData("in 0000")]
    [InlineData("in 9999")]
    public void NoPeriod_IsReadWhereThereIsNone(string text) => Assert.Null(SmallBase.Engine.Ask(text).Reasons.Question.Period);

    [Fact]
    public void Now_IsAPeriodOfItsOwn() => Assert.True(SmallBase.Engine.Ask("how many ships are there today").Reasons.Question.Period?.Now);
}
