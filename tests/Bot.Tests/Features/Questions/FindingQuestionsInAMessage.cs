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

    [Theory]
    [InlineData("the 5th and 6th question", "question 5", "question 6")]
    [InlineData("questions 2, 3 and 4 please", "question 2", "question 3", "question 4")]
    [InlineData("Can you show me q1 & q8?", "question 1", "question 8")]
    [InlineData("first and last question for governors", "question 1", "question 8")]
    [InlineData("Question 7 and question 2", "question 7", "question 2")]
    public void QuestionsNamedByNumber_AreAskedOneByOne(string message, params string[] asked) => Assert.Equal(asked, MessageQuestions.In(message));

    [Theory]
    [InlineData("the 8 questions")]
    [InlineData("question 5")]
    [InlineData("question 5 of 8")]
    [InlineData("I have one or two things to say about the 8 questions")]
    [InlineData("which two of the systems have devolution")]
    [InlineData("wave one and two")]
    public void NumbersOfOtherThings_AreNotQuestions(string message) => Assert.Equal([message], MessageQuestions.In(message));

    [Fact]
    public void QuestionsBeyondThree_AreCounted()
    {
        Assert.Equal(1, MessageQuestions.LeftOut("What is an STP? What is an ICS? What is an ICB? What is an ICP?"));
        Assert.Equal(0, MessageQuestions.LeftOut("What is an STP? What is an ICS?"));
    }

    [Theory]
    [InlineData("What is an STP and when did it start?", "What is an STP", "when did it start?")]
    [InlineData("who is on the board, and how are they chosen", "who is on the board,", "how are they chosen")]
    public void TwoQuestionsInOneSentence_AreHalves(string text, string first, string second) => Assert.Equal((first, second), MessageQuestions.Halves(text));

    [Theory]
    [InlineData("What is the difference between an STP and an ICS?")]
    [InlineData("Which footprint covers Bath and Wells?")]
    [InlineData("health and care")]
    public void OneQuestionWithAnAnd_HasNoHalves(string text) => Assert.Null(MessageQuestions.Halves(text));

    [Theory]
    [InlineData("what is an STP and what is it and ")]
    [InlineData("What is it? ")]
    [InlineData("question 1 and 2 and ")]
    [InlineData(": and what?\n")]
    [InlineData("and , & as well as ")]
    public void AHundredKilobytes_GiveFewTexts(string part)
    {
        var message = string.Concat(Enumerable.Repeat(part, 100_000 / part.Length));

        Assert.InRange(MessageQuestions.In(message).Count, 1, 3);
        Assert.Null(MessageQuestions.Halves(message));
        Assert.InRange(MessageQuestions.Parts(message).Count(), 0, 24);
    }

    [Fact]
    public void Pleasantries_AreLeftOutOfTheOtherReadings() => Assert.Equal(
        ["Our chair asked one thing: are STPs legal bodies?", "are STPs legal bodies?"],
        MessageQuestions.Parts("Hi team, hope you are well. Our chair asked one thing: are STPs legal bodies? Many thanks, Sam"));
}
