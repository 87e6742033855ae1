using Azure.Core;
using Bot.Graph;
using Bot.Knowledge.Sources;
using Bot.Storage;
using Bot.Storage.Sources;
using Bot.Tests.Fakes;
using Bot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using static Bot.Tests.Fakes.FakeSharePoint;

namespace Bot.Tests.Knowledge.Sources;

public sealed class RefreshingSharePoint : IAsyncLifetime
{
    private FakeSharePoint _graph = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _graph = await FakeSharePoint.StartAsync();
        _graph.Put("01A", Pair("leave", "Ask your lead."));
        _graph.Put("01B", Pair("parking", "Park behind the mill."));
        _graph.On("", _graph.Last("t1", Root(), FolderOf(FolderId, "Guides", "01ROOT"), File("01A", "leave.tsv", "1"), File("01B", "parking.tsv", "1")));
    }

    public ValueTask DisposeAsync() => _graph.DisposeAsync();

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task TheFolder_IsReadAsTheApp_AndTheNextRefreshAsksOnlyForChanges(DatabaseKind kind)
    {
        await using var desk = await OpenAsync(kind);

        var first = await desk.RefreshAsync("site");
        _graph.On("t1", _graph.Last("t2"));
        var second = await desk.RefreshAsync("site");
        _graph.On("t2", _graph.Last("t3"));
        await desk.RefreshAsync("site");

        Assert.Empty(first.Failed);
        Assert.Equal((2, 2), (first.Found, first.Changed));
        Assert.Equal((2, 0, 2, 0), (second.Found, second.Read, second.Unchanged, second.Drafts));
        Assert.Equal(["Ask your lead.", "Park behind the mill."], (await desk.ImportedAsync()).Select(a => a.Short).Order());
        Assert.All(_graph.Authorizations, authorization => Assert.Equal("Bearer fake", authorization));
        Assert.Equal(["", ""], _graph.Downloads);
        Assert.Contains("token=t2", _graph.Calls.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyTheNamedFolder_IsRead()
    {
        _graph.On("", _graph.Last("t1", Root(), FolderOf(FolderId, "Guides", "01ROOT"), FolderOf("01SUB", "Old", FolderId), File("01A", "leave.tsv", "1", "01SUB"), File("01B", "parking.tsv", "1", "01ROOT")));
        await using var desk = await OpenAsync();

        Assert.Equal(["Ask your lead."], await ShortsAsync(desk));
    }

    [Fact]
    public async Task PagesAreFollowed_AnEmptyOneToo_AndTheLastWordOnAnItemHolds()
    {
        _graph.On("", _graph.Next("p2", Root(), FolderOf(FolderId, "Guides", "01ROOT"), File("01A", "old name.tsv", "1")))
            .On("p2", _graph.Next("p3"))
            .On("p3", _graph.Last("t1", File("01A", "leave.tsv", "2"), File("01B", "parking.tsv", "1"), Deleted("01B")));
        await using var desk = await OpenAsync();

        Assert.Equal(["Ask your lead."], await ShortsAsync(desk));
        Assert.Contains("LEAVE-TSV", Assert.Single(await desk.ImportedAsync()).Sources[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeletedFile_WithoutAName_TakesItsArticlesAlong()
    {
        await using var desk = await OpenAsync();
        await desk.RefreshAsync("site");
        await desk.PublishAsync();
        _graph.On("t1", _graph.Last("t2", Deleted("01B")));

        var report = await desk.RefreshAsync("site");

        Assert.Equal(1, report.Removed);
        Assert.Equal("removed", Assert.Single((await desk.DraftAsync()).Changes).Kind);
    }

    [Fact]
    public async Task ANewVersionUnderTheSameName_ChangesItsArticle_ByItsETagAlone()
    {
        await using var desk = await OpenAsync();
        await desk.RefreshAsync("site");
        await desk.PublishAsync();
        _graph.Put("01A", Pair("leave", "Ask your manager."));
        _graph.On("t1", _graph.Last("t2", File("01A", "leave.tsv", "2")));

        Assert.Equal(1, (await desk.RefreshAsync("site")).Changed);
        Assert.Contains("Ask your manager.", Assert.Single((await desk.DraftAsync()).Changes).After, StringComparison.Ordinal);
        Assert.Equal(SourceMark.Changed, Assert.Single(await desk.Get<SourceMarks>().ListAsync(Ct)).Reason);
    }

    [Fact]
    public async Task ARenamedFile_AndARenamedFolderWithoutItsChildren_ChangeNothing()
    {
        await using var desk = await OpenAsync();
        await desk.RefreshAsync("site");
        var before = (await desk.DraftAsync()).Rows;
        _graph.On("t1", _graph.Last("t2", FolderOf(FolderId, "Guides of 2027", "01ROOT"), File("01A", "leave and absence.tsv", "2")));

        var report = await desk.RefreshAsync("site");

        Assert.Equal((2, 0, 0, 0), (report.Found, report.Changed, report.Removed, report.Drafts));
        Assert.Equal(before, (await desk.DraftAsync()).Rows);
    }

    [Fact]
    public async Task AFolderThatIsMovedOut_TakesItsChildrenAlong_AlthoughTheyAreNotListed()
    {
        _graph.On("", _graph.Last("t1", Root(), FolderOf(FolderId, "Guides", "01ROOT"), FolderOf("01SUB", "Old", FolderId), File("01A", "leave.tsv", "1", "01SUB"), File("01B", "parking.tsv", "1")));
        await using var desk = await OpenAsync();
        await desk.RefreshAsync("site");
        _graph.On("t1", _graph.Last("t2", FolderOf("01SUB", "Old", "01ROOT"))).On("t2", _graph.Last("t3", FolderOf("01SUB", "Old", FolderId)));

        Assert.Equal(1, (await desk.RefreshAsync("site")).Removed);
        Assert.Equal(["Park behind the mill."], (await desk.ImportedAsync()).Select(a => a.Short));

        // And back again.
        Assert.Equal(1, (await desk.RefreshAsync("site")).Changed);
        Assert.Equal(2, (await desk.ImportedAsync()).Count);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(3, true)]
    [InlineData(3, false)]
    public async Task ADeadToken_MeansAllOfItAnew_AndWhatIsMissingIsGone(int page, bool withLocation)
    {
        await using var desk = await OpenAsync();
        await desk.RefreshAsync("site");
        var dead = _graph.Resync(withLocation ? "fresh" : null);
        if (page == 1) _graph.On("t1", dead);
        else _graph.On("t1", _graph.Next("p2")).On("p2", _graph.Next("p3")).On("p3", dead);
        _graph.On(withLocation ? "fresh" : "", _graph.Last("t9", Root(), FolderOf(FolderId, "Guides", "01ROOT"), File("01A", "leave.tsv", "1")));

        var report = await desk.RefreshAsync("site");

        Assert.Empty(report.Failed);
        Assert.Equal((1, 0, 1), (report.Found, report.Read, report.Removed));
        Assert.Equal(["Ask your lead."], (await desk.ImportedAsync()).Select(a => a.Short));
    }

    [Fact]
    public async Task Throttling_IsWaitedFor_AndAServersOwnFaultIsAskedAgain()
    {
        _graph.On("", Fails(401, "InvalidAuthenticationToken", "0"), Fails(429, "activityLimitReached", "0"), Fails(503, "serviceNotAvailable", "0"),
            _graph.Last("t1", Root(), FolderOf(FolderId, "Guides", "01ROOT"), File("01A", "leave.tsv", "1"), File("01B", "parking.tsv", "1")));
        _graph.OnContent("01A", Fails(500, "generalException", "0"), Fails(429, "activityLimitReached", "0"));
        await using var desk = await OpenAsync();

        var report = await desk.RefreshAsync("site");

        Assert.Empty(report.Failed);
        Assert.Equal(2, report.Changed);
    }

    [Fact]
    public async Task AnAddressThatHasRunOut_IsAskedForAnew()
    {
        _graph.OnContent("01A", _graph.Expired(401));
        _graph.OnContent("01B", _graph.Expired(404));
        await using var desk = await OpenAsync();

        Assert.Equal(2, (await desk.RefreshAsync("site")).Changed);
    }

    [Fact]
    public async Task WhatCannotBeHandedOver_FailsInWords_AndIsTriedAgain()
    {
        var bad = File("01C", "virus.tsv", "1");
        bad["malware"] = new System.Text.Json.Nodes.JsonObject { ["description"] = "EICAR" };
        _graph.On("", _graph.Last("t1", Root(), FolderOf(FolderId, "Guides", "01ROOT"), File("01A", "leave.tsv", "1"), File("01B", "parking.tsv", "1"), bad, File("01D", "gone.tsv", "1")));
        _graph.OnContent("01A", Fails(423, "resourceLocked"));
        _graph.On("t1", _graph.Last("t2"));
        await using var desk = await OpenAsync();

        var report = await desk.RefreshAsync("site");
        var again = await desk.RefreshAsync("site");

        Assert.Contains(report.Failed, f => f.Document == "leave.tsv" && f.Words.Contains("locked", StringComparison.Ordinal));
        Assert.Contains(report.Failed, f => f.Document == "virus.tsv" && f.Words.Contains("malicious", StringComparison.Ordinal));
        Assert.Contains(report.Failed, f => f.Document == "gone.tsv" && f.Words.Contains("not there any more", StringComparison.Ordinal));
        Assert.DoesNotContain(_graph.Calls, call => call.Contains("01C", StringComparison.Ordinal));
        Assert.Equal(1, again.Changed);
        Assert.Equal(2, (await desk.ImportedAsync()).Count);
    }

    [Fact]
    public async Task ALinkThatRepeatsItself_IsGivenUp_AndNothingIsChanged()
    {
        _graph.On("", _graph.Next("p2", Root(), FolderOf(FolderId, "Guides", "01ROOT"))).On("p2", _graph.Next("p2", File("01A", "leave.tsv", "1")));
        await using var desk = await OpenAsync();

        Assert.Contains("in circles", await ProblemAsync(desk), StringComparison.Ordinal);
        Assert.Empty((await desk.DraftAsync()).Rows);
    }

    [Fact]
    public async Task ALinkToAnotherHost_IsNotFollowed_AndGetsNoToken()
    {
        await using var elsewhere = await FileServer.StartAsync();
        _graph.On("", Linked($"{elsewhere.Address}v1.0/drives/b!drive/root/delta?token=x", Root()));
        await using var desk = await OpenAsync();

        Assert.Contains("leads to another host", await ProblemAsync(desk), StringComparison.Ordinal);
        Assert.Empty(elsewhere.Calls);
    }

    [Theory]
    [InlineData(403, "accessDenied")]
    [InlineData(401, "InvalidAuthenticationToken")]
    public async Task AMissingGrant_IsNamed(int status, string code)
    {
        _graph.On("", Fails(status, code, "0"));
        await using var desk = await OpenAsync();

        Assert.Contains("Sites.Selected", await ProblemAsync(desk), StringComparison.Ordinal);
        Assert.Contains("Sites.Selected", (await desk.Get<SourceStatus>().ListAsync(Ct)).Single(s => s.Name == "site").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutTheSwitch_NothingIsAsked_AndTheNeedIsSaid()
    {
        await using var desk = await OpenAsync(settings: [("Bot:Graph:SharePoint", "false")]);

        Assert.Contains("Bot:Graph:SharePoint", await ProblemAsync(desk), StringComparison.Ordinal);
        Assert.Empty(_graph.Calls);
    }

    [Fact]
    public async Task TheAddressOfAView_NamesItsFolder()
    {
        await using var desk = await OpenAsync(settings: [("Bot:Knowledge:Sources:site:Where", "https://contoso.sharepoint.com/sites/Gov/Shared%20Documents/Forms/AllItems.aspx?id=%2Fsites%2FGov%2FShared%20Documents%2FGuides&viewid=1")]);

        Assert.Equal(2, (await desk.RefreshAsync("site")).Changed);
    }

    private static string Pair(string what, string answer) => $"Question\tAnswer\nWhat about {what}?\t{answer}\n";

    private static async Task<string> ProblemAsync(SourceDesk desk) => Assert.Single((await desk.RefreshAsync("site")).Failed).Words;

    private static async Task<IEnumerable<string>> ShortsAsync(SourceDesk desk)
    {
        Assert.Empty((await desk.RefreshAsync("site")).Failed);
        return (await desk.ImportedAsync()).Select(a => a.Short).Order();
    }

    private Task<SourceDesk> OpenAsync(DatabaseKind kind = DatabaseKind.Sqlite, params (string Key, string Value)[] settings) => SourceDesk.OpenAsync(
        kind,
        services => services.AddSharePoint().AddSingleton<TokenCredential>(new FakeCredential()),
        [
            ("Bot:Auth:Mode", "Development"),
            ("Bot:Graph:Endpoint", _graph.Endpoint),
            ("Bot:Graph:SharePoint", "true"),
            ("Bot:Knowledge:Sources:site:Kind", "SharePoint"),
            ("Bot:Knowledge:Sources:site:Where", Folder),
            .. settings,
        ]);
}
