using Bot.Features.Questions;

namespace Bot.Tests.Features.Questions;

public sealed class FindingQuestionsInAMessage
{
    [Theory]
    [InlineData("What is an ICS?")]
    [InlineData("ics meaning")]
    [InlineData("Thanks. Generally, who else sits in these partnerships?")]
    [InlineData("really? what is an STP")]
    [InlineData("")]
    public void AMessageWithOneQuestion_IsAskedAsItStands(string message) =>
        Assert.Equal([message], MessageQuestions.In(message));

    [Fact]
    public void SeveralQuestions_AreAskedOneByOne_UpToThree()
    {
        const string message = "Hello! What is an STP? Which footprint is Leeds in?\nWho decides there? And who pays for it?";
        Assert.Equal(["What is an STP?", "Which footprint is Leeds in?", "Who decides there?"], MessageQuestions.In(message));
    }

    [Fact]
    public void AnEmailWithOneQuestionInside_IsAskedForThatQuestion()
    {
        var message = $"Hi all, {string.Concat(Enumerable.Repeat("I hope that this finds you well. ", 8))}Could you tell me what an ICB is? Many thanks, Sam";
        Assert.Equal(["Could you tell me what an ICB is?"], MessageQuestions.In(message));
    }
}
