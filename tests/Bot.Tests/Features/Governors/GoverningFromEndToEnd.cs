using System.Text.Json;
using Bot.Tests.Fakes;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Features.Governors;

/// <summary>One conversation from the first word to the last, with a restart in its middle.</summary>
public sealed class GoverningFromEndToEnd
{
    [Theory]
    [InlineData(WalkingThroughTheEight.Acute, "NHS South Yorkshire")]
    [InlineData(WalkingThroughTheEight.Straddling, "named Tees, Esk and Wear Valleys")]
    [InlineData(WalkingThroughTheEight.Merged, "NHS Surrey and Sussex")]
    public async Task AGovernor_WalksAsksRecordsPacksAndDeletes(string trust, string local)
    {
        using var folder = new TemporaryFolder();
        var (time, governor) = (new FakeTime(), new Governor(null!, Person.New()));
        await using (var before = await GuideOnKestrel.StartAsync(new() { DatabaseFolder = folder.Path, Time = time }))
        {
            var ann = governor.At(before);
            await ann.HearsAsync("help me prepare for the council meeting on 12 January");
            Assert.Contains($"For {trust}, meeting on 12 January 2027", await ann.ReadsAsync(trust), StringComparison.Ordinal);
            Assert.Contains(local, await ann.ReadsAsync("1"), StringComparison.Ordinal);
            for (var question = 2; question <= 4; question++)
            {
                var card = await ann.HearsAsync("next");
                Assert.Equal(BuiltInContent.Heading($"q{question}"), CardReading.Heading(card));
                Assert.Contains(CardReading.Squeeze(BuiltInContent.Short("icb")), await ann.ReadsAsync("What is an ICB?"), StringComparison.Ordinal);
                await ann.SavesAsync(await ann.OpensAsync(card, "Record the answer"), ("answer", $"Answer to {question}"), ("status", "Answered"), ("putTo", "the chair"));
            }
        }

        await using var after = await GuideOnKestrel.StartAsync(new() { DatabaseFolder = folder.Path, Time = time });
        var phone = governor.At(after);
        var progress = await phone.ReadsAsync("resume the eight questions");
        Assert.Contains("4. Better health and care for local people Answered, 12 January 2027", progress, StringComparison.Ordinal);
        for (var question = 5; question <= 8; question++)
        {
            var card = await phone.HearsAsync(question == 6 ? "how do we get value for public funds by working together?" : "next");
            Assert.Equal(BuiltInContent.Heading($"q{question}"), CardReading.Heading(card));
            var form = await phone.SubmitsAsync(card, "Record the answer");
            await phone.SavesInlineAsync(form, ("answer", $"Answer to {question}"), ("status", "Concern"));
        }

        Assert.Contains("Answer to 6", await phone.ReadsAsync("what did we hear last time about finance?"), StringComparison.Ordinal);
        Assert.Contains("Concerns - 5.", await phone.ReadsAsync("what is still open?"), StringComparison.Ordinal);
        await phone.PressesAsync(await phone.HearsAsync("remind me a week before 12 January"), "Yes, remind me");
        var files = await after.PostForRepliesAsync(governor.Person.Says("make my pack"));
        Assert.Equal([".docx", ".txt"], files.Select(f => Path.GetExtension(f.GetProperty("attachments")[0].GetProperty("name").GetString())));
        var deleted = await phone.ReadsAsync("delete what you hold about me");
        Assert.Contains("7 notes on meetings", deleted, StringComparison.Ordinal);
        Assert.Contains("1 reminder", deleted, StringComparison.Ordinal);
        Assert.Contains("Nothing held about you", await phone.ReadsAsync("what do you hold about me?"), StringComparison.Ordinal);
        Assert.Equal("Choose your trust", CardReading.Heading(await phone.HearsAsync("take me through the eight questions")));
    }
}
