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
        await using var guide = await WithoutARoleAsync();

        var replies = await guide.PostForRepliesAsync(Person.New().DropsAFile(""));

        var card = GuideOnKestrel.CardOf(Assert.Single(replies));
        Assert.Equal("I did not open your file", CardReading.Heading(card));
        Assert.Equal(["eight-questions", "about-privacy"], CardReading.Prompts(card));
        Assert.DoesNotContain("board-paper", card.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AQuestionBesideAFile_IsAnsweredToo()
    {
        await using var guide = await WithoutARoleAsync();

        var replies = await guide.PostForRepliesAsync(Person.New().DropsAFile("What is an ICS?"));

        Assert.Equal(2, replies.Count);
        Assert.Contains("integrated care system", CardReading.VisibleText(GuideOnKestrel.CardOf(replies[1])), StringComparison.OrdinalIgnoreCase);
    }

    // Where nobody has a role yet, everybody on this machine is admin, and admins' files are read.
    private static Task<GuideOnKestrel> WithoutARoleAsync() => GuideOnKestrel.StartAsync(new() { Settings = [("Bot:Roles:Viewers:0", Guid.NewGuid().ToString())] });

    [Fact]
    public void TheCard_IsAsApproved() => ApprovedJson.Check(ReceivedFileCard.Of().ToUtf8Json(), "ReceivedFile");

    [Fact]
    public Task TheCard_IsDrawnWhole() => CardRendering.CheckAsync("received-file", ReceivedFileCard.Of().ToUtf8Json());
}
