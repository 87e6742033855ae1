using Bot.Features.Files;
using Bot.Tests.Cards;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Features.Files;

public sealed class DroppingAFile
{
    [Fact]
    public async Task AFileAlone_GetsAKindAnswer()
    {
        var guide = await SharedGuide.Instance;

        var replies = await guide.PostForRepliesAsync(Person.New().DropsAFile(""));

        var card = GuideOnKestrel.CardOf(Assert.Single(replies));
        Assert.Equal("I did not open your file", CardReading.Heading(card));
        Assert.Equal(["eight-questions", "about-privacy"], CardReading.Prompts(card));
        Assert.DoesNotContain("board-paper", card.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AQuestionBesideAFile_IsAnsweredToo()
    {
        var guide = await SharedGuide.Instance;

        var replies = await guide.PostForRepliesAsync(Person.New().DropsAFile("What is an ICS?"));

        Assert.Equal(2, replies.Count);
        Assert.Contains("integrated care system", CardReading.VisibleText(GuideOnKestrel.CardOf(replies[1])), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void TheCard_IsAsApproved() => ApprovedJson.Check(ReceivedFileCard.Of().ToUtf8Json(), "ReceivedFile");

    [Fact]
    public Task TheCard_IsDrawnWhole() => CardRendering.CheckAsync("received-file", ReceivedFileCard.Of().ToUtf8Json());
}
