using System.Text.Json;
using Bot.Tests.Support;

namespace Bot.Tests.Features.Editing;

/// <summary>Two people at one article, and texts that must not be lost.</summary>
public sealed class EditingTogether
{
    [Fact]
    public async Task TheSecondToSave_SeesWhatTheFirstKept_AndLosesNothing()
    {
        await using var village = await KeptVillage.StartAsync();
        var mine = await village.OpenAsync(village.Editor, "shed");
        await village.SaveAsync(village.Admin, "shed", "The shed is by the church.");

        var again = await village.Editor.SendsAsync(mine, "Save as a draft", ("shortAnswer", "The shed is by the school."), ("why", "I saw it."));

        var text = CardReading.VisibleText(again);
        Assert.Contains("Somebody else changed this article while you wrote.", text, StringComparison.Ordinal);
        Assert.Contains("before: The shed is by the church.", text, StringComparison.Ordinal);
        Assert.Equal("The shed is by the school.", Keeper.Field(again, "shortAnswer"));
        Assert.Equal(JsonValueKind.Undefined, (await village.Editor.SendsAsync(again, "Save as a draft")).ValueKind);
        Assert.Contains("after: The shed is by the school.", await village.Viewer.ReadsAsync("diff"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverPublishes_SeesFirstWhatOthersAddedMeanwhile()
    {
        await using var village = await KeptVillage.StartAsync();
        await village.SaveAsync(village.Editor, "shed", "The shed has moved.");
        var form = await village.Admin.HearsAsync("publish");
        await village.SaveAsync(village.Editor, "pond", "The pond has dried up.");

        var again = await village.Admin.PressesAsync(form, "Publish now", ("why", "Moves."));

        var text = CardReading.VisibleText(again);
        Assert.Contains("The drafts changed since you looked, so nothing was published.", text, StringComparison.Ordinal);
        Assert.Contains($"village/pond.md, by {village.Editor.Id}", text, StringComparison.Ordinal);
        Assert.Equal("Moves.", Keeper.Field(again, "why"));
        Assert.Equal("Release 1 is served", CardReading.Heading(await village.Admin.EndsAsync(again, "Publish now")));
        Assert.Contains("Nothing to publish", CardReading.VisibleText(await village.Admin.HearsAsync("publish")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shortAnswer", "", "'short'")]
    [InlineData("prompts", "nowhere\nhall", "The prompt 'nowhere' is not the id of another article.")]
    [InlineData("sources", "HEARSAY", "'HEARSAY' is not in sources.yaml")]
    [InlineData("alternates", "one only", "There are 1 alternates. Write at least 8.")]
    [InlineData("heading", "Where is it?", "A heading is no question")]
    [InlineData("asOf", "yesterday", "Choose the date as at which the answer is right.")]
    [InlineData("state", "Sunken", "Choose a status.")]
    [InlineData("why", " ", "Say why in a few words")]
    public async Task AMistake_IsNamed_AndWhatWasTypedIsStillThere(string field, string value, string says)
    {
        await using var village = await KeptVillage.StartAsync();
        var form = await village.OpenAsync(village.Editor, "shed");
        var long_ = string.Concat(Enumerable.Repeat("A long thought. ", 300));

        var again = await village.Editor.SendsAsync(form, "Save as a draft", ("detailText", long_), ("why", "Because."), (field, value));

        Assert.Contains(says, CardReading.VisibleText(again), StringComparison.Ordinal);
        Assert.Equal(long_, Keeper.Field(again, "detailText"));
        if (field is not "asOf") Assert.Equal(value, Keeper.Field(again, field));
        Assert.Contains("Nothing waits", await village.Viewer.ReadsAsync("diff"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATextTooLongToDraw_IsKeptAllTheSame()
    {
        await using var village = await KeptVillage.StartAsync();
        var form = await village.OpenAsync(village.Editor, "shed");
        var tooLong = string.Concat(Enumerable.Repeat("word ", 6_000));

        var again = await village.Editor.SendsAsync(form, "Save as a draft", ("detailText", tooLong), ("why", "Because."));

        Assert.Contains("A form carries up to 24,000", CardReading.VisibleText(again), StringComparison.Ordinal);
        Assert.Equal(tooLong, Keeper.Field(again, "detailText"));
    }

    [Fact]
    public async Task MarkdownAndSigns_ComeBackAsTheyWere()
    {
        await using var village = await KeptVillage.StartAsync();
        const string detail = "## A \"heading\"\n\n- one: *two*\n- 'three' \\ four\n\nÉté & <b>bold</b> {{x}}";
        var form = await village.OpenAsync(village.Editor, "shed");
        await village.Editor.SendsAsync(form, "Save as a draft", ("detailText", detail), ("points", "- first\n• second\nthird: \"x\""), ("why", "Because."));

        var again = await village.OpenAsync(village.Editor, "shed");

        Assert.Equal(detail, Keeper.Field(again, "detailText"));
        Assert.Equal("first\nsecond\nthird: \"x\"", Keeper.Field(again, "points"));
    }

    [Fact]
    public async Task AClientWithoutDialogs_GetsTheFormInTheChat()
    {
        await using var village = await KeptVillage.StartAsync();
        var message = village.Editor.Person.Submits(JsonElement.Parse("""{"fallback":{"data":{"verb":"kb-edit","article":"shed"}}}"""));
        var form = Whole.GuideOnKestrel.CardOf(Assert.Single(await village.Guide.PostForRepliesAsync(message)));

        var saved = await village.Editor.PressesAsync(form, "Save as a draft", ("shortAnswer", "The shed is gone."), ("why", "Storm."));

        Assert.Equal("Draft saved", CardReading.Heading(saved));
    }
}
