using Bot.Storage;
using Bot.Storage.Sources;

namespace Bot.Tests.Storage.Sources;

public sealed class KeepingSources
{
    private static readonly DateTimeOffset At = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AListing_ComesBackAsItWas_WithItsBookmark(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var rows = storage.Get<SourceRows>();
        var state = new SourceState { Source = "site", Place = "https://a.example/", Root = "01", Bookmark = new string('b', 5000), RefreshedAt = At };
        SourceItem[] items = [Item("01", isFolder: true), Item("02"), Item("03")];

        await rows.ListedAsync(state, items, [], Ct);
        await rows.ListedAsync(state with { Bookmark = "next" }, [Item("02") with { Name = "new.md", Known = "site/old.md" }], [Item("03")], Ct);

        Assert.Equal(state with { Bookmark = "next" }, await rows.StateAsync("site", Ct));
        Assert.Equal([Item("01", isFolder: true), Item("02") with { Name = "new.md", Known = "site/old.md" }], await rows.ItemsAsync("site", Ct));
        Assert.Empty(await rows.ItemsAsync("other", Ct));
        Assert.Equal(["site/old.md"], await rows.KnownAsync(Ct));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AStepOnADraftThatSomebodyChanged_WritesNothing(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var (rows, drafts) = (storage.Get<SourceRows>(), storage.Get<DraftRows>());
        await drafts.SaveAsync([Draft("a.md", "theirs")], Ct);
        var step = new SourceStep { Items = [Item("02")], Drafts = [new(Draft("b.md", "new"), null), new(Draft("a.md", "ours"), null)] };

        Assert.False(await rows.WriteAsync([step], Ct));
        Assert.Empty(await rows.ItemsAsync("site", Ct));
        Assert.Equal(["theirs"], (await drafts.ListAsync(Ct)).Select(row => row.Text));

        var seen = (await drafts.ListAsync(Ct))[0];
        Assert.True(await rows.WriteAsync([step with { Drafts = [new(Draft("a.md", "ours"), seen)] }], Ct));
        Assert.False(await rows.WriteAsync([new SourceStep { DraftsGone = [new(seen, "29:editor", "A test.", seen.At)] }], Ct));
        Assert.Equal(["ours"], (await drafts.ListAsync(Ct)).Select(row => row.Text));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task WhatIsToBeReadAgain_IsDue_AndKeepsItsName(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var rows = storage.Get<SourceRows>();
        await rows.WriteAsync([new SourceStep { Items = [Item("02") with { Mark = "e1", Hash = "h", Known = "site/a.md" }, Item("03") with { Mark = "" }] }], Ct);

        await rows.ReadAgainAsync(Ct);

        var items = await rows.ItemsAsync("site", Ct);
        Assert.Equal(("again", "", "site/a.md"), (items[0].Mark, items[0].Hash, items[0].Known));
        Assert.Equal("", items[1].Mark);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task Marks_AreLiftedWhereTheSourceIsBack_AndDismissedWithAReason(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var marks = storage.Get<SourceMarks>();
        await marks.AddAsync([Mark("shed", "book", SourceMark.Vanished), Mark("pond", "book", SourceMark.Changed), Mark("pond", "letter", SourceMark.Changed)], Ct);

        await marks.LiftAsync("book", Ct);
        Assert.Equal(["book", "letter"], (await marks.ListAsync(Ct)).Select(mark => mark.Source));
        Assert.True(await marks.DismissAsync("pond", "29:editor", "It holds.", Ct));
        Assert.False(await marks.DismissAsync("pond", "29:editor", "It holds.", Ct));

        Assert.Empty(await marks.ListAsync(Ct));
        Assert.Equal("It holds.", Assert.Single(await storage.Get<AuditRows>().ListAsync("article pond", 5, Ct)).Why);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AWatchedLink_IsKeptWithWhatFollowsFromIt(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var links = storage.Get<WatchedLinks>();
        var link = new WatchedLink { Url = "https://a.example/", Etag = "\"1\"", Modified = "", Hash = "h", CheckedAt = At };

        await links.KeepAsync(link, [], Ct);
        await links.KeepAsync(link with { Missed = 2 }, [Mark("shed", "book", SourceMark.Vanished)], Ct);

        Assert.Equal([link with { Missed = 2 }], await links.ListAsync(Ct));
        Assert.Equal([Mark("shed", "book", SourceMark.Vanished)], await storage.Get<SourceMarks>().ListAsync(Ct));
    }

    private static SourceItem Item(string id, bool isFolder = false) =>
        new() { Source = "site", Id = id, Parent = "00", Name = $"{id}.md", IsFolder = isFolder, Listed = "e1", SeenAt = At, Problem = isFolder ? null : "It is locked." };

    private static DraftRow Draft(string path, string text) => new() { Path = path, Text = text, Base = "", Origin = "source site: a", Who = "29:editor", Why = "Why.", At = At };

    private static SourceMark Mark(string article, string source, string reason) => new() { ArticleId = article, Source = source, Reason = reason, Digest = "d", At = At };
}
