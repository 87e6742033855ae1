using System.Text.Json;
using Bot.Storage;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Features.Editing;

/// <summary>What each role may say and press; nobody else's sentences are taken.</summary>
public sealed class HavingTheRole : IAsyncLifetime
{
    private KeptVillage _village = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _village = await KeptVillage.StartAsync();

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Theory]
    [InlineData("status", "viewer")]
    [InlineData("what would change", "viewer")]
    [InlineData("history of shed", "viewer")]
    [InlineData("audit log", "viewer")]
    [InlineData("releases", "viewer")]
    [InlineData("stale", "viewer")]
    [InlineData("refresh", "editor")]
    [InlineData("check", "editor")]
    [InlineData("edit shed", "editor")]
    [InlineData("add a wording to shed", "editor")]
    [InlineData("retire shed", "editor")]
    [InlineData("discard drafts", "editor")]
    [InlineData("publish", "admin")]
    [InlineData("roll back", "admin")]
    [InlineData("withdraw shed because it is wrong", "admin")]
    [InlineData("restore shed", "admin")]
    public async Task ASentence_IsForItsRole_AndThoseAboveIt(string sentence, string least)
    {
        string[] roles = ["viewer", "editor", "admin"];
        foreach (var (role, keeper) in roles.Zip([_village.Viewer, _village.Editor, _village.Admin]))
        {
            var reply = Assert.Single(await _village.Guide.PostForRepliesAsync(keeper.Person.Says(sentence)));
            var said = reply.TryGetProperty("text", out var text) ? text.GetString()! : "";
            if (Array.IndexOf(roles, role) < Array.IndexOf(roles, least))
                Assert.StartsWith($"This needs the role of {least}, and yours is {role}. Nothing was changed. Ask an admin of this guide, or ask ", said, StringComparison.Ordinal);
            else
                Assert.DoesNotContain("This needs the role", said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("status")]
    [InlineData("publish")]
    [InlineData("edit shed")]
    [InlineData("withdraw shed because it is wrong")]
    [InlineData("knowledge base")]
    public async Task WhoeverHasNoRole_IsAnsweredAsAlways(string sentence)
    {
        var reply = Assert.Single(await _village.Guide.PostForRepliesAsync(_village.Anybody.Person.Says(sentence)));

        Assert.DoesNotContain("kb-", reply.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(await _village.Guide.Get<AuditRows>().ListAsync(null, 10, Ct));
    }

    [Theory]
    [InlineData("Where is the bicycle shed?")]
    [InlineData("history of the village")]
    [InlineData("what is the status of the duck pond")]
    [InlineData("how do I publish a paper")]
    [InlineData("check whether the mill stands")]
    public async Task AQuestion_IsAQuestion_ForAdminsToo(string question) =>
        Assert.DoesNotContain("kb-", Assert.Single(await _village.Guide.PostForRepliesAsync(_village.Admin.Person.Says(question))).GetRawText(), StringComparison.Ordinal);

    /// <summary>A button can be forged, or come from a card that somebody passed on.</summary>
    [Theory]
    [InlineData("kb-publish", "admin")]
    [InlineData("kb-publish-form", "admin")]
    [InlineData("kb-roll-back", "admin")]
    [InlineData("kb-withdraw", "admin")]
    [InlineData("kb-restore", "admin")]
    [InlineData("kb-retire", "editor")]
    [InlineData("kb-wording", "editor")]
    [InlineData("kb-forget", "editor")]
    [InlineData("kb-edit", "editor")]
    [InlineData("kb-edit-save", "editor")]
    [InlineData("kb-check", "editor")]
    [InlineData("kb-refresh", "editor")]
    [InlineData("kb-dismiss", "editor")]
    [InlineData("kb-stale", "viewer")]
    [InlineData("kb-problems", "editor")]
    [InlineData("kb-status", "viewer")]
    [InlineData("kb-diff", "viewer")]
    [InlineData("kb-audit", "viewer")]
    [InlineData("kb-audit-file", "viewer")]
    [InlineData("kb-history", "viewer")]
    public async Task AButton_IsForItsRole_WhoeverPressesIt(string verb, string least)
    {
        var button = JsonElement.Parse($$$"""{"verb":"{{{verb}}}","data":{"article":"shed","number":"0","why":"x","wording":"y","successor":"hall","until":"2026-10-01","note":"z","path":"village/shed.md"}}""");
        Keeper[] below = least switch { "admin" => [_village.Editor, _village.Viewer, _village.Anybody], "editor" => [_village.Viewer, _village.Anybody], _ => [_village.Anybody] };
        foreach (var keeper in below)
        {
            var reply = await _village.Guide.PressAsync(keeper.Person, button);
            Assert.Matches("^(This needs the role of|This is for the people who keep the knowledge base of this guide. If you would like something to be changed, ask )", reply.GetProperty("value").GetString());
        }

        Assert.Empty(await _village.Guide.Get<AuditRows>().ListAsync(null, 10, Ct));
        Assert.Empty(await _village.Guide.Get<DraftRows>().ListAsync(Ct));
    }

    [Fact]
    public async Task InFrontOfOthers_NothingOfTheWorkingsIsShown()
    {
        var inTheTeam = Person.New("channel", _village.Admin.Person.EntraId);

        Assert.Contains("only in your personal chat", Assert.Single(await _village.Guide.PostForRepliesAsync(inTheTeam.Says("status"))).GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AViewersCards_OfferNothingThatTheyMayNotPress()
    {
        string[] cards = ["status", "diff", "releases", "audit log", "history of shed"];
        foreach (var sentence in cards)
            Assert.DoesNotContain(Keeper.Titles(await _village.Viewer.HearsAsync(sentence)), title => title.StartsWith("Publish", StringComparison.Ordinal) || title.StartsWith("Serve", StringComparison.Ordinal) || title.StartsWith("Check", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ThisAnswer_IsTheOneSeenLast()
    {
        await _village.Admin.HearsAsync("Where is the duck pond?");
        await _village.Guide.FlushAsync();

        Assert.Equal("Where the duck pond stands", CardReading.Heading(await _village.Admin.HearsAsync("edit this")));
    }

    [Fact]
    public async Task AnUnknownArticle_IsAskedForWithNearOnes()
    {
        var card = await _village.Admin.HearsAsync("edit the bycicle shed");

        Assert.Equal("No article by that name", CardReading.Heading(card));
        Assert.Equal("Where the bicycle shed stands", CardReading.Heading(await _village.Admin.PressesAsync(card, "The bicycle shed")));
    }
}
