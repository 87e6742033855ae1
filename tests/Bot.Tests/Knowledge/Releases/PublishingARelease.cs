using Bot.Knowledge;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Releases;
using Bot.Storage;
using Bot.Tests.Storage;
using Bot.Tests.Support;
using Bot.Tests.Whole;
using Dapper;

namespace Bot.Tests.Knowledge.Releases;

public sealed class PublishingARelease : IDisposable
{
    private const string ShedIsMoved = "The bicycle shed stands beside the new east gate.";
    private static readonly Editor Editor = new("29:editor", "The shed was moved.");
    private readonly string _folder = Directory.CreateTempSubdirectory("icsguide-releases-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AChangedArticle_IsAnsweredWithoutARestart(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var guide = await StartAsync(database);
        await DraftAsync(guide, ShedIsMoved);
        Assert.Contains("gate 1", await ShedAsync(guide), StringComparison.Ordinal);

        var published = await guide.Get<Publishing>().PublishAsync(Editor, null, Ct);

        Assert.Null(published.Problem);
        Assert.Equal(1, published.Number);
        await UntilAsync(async () => (await ShedAsync(guide)).Contains(ShedIsMoved, StringComparison.Ordinal));
        Assert.Empty((await guide.Get<Drafting>().CurrentAsync(Ct)).Rows);
        Assert.Contains(await guide.Get<AuditRows>().ListAsync("release 1", 10, Ct), entry => entry is { Action: "release made", Who: "29:editor", Why: "The shed was moved." });
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task TwoServicesOnOneDatabase_SwapTogether(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var one = await StartAsync(database);
        await using var two = await StartAsync(database);
        await DraftAsync(one, ShedIsMoved);

        Assert.True((await one.Get<Publishing>().PublishAsync(Editor, null, Ct)).Done);

        await UntilAsync(async () => (await ShedAsync(two)).Contains(ShedIsMoved, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
        await UntilAsync(async () => (await ShedAsync(one)).Contains(ShedIsMoved, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
        Assert.Equal(one.Get<KnowledgeStore>().Current.Revision, two.Get<KnowledgeStore>().Current.Revision);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task APublisherThatDiesBeforeTheServiceMovesThePointer_LeavesNoDraftBehind(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var guide = await StartAsync(database);
        await DraftAsync(guide, ShedIsMoved);
        var draft = await guide.Get<Drafting>().CurrentAsync(Ct);
        var number = await guide.Get<ReleaseRows>().AddAsync(
            new ReleaseRow { Hash = draft.Files.Hash, MadeFrom = 0, MadeAt = TimeProvider.System.GetUtcNow(), MadeBy = "29:editor", Why = "The shed was moved.", Files = draft.Files.Pack() }, [], draft.Rows, Ct);

        await guide.Get<ServedRelease>().WantAsync(number, "29:editor", "The shed was moved.", Ct);

        await UntilAsync(async () => (await ShedAsync(guide)).Contains(ShedIsMoved, StringComparison.Ordinal));
        Assert.Empty((await guide.Get<Drafting>().CurrentAsync(Ct)).Rows);
        // Nor does it come back as a change when the release before is served again.
        Assert.Null((await guide.Get<Publishing>().RollBackAsync(0, Editor, Ct)).Problem);
        Assert.Empty((await guide.Get<Drafting>().CurrentAsync(Ct)).Changes);
    }

    [Fact]
    public async Task WhatAKilledTrainingLeft_IsTidiedAway()
    {
        var models = Directory.CreateDirectory(Path.Combine(_folder, "models"));
        var (old, recent) = (Path.Combine(models.FullName, "a.model.1.tmp"), Path.Combine(models.FullName, "b.model.2.tmp"));
        foreach (var file in new[] { old, recent }) await File.WriteAllTextAsync(file, "half", Ct);
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-2));
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);

        await using var guide = await StartAsync(database);

        Assert.Equal((false, true), (File.Exists(old), File.Exists(recent)));
    }

    [Fact]
    public async Task AnOlderRelease_IsServedAgain()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var guide = await StartAsync(database);
        await DraftAsync(guide, ShedIsMoved);
        await guide.Get<Publishing>().PublishAsync(Editor, null, Ct);

        var back = await guide.Get<Publishing>().RollBackAsync(0, Editor with { Why = "It was moved back." }, Ct);

        Assert.Null(back.Problem);
        await UntilAsync(async () => (await ShedAsync(guide)).Contains("gate 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AServiceThatStarts_ServesWhatIsPublished()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using (var before = await StartAsync(database))
        {
            await DraftAsync(before, ShedIsMoved);
            await before.Get<Publishing>().PublishAsync(Editor, null, Ct);
        }

        await using var after = await StartAsync(database);

        Assert.Contains(ShedIsMoved, await ShedAsync(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABrokenDraft_IsNotPublished_AndIsKept()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var guide = await StartAsync(database);
        var broken = SmallContent.Files.Find("village/shed.md")!.Replace("owner: The village", "", StringComparison.Ordinal);
        await guide.Get<Drafting>().ChangeAsync([new("village/shed.md", broken)], "edit", Editor, Ct);

        var published = await guide.Get<Publishing>().PublishAsync(Editor, null, Ct);

        Assert.False(published.Done);
        Assert.Contains(published.Report!.Errors, problem => problem.ToString().Contains("village/shed.md:1: 'owner' is missing.", StringComparison.Ordinal));
        Assert.Single((await guide.Get<Drafting>().CurrentAsync(Ct)).Rows);
        Assert.Contains("gate 1", await ShedAsync(guide), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKeptQuestionThatLosesItsAnswer_BarsTheWay_UnlessAReasonIsGiven()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var guide = await StartAsync(database);
        await guide.Get<Drafting>().ChangeAsync([new("questions.yaml", "shed:\n  - show us all the way to the duck pond\n")], "edit", Editor, Ct);

        var refused = await guide.Get<Publishing>().PublishAsync(Editor, null, Ct);
        var overridden = await guide.Get<Publishing>().PublishAsync(Editor, "The pond is in the shed for now.", Ct);

        Assert.Contains(refused.Report!.Regressions, regression => regression is { Question: "show us all the way to the duck pond", Got: "pond" });
        Assert.NotNull(refused.Problem);
        Assert.Null(overridden.Problem);
        Assert.Contains(await guide.Get<AuditRows>().ListAsync("release 1", 10, Ct), entry => entry.Why.Contains("The pond is in the shed for now.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADraftOnAnOldText_IsNotPublishedOverANewerOne()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var guide = await StartAsync(database);
        await DraftAsync(guide, ShedIsMoved);
        var mine = (await guide.Get<Drafting>().CurrentAsync(Ct)).Rows;
        await guide.Get<Publishing>().PublishAsync(Editor, null, Ct);
        await guide.Get<DraftRows>().SaveAsync([mine[0] with { Text = SmallContent.Article("shed", "bicycle shed", "The bicycle shed is gone.", "hall", "pond") }], Ct);

        var published = await guide.Get<Publishing>().PublishAsync(Editor, null, Ct);

        Assert.Contains("village/shed.md", published.Problem, StringComparison.Ordinal);
        Assert.Contains(ShedIsMoved, (await guide.Get<Drafting>().CurrentAsync(Ct)).Served.Find("village/shed.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWithdrawnArticle_IsNotShown_UntilItIsRestored()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var guide = await StartAsync(database);

        await guide.Get<WithdrawnArticles>().WithdrawAsync("shed", "29:editor", "It burnt down.", Ct);
        await UntilAsync(async () => (await ShedAsync(guide)).Contains("taken back", StringComparison.Ordinal));
        Assert.DoesNotContain("gate 1", await ShedAsync(guide), StringComparison.Ordinal);
        Assert.DoesNotContain("shed", CardReading.Prompts(await guide.AskAsync("Where is the water mill?")));

        await guide.Get<WithdrawnArticles>().RestoreAsync("shed", "29:editor", "It was another shed.", Ct);
        await UntilAsync(async () => (await ShedAsync(guide)).Contains("gate 1", StringComparison.Ordinal));
        Assert.Equal(2, (await guide.Get<AuditRows>().ListAsync("article shed", 10, Ct)).Count);
    }

    [Fact]
    public async Task ADamagedRelease_IsNotServed_AndWhatIsServedStays()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var guide = await StartAsync(database);
        await DraftAsync(guide, ShedIsMoved);
        await guide.Get<Publishing>().PublishAsync(Editor, null, Ct);
        await guide.Get<Publishing>().RollBackAsync(0, Editor, Ct);
        await UntilAsync(async () => (await ShedAsync(guide)).Contains("gate 1", StringComparison.Ordinal));
        await using (var connection = await guide.Get<Database>().OpenAsync(Ct))
            await connection.ExecuteAsync("update release set files = @files", new { files = new byte[] { 1, 2, 3 } });

        var again = await guide.Get<Publishing>().RollBackAsync(1, Editor, Ct);

        Assert.Contains("cannot be served", again.Problem, StringComparison.Ordinal);
        Assert.Contains("gate 1", await ShedAsync(guide), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../outside.md")]
    [InlineData("/etc/passwd.md")]
    [InlineData("village/.hidden.md")]
    [InlineData("village\\shed.md")]
    [InlineData("village/shed.exe")]
    [InlineData("a/b/c/d/e.md")]
    public async Task APathThatLeadsElsewhere_IsRefused(string path)
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var drafting = new Drafting(storage.Get<ServedRelease>(), null!, storage.Get<DraftRows>(), TimeProvider.System);

        Assert.NotEmpty(await drafting.ChangeAsync([new(path, "text")], "import", Editor, Ct));
        Assert.Empty(await storage.Get<DraftRows>().ListAsync(Ct));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<GuideOnKestrel> StartAsync(Databases database) => GuideOnKestrel.StartAsync(new GuideSetup
    {
        LoadsAnew = true,
        Settings =
        [
            ("Bot:Database:ConnectionString", database.ConnectionString),
            ("Bot:Knowledge:Folder", SmallContent.WriteTo(Path.Combine(_folder, "content"))),
            ("Bot:Knowledge:Models", Path.Combine(_folder, "models")),
        ],
    });

    private static async Task DraftAsync(GuideOnKestrel guide, string said) => Assert.Empty(await guide.Get<Drafting>().ChangeAsync(
        [new("village/shed.md", SmallContent.Article("shed", "bicycle shed", said, "hall", "pond"))], "edit", Editor, Ct));

    private static async Task<string> ShedAsync(GuideOnKestrel guide) => CardReading.VisibleText(await guide.AskAsync("Where is the bicycle shed?"));

    private static async Task UntilAsync(Func<Task<bool>> holds, TimeSpan? most = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(most ?? TimeSpan.FromSeconds(20));
        while (!await holds())
            await Task.Delay(50, limit.Token);
    }
}
