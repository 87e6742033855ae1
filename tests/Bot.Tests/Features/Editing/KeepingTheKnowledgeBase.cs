using System.Text.Json;
using Bot.Storage;
using Bot.Tests.Knowledge.Releases;
using Bot.Tests.Support;

namespace Bot.Tests.Features.Editing;

/// <summary>From an edit to a release and back, through the front door.</summary>
public sealed class KeepingTheKnowledgeBase
{
    private const string Moved = "The bicycle shed stands beside the new east gate.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnArticle_IsEdited_Published_LookedBackAt_RolledBackAndWithdrawn()
    {
        await using var village = await KeptVillage.StartAsync();
        var admin = village.Admin;
        Assert.Contains("Release 0: the content that the program brings.", await admin.ReadsAsync("knowledge base"), StringComparison.Ordinal);

        // Edit, with the answer drawn beneath the form.
        var article = await admin.HearsAsync("edit shed");
        Assert.Equal("Where the bicycle shed stands", CardReading.Heading(article));
        var form = await admin.OpensAsync(article, "Edit in a form");
        Assert.Equal("The bicycle shed stands behind gate 1.", Keeper.Field(form, "shortAnswer"));
        var preview = await admin.SendsAsync(form, "Show the answer", ("shortAnswer", Moved));
        Assert.Contains("This is how the answer would look", CardReading.VisibleText(preview), StringComparison.Ordinal);
        Assert.Contains(Moved, CardReading.VisibleText(preview), StringComparison.Ordinal);
        Assert.Equal(Moved, Keeper.Field(preview, "shortAnswer"));
        Assert.Equal(JsonValueKind.Undefined, (await admin.SendsAsync(preview, "Save as a draft", ("why", "The shed was moved."))).ValueKind);
        var saved = GuideCard(await village.Guide.SentToAsync(admin.Person, 1));
        Assert.Equal("Draft saved", CardReading.Heading(saved));

        // What would change, and the check.
        var diff = CardReading.VisibleText(await admin.PressesAsync(saved, "What would change"));
        Assert.Contains("Changed: village/shed.md", diff, StringComparison.Ordinal);
        Assert.Contains("before: The bicycle shed stands behind gate 1.", diff, StringComparison.Ordinal);
        Assert.Contains($"after: {Moved}", diff, StringComparison.Ordinal);
        var check = await admin.EndsAsync(saved, "Check the drafts");
        Assert.Equal("The check found nothing in the way", CardReading.Heading(check));
        Assert.Contains("gate 1", await village.Anybody.ReadsAsync("Where is the bicycle shed?"), StringComparison.Ordinal);

        // Publish.
        var publish = await admin.PressesAsync(check, "Publish the drafts");
        var published = await admin.EndsAsync(publish, "Publish now", ("why", "The shed was moved."));
        Assert.Equal("Release 1 is served", CardReading.Heading(published));
        await village.Guide.UntilAsync(async () => (await village.Anybody.ReadsAsync("Where is the bicycle shed?")).Contains(Moved, StringComparison.Ordinal));
        var status = await admin.ReadsAsync("status");
        Assert.Contains("Release 1.", status, StringComparison.Ordinal);
        Assert.Contains("Made by you", status, StringComparison.Ordinal);
        Assert.Contains("none wait", status, StringComparison.Ordinal);

        // Who did what.
        var history = await admin.ReadsAsync("history of shed");
        Assert.Contains("village/shed.md changed in release 1", history, StringComparison.Ordinal);
        Assert.Contains("The shed was moved.", history, StringComparison.Ordinal);

        // Back, in one action.
        var releases = await admin.HearsAsync("releases");
        var back = await admin.EndsAsync(releases, "Serve release 0 again", ("why", "It was moved back."));
        Assert.Equal("Release 0 is served again", CardReading.Heading(back));
        await village.Guide.UntilAsync(async () => (await village.Anybody.ReadsAsync("Where is the bicycle shed?")).Contains("gate 1", StringComparison.Ordinal));

        history = await admin.ReadsAsync("history of shed");
        Assert.Contains("Release 0 was to be served", history, StringComparison.Ordinal);
        Assert.Contains("It was moved back.", history, StringComparison.Ordinal);

        // Take an answer back at once.
        var withdrawn = await admin.ReadsAsync("withdraw shed because it burnt down");
        Assert.Contains("is not shown any more", withdrawn, StringComparison.Ordinal);
        Assert.Contains("Where the water mill stands", withdrawn, StringComparison.Ordinal);
        Assert.Equal("Answer taken back for now", CardReading.Heading(await village.Anybody.HearsAsync("Where is the bicycle shed?")));
        Assert.Contains("Withdrawn: shed. it burnt down", await admin.ReadsAsync("status"), StringComparison.Ordinal);

        // All of it is in the audit log, with who and why.
        var audit = await village.Guide.Get<AuditRows>().ListAsync(null, 50, Ct);
        foreach (var action in (string[])["draft writes", "release made", "changed in release 1", "publication asked", "withdrawn"])
            Assert.Contains(audit, entry => entry.Action == action && entry.Who == admin.Id && entry.Why.Length > 0);
    }

    [Fact]
    public async Task AWithdrawnAnswer_IsMissedByOthersInWords_AndCanBeShownAgain()
    {
        await using var village = await KeptVillage.StartAsync();
        var before = await village.Anybody.HearsAsync("Where is the water mill?");
        var form = await village.Admin.HearsAsync("withdraw shed");
        Assert.Contains("Say why", await village.Admin.IsToldByAsync(form, "Withdraw it now"), StringComparison.Ordinal);

        await village.Admin.PressesAsync(form, "Withdraw it now", ("why", "Wrong gate."));

        var after = await village.Anybody.HearsAsync("Where is the water mill?");
        Assert.DoesNotContain("shed", CardReading.Prompts(after));
        Assert.Contains("Taken back and being checked: the further answer \"Where the bicycle shed stands\".", CardReading.VisibleText(after), StringComparison.Ordinal);
        var pressed = await village.Guide.PressAsync(village.Anybody.Person, CardReading.Button(before, "The bicycle shed"));
        Assert.Contains("taken back and is being checked", pressed.GetRawText(), StringComparison.Ordinal);

        var article = await village.Admin.HearsAsync("edit shed");
        Assert.Contains("Wrong gate.", CardReading.VisibleText(article), StringComparison.Ordinal);
        var restore = await village.Admin.PressesAsync(article, "Show it again");
        await village.Admin.PressesAsync(restore, "Show it again", ("why", "The gate was right."));
        Assert.Contains("gate 1", await village.Anybody.ReadsAsync("Where is the bicycle shed?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnArticle_IsRetired_WithASuccessor()
    {
        await using var village = await KeptVillage.StartAsync();
        var form = await village.Editor.HearsAsync("retire the bread oven");
        var kept = await village.Editor.PressesAsync(form, "Retire it", ("successor", "hall"), ("until", "2026-10-31"), ("note", "The oven was moved into the hall"), ("why", "New kitchen."));
        Assert.Equal("Retired, as a draft", CardReading.Heading(kept));

        var publish = await village.Admin.HearsAsync("publish because the oven has moved");
        Assert.Equal("Release 1 is served", CardReading.Heading(await village.Admin.EndsAsync(publish, "Publish now")));

        await village.Guide.UntilAsync(async () => (await village.Anybody.ReadsAsync("Where is the bread oven?")).Contains("Historical: the oven was moved into the hall", StringComparison.Ordinal));
        Assert.Equal("hall", CardReading.Prompts(await village.Anybody.HearsAsync("Where is the bread oven?"))[0]);
    }

    [Fact]
    public async Task AWording_IsAdded_AndFindsItsArticle()
    {
        await using var village = await KeptVillage.StartAsync();
        var form = await village.Editor.HearsAsync("add a wording to pond");
        var refused = await village.Editor.PressesAsync(form, "Add the wording", ("wording", "Where is the bread oven?"), ("why", "Asked."));
        Assert.Contains("belongs to", CardReading.VisibleText(refused), StringComparison.Ordinal);
        Assert.Equal("Where is the bread oven?", Keeper.Field(refused, "wording"));

        var kept = await village.Editor.PressesAsync(refused, "Add the wording", ("wording", "quack quack whereabouts"), ("why", "Asked by the school."));

        Assert.Equal("Wording added", CardReading.Heading(kept));
        Assert.Contains("added: quack quack whereabouts", CardReading.VisibleText(await village.Editor.PressesAsync(kept, "What would change")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AQuestionThatLosesItsAnswer_BarsTheWay_UntilAnAdminSaysWhy()
    {
        await using var village = await KeptVillage.StartAsync();
        Assert.Empty(await village.Guide.Get<Bot.Knowledge.Drafts.Drafting>().ChangeAsync(
            [new("questions.yaml", "shed:\n  - show us all the way to the duck pond\n")], "edit", new("29:other", "Kept for the fair."), Ct));

        var check = await village.Admin.HearsAsync("check");
        Assert.Contains("\"show us all the way to the duck pond\" has to get shed but gets pond", CardReading.VisibleText(check), StringComparison.Ordinal);
        var publish = await village.Admin.PressesAsync(check, "Publish the drafts");
        var barred = await village.Admin.EndsAsync(publish, "Publish now", ("why", "The fair."));
        Assert.Contains("Kept questions that lose their answer", CardReading.VisibleText(barred), StringComparison.Ordinal);
        Assert.Equal("The fair.", Keeper.Field(barred, "why"));

        var published = await village.Admin.EndsAsync(barred, "Publish all the same", ("although", "The pond is in the shed for now."));

        Assert.Equal("Release 1 is served", CardReading.Heading(published));
        Assert.Contains(await village.Guide.Get<AuditRows>().ListAsync("release 1", 10, Ct), entry => entry.Why.Contains("The pond is in the shed for now.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ErrorsInTheDrafts_AreListed_WithWhatToDo()
    {
        await using var village = await KeptVillage.StartAsync();
        var broken = SmallContent.Files.Find("village/shed.md")!.Replace("owner: The village", "", StringComparison.Ordinal);
        await village.Guide.Get<Bot.Knowledge.Drafts.Drafting>().ChangeAsync([new("village/shed.md", broken)], "edit", new("29:other", "Tidied."), Ct);

        var check = await village.Editor.HearsAsync("check the drafts");

        Assert.Equal("The check found something in the way", CardReading.Heading(check));
        Assert.Contains("village/shed.md, line 1: 'owner' is missing.", CardReading.VisibleText(check), StringComparison.Ordinal);
        Assert.DoesNotContain("Publish the drafts", Keeper.Titles(check));
        Assert.Contains("errors in the drafts. Check the drafts to see what to mend.", await village.Viewer.ReadsAsync("status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADraft_IsForgotten_AndTheLogSaysByWhom()
    {
        await using var village = await KeptVillage.StartAsync();
        await village.SaveAsync(village.Editor, "shed", Moved);
        var diff = await village.Editor.HearsAsync("what would change?");

        var after = await village.Editor.PressesAsync(diff, "Forget the draft of shed");

        Assert.Contains("Forgotten: the draft of village/shed.md.", CardReading.VisibleText(after), StringComparison.Ordinal);
        Assert.Contains(await village.Guide.Get<AuditRows>().ListAsync("village/shed.md", 5, Ct), entry => entry.Action == "draft forgotten" && entry.Who == village.Editor.Id);
        Assert.Contains("nothing was forgotten", CardReading.VisibleText(await village.Editor.PressesAsync(diff, "Forget the draft of shed")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyChanges_AreShownInPages()
    {
        await using var village = await KeptVillage.StartAsync();
        foreach (var id in (string[])["shed", "hall", "pond", "oven"]) await village.SaveAsync(village.Editor, id, $"The {id} has moved.");

        var first = await village.Viewer.HearsAsync("diff");
        var second = await village.Viewer.PressesAsync(first, "Next page");

        Assert.Contains("4 files: 4 changed.", CardReading.VisibleText(first), StringComparison.Ordinal);
        Assert.Contains("Page 2 of 2", CardReading.VisibleText(second), StringComparison.Ordinal);
        Assert.Contains("village/shed.md", CardReading.VisibleText(second), StringComparison.Ordinal);
        Assert.DoesNotContain(Keeper.Titles(first), title => title.StartsWith("Forget", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheAuditLog_ComesAsAFile()
    {
        await using var village = await KeptVillage.StartAsync(("Bot:PublicUrl", "https://guide.example"));
        await village.Admin.HearsAsync("withdraw shed because =1+1");
        var card = await village.Viewer.HearsAsync("audit log");
        Assert.Contains("Article shed withdrawn", CardReading.VisibleText(card), StringComparison.Ordinal);

        Assert.Equal("The file is below.", await village.Viewer.IsToldByAsync(card, "All of it as a file"));

        var offer = Assert.Single(await village.Guide.SentToAsync(village.Viewer.Person, 1)).GetRawText();
        Assert.Contains("Audit log ", offer, StringComparison.Ordinal);
        Assert.Contains("\"'=1+1\"", System.Text.Encoding.UTF8.GetString(AuditCsv.Of(await village.Guide.Get<AuditRows>().ListAsync(null, 5, Ct))), StringComparison.Ordinal);
    }

    private static JsonElement GuideCard(IReadOnlyList<JsonElement> sent) => Whole.GuideOnKestrel.CardOf(sent[^1]);
}
