using System.Text.Json;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Support;
using Bot.Tests.Whole;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Features.Editing;

/// <summary>Documents from the chat and from sources, as far as their drafts.</summary>
public sealed class TakingDocumentsIn : IAsyncLifetime
{
    private const string Fair = "# The village fair\n\n## When the fair opens\n\nThe fair opens on the first Saturday of June at noon.\n\n## Who may have a stall\n\nEverybody who lives in the village may have a stall.\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("icsguide-papers-").FullName;
    private FileServer _drive = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _drive = await FileServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _drive.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task ADocumentInAnEditorsChat_StartsDrafts_AndSaysWhatWasRead()
    {
        await using var village = await KeptVillage.StartAsync();
        var read = await DropAsync(village, village.Editor, "fair.md", Fair, "New this year.");

        Assert.Equal("Read: fair.md", CardReading.Heading(read));
        var text = CardReading.VisibleText(read);
        Assert.Contains("2 passages", text, StringComparison.Ordinal);
        Assert.Contains("When the fair opens", text, StringComparison.Ordinal);
        Assert.Contains("What is served has not changed.", text, StringComparison.Ordinal);
        var diff = CardReading.VisibleText(await village.Editor.PressesAsync(read, "What would change"));
        Assert.Contains("first Saturday of June", diff, StringComparison.Ordinal);
        Assert.Contains("by you, from fair.md: New this year.", diff, StringComparison.Ordinal);
        Assert.Contains(await village.Guide.Get<AuditRows>().ListAsync(null, 20, Ct), entry => entry.Who == village.Editor.Id && entry.Why == "fair.md: New this year.");
    }

    [Fact]
    public async Task TheSameDocumentAgain_ChangesNothing()
    {
        await using var village = await KeptVillage.StartAsync();
        await DropAsync(village, village.Editor, "fair.md", Fair);
        var drafts = await village.Guide.Get<DraftRows>().ListAsync(Ct);

        var again = await DropAsync(village, village.Admin, "fair.md", Fair);

        Assert.Contains("say all of this already, so no draft was made", CardReading.VisibleText(again), StringComparison.Ordinal);
        Assert.Equal(drafts, await village.Guide.Get<DraftRows>().ListAsync(Ct));
    }

    [Theory]
    [InlineData("fair.doc", "x", "It is in an old Word format. Save it as .docx.")]
    [InlineData("fair.exe", "MZ", "Files of this kind are not read.")]
    [InlineData("fair.docx", "This is no Word file.", "is named .docx but is plain text")]
    [InlineData("fair.md", "", "The file is empty.")]
    public async Task ADocumentThatCannotBeRead_IsRefused_WithWhatToDo(string name, string says, string why)
    {
        await using var village = await KeptVillage.StartAsync();

        var refused = await DropAsync(village, village.Editor, name, says);

        Assert.Equal("I could not read your document", CardReading.Heading(refused));
        Assert.Contains(why, CardReading.VisibleText(refused), StringComparison.Ordinal);
        Assert.Empty(await village.Guide.Get<DraftRows>().ListAsync(Ct));
    }

    [Fact]
    public async Task AFileThatIsGone_IsSaidSo()
    {
        await using var village = await KeptVillage.StartAsync();
        _drive.Next(404);

        var refused = GuideOnKestrel.CardOf(Assert.Single(await village.Guide.PostForRepliesAsync(village.Editor.Person.DropsAFile("", "fair.md", _drive.Address, null))));

        Assert.Contains("I could not fetch the file. Send it again.", CardReading.VisibleText(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfVeryManyFiles_TheFirstTenAreTaken_AndTheRestNamed()
    {
        await using var village = await KeptVillage.StartAsync();
        var message = village.Editor.Person.DropsAFile("", "fair.md", _drive.Address, null);
        var files = message["attachments"]!.AsArray();
        // One is the text as HTML.
        while (files.Count < 301) files.Add(files[0]!.DeepClone());
        for (var i = 0; i < 10; i++) _drive.Next(404);

        var replies = await village.Guide.PostForRepliesAsync(message);

        Assert.Equal(11, replies.Count);
        Assert.Equal("I took the first 10 of 300 files. Send the others in another message.", replies[^1].GetProperty("text").GetString());
    }

    [Fact]
    public async Task FromEverybodyElse_NoFileIsOpened()
    {
        await using var village = await KeptVillage.StartAsync();

        foreach (var keeper in (Keeper[])[village.Viewer, village.Anybody])
            Assert.Equal("I did not open your file", CardReading.Heading(await DropAsync(village, keeper, "fair.md", Fair)));
        Assert.Empty(_drive.Calls);
    }

    [Fact]
    public async Task ADocumentWithSomebodysNumber_IsPointedOut()
    {
        await using var village = await KeptVillage.StartAsync();

        var read = await DropAsync(village, village.Editor, "note.md", "# A note\n\nThe visitor's NHS number is 943 476 5919.\n");

        Assert.Contains("what looks like an NHS number or a date of birth", CardReading.VisibleText(read), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InTeams_TheCardIsBroughtUpToDateWhereItStands()
    {
        await using var village = await KeptVillage.StartAsync();
        _drive.Next(http => http.Response.WriteAsync(Fair));
        await village.Guide.SendAsync(village.Editor.Person.DropsAFile("", "fair.md", _drive.Address, village.Guide.Connector.ServiceUrl));

        var sent = await village.Guide.SentToAsync(village.Editor.Person, 2);

        Assert.Equal("Reading your document", CardReading.Heading(GuideOnKestrel.CardOf(sent[0])));
        Assert.Equal("Read: fair.md", CardReading.Heading(GuideOnKestrel.CardOf(sent[1])));
        Assert.Equal(["POST", "PUT"], village.Guide.CallsOf(village.Editor.Person).Select(call => call.Method));
    }

    [Fact]
    public async Task ARefresh_MakesDrafts_AndTheStatusSaysWhen()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "fair.md"), Fair, Ct);
        await File.WriteAllTextAsync(Path.Combine(_folder, "old.doc"), "x", Ct);
        await using var village = await KeptVillage.StartAsync(("Bot:Knowledge:Sources:papers:Kind", "Folder"), ("Bot:Knowledge:Sources:papers:Where", _folder));
        var status = await village.Editor.HearsAsync("status");
        Assert.Contains("papers. Never refreshed", CardReading.VisibleText(status), StringComparison.Ordinal);

        var ended = await village.Editor.EndsAsync(status, "Refresh the sources");

        Assert.Equal("Refreshed: there is something to look at", CardReading.Heading(ended));
        Assert.Contains("New or changed 1", CardReading.VisibleText(ended), StringComparison.Ordinal);
        Assert.Contains("first Saturday of June", CardReading.VisibleText(await village.Viewer.HearsAsync("what would change")), StringComparison.Ordinal);
        Assert.Contains("papers. Last refresh just now", await village.Viewer.ReadsAsync("status"), StringComparison.Ordinal);
        Assert.Contains("Refreshed: nothing has changed", await village.Editor.ReadsAsync("refresh papers"), StringComparison.Ordinal);
        Assert.Contains("There is no such source. The settings name: papers.", await village.Editor.ReadsAsync("refresh website"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereNoSourceIsSetUp_ARefreshSaysWhatToDo()
    {
        await using var village = await KeptVillage.StartAsync();

        Assert.Contains("No source is set up. Name a folder", await village.Editor.ReadsAsync("refresh"), StringComparison.Ordinal);
    }

    private async Task<JsonElement> DropAsync(KeptVillage village, Keeper keeper, string name, string says, string beside = "")
    {
        _drive.Next(http => http.Response.WriteAsync(says));
        return GuideOnKestrel.CardOf((await village.Guide.PostForRepliesAsync(keeper.Person.DropsAFile(beside, name, _drive.Address, null)))[0]);
    }
}
