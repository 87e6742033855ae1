using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;
using Bot.Storage;
using Bot.Tests.Knowledge.Releases;
using Bot.Tests.Storage;

namespace Bot.Tests.Knowledge.Drafts;

public sealed class EditingAnArticle
{
    private static readonly Editor Editor = new("29:editor", "Asked 4 times in vain.");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AnAlternate_IsDrafted_WithWhoAndWhy(DatabaseKind kind)
    {
        await using var desk = await DraftingDesk.OpenAsync(kind);

        Assert.Null(await desk.Edits.AddAlternateAsync("shed", "  where can I park\n my bike ", Editor, Ct));

        Assert.Equal("where can I park my bike", (await desk.ArticleAsync("shed")).Alternates[^1]);
        var draft = Assert.Single(await desk.Rows.ListAsync(Ct));
        Assert.Equal(("village/shed.md", "29:editor", "Asked 4 times in vain."), (draft.Path, draft.Who, draft.Why));
        Assert.Contains(await desk.Audit.ListAsync("village/shed.md", 10, Ct), entry => entry is { Who: "29:editor", Why: "edit: Asked 4 times in vain." });
    }

    [Fact]
    public async Task OneLineIsAdded_AndNoOtherChanges()
    {
        await using var desk = await DraftingDesk.OpenAsync(DatabaseKind.Sqlite);

        await desk.Edits.AddAlternateAsync("shed", "park my bike: \"where\"?", Editor, Ct);
        await desk.Edits.AddAlternateAsync("shed", "show me the shed for bikes", Editor, Ct);
        await desk.Edits.AddAlternateAsync("shed", "show me the place for bikes", Editor, Ct);

        var before = SmallContent.Files.Find("village/shed.md")!.Split('\n');
        var after = (await desk.FilesAsync()).Find("village/shed.md")!.Split('\n');
        Assert.Equal(["  - \"park my bike: \\\"where\\\"?\"", "variants:", "  - \"show me the shed for bikes\"", "  - \"show me the place for bikes\""], after.Except(before));
        Assert.Equal(before, after.Where(line => before.Contains(line)));
        Assert.DoesNotContain(ContentFolder.Read(await desk.FilesAsync()).Problems, problem => !problem.IsWarning);
    }

    [Theory]
    [InlineData("Where is the bicycle shed", "The article has this wording already.")]
    [InlineData("water mill location", "This wording belongs to 'Where the water mill stands' already. It can lead to one article only.")]
    [InlineData("Will it rain tomorrow?", "This wording is in the list of questions that are not ours (weather). Take it out of there first.")]
    [InlineData("which footprint is {place} in", "The records answer this wording already (which).")]
    [InlineData("?!", "Write the wording as people ask it.")]
    [InlineData("ring 01632 960983 about the shed", "The wording looks as if it held personal details. Take them out.")]
    public async Task AWordingThatCannotBeOne_IsRefusedWithWords(string wording, string words)
    {
        await using var desk = await DraftingDesk.OpenAsync(DatabaseKind.Sqlite);

        Assert.Equal(words, await desk.Edits.AddAlternateAsync("shed", wording, Editor, Ct));
        Assert.Empty(await desk.Rows.ListAsync(Ct));
    }

    [Fact]
    public async Task AnUnknownArticle_ALongWording_AndAMissingReason_AreRefused()
    {
        await using var desk = await DraftingDesk.OpenAsync(DatabaseKind.Sqlite);

        Assert.Equal("There is no article 'barn'.", await desk.Edits.AddAlternateAsync("barn", "where is the barn", Editor, Ct));
        Assert.Equal("The wording has 301 characters. Use up to 300.", await desk.Edits.AddAlternateAsync("shed", new string('a', 301), Editor, Ct));
        Assert.Equal("Give a reason. It goes into the history.", await desk.Edits.AddAlternateAsync("shed", "park my bike", Editor with { Why = " " }, Ct));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AQuestion_IsKept_WithTheArticleItMustGet(DatabaseKind kind)
    {
        await using var desk = await DraftingDesk.OpenAsync(kind);

        Assert.Null(await desk.Edits.KeepQuestionAsync("where do bikes go", "shed", Editor, Ct));
        Assert.Null(await desk.Edits.KeepQuestionAsync("may I park here", "shed", Editor, Ct));
        Assert.Null(await desk.Edits.KeepQuestionAsync("who won the cup", "refused", Editor, Ct));
        Assert.Null(await desk.Edits.KeepQuestionAsync("which one is Barnsley in", "records/which", Editor, Ct));

        var kept = ContentFolder.Read(await desk.FilesAsync()).Content!.Kept;
        Assert.Equal(["where do bikes go", "may I park here"], kept["shed"]);
        Assert.Equal(["who won the cup"], kept["refused"]);
        Assert.Equal(["which one is Barnsley in"], kept["records/which"]);
    }

    [Fact]
    public async Task AQuestionThatIsKeptAlready_OrForNothingThatIsThere_IsRefused()
    {
        await using var desk = await DraftingDesk.OpenAsync(DatabaseKind.Sqlite);
        await desk.Edits.KeepQuestionAsync("where do bikes go", "shed", Editor, Ct);

        Assert.Equal("This question is in the question set already.", await desk.Edits.KeepQuestionAsync("Where do bikes go?", "shed", Editor, Ct));
        Assert.Equal("This question is in the question set already, for 'shed'.", await desk.Edits.KeepQuestionAsync("Where do bikes go?", "pond", Editor, Ct));
        Assert.Equal("This is the own question of 'Where the duck pond stands'.", await desk.Edits.KeepQuestionAsync("where is the duck pond", "shed", Editor, Ct));
        Assert.Equal("There is no article 'records/weather'.", await desk.Edits.KeepQuestionAsync("a new one", "records/weather", Editor, Ct));
    }

    [Fact]
    public async Task AWordingAndItsKeptQuestion_AreDraftedTogetherOrNotAtAll()
    {
        await using var desk = await DraftingDesk.OpenAsync(DatabaseKind.Sqlite);
        await desk.Edits.KeepQuestionAsync("where do bikes go", "pond", Editor, Ct);

        Assert.NotNull(await desk.Edits.AddKeptAlternateAsync("shed", "where do bikes go", Editor, Ct));
        Assert.Null(await desk.Edits.AddKeptAlternateAsync("shed", "where do bicycles sleep", Editor, Ct));

        Assert.DoesNotContain("where do bikes go", (await desk.ArticleAsync("shed")).Alternates);
        Assert.Contains("where do bicycles sleep", (await desk.ArticleAsync("shed")).Alternates);
        Assert.Equal(["questions.yaml", "village/shed.md"], (await desk.Rows.ListAsync(Ct)).Select(row => row.Path));
    }

    [Fact]
    public async Task ADraftThatIsBrokenElsewhere_BarsNobody()
    {
        await using var desk = await DraftingDesk.OpenAsync(DatabaseKind.Sqlite);
        await desk.Drafting.ChangeAsync([new("village/mill.md", "no head")], "edit", Editor, Ct);

        Assert.Null(await desk.Edits.AddAlternateAsync("shed", "park my bike", Editor, Ct));
        Assert.Equal(2, (await desk.Rows.ListAsync(Ct)).Count);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ManyAtOnce_LoseNothing(DatabaseKind kind)
    {
        await using var desk = await DraftingDesk.OpenAsync(kind);
        string[] wordings = ["park my bike", "lock up bicycles", "cycle store whereabouts"];

        var said = await Task.WhenAll(wordings.Select(async wording => await desk.Edits.AddAlternateAsync("shed", wording, Editor, Ct)));

        Assert.All(said, Assert.Null);
        Assert.Superset(wordings.ToHashSet(), (await desk.ArticleAsync("shed")).Alternates.ToHashSet());
    }

    [Fact]
    public async Task ADraftOnAnOldText_StaysKnownForIt()
    {
        await using var desk = await DraftingDesk.OpenAsync(DatabaseKind.Sqlite);
        await desk.Edits.AddAlternateAsync("shed", "park my bike", Editor, Ct);
        var old = (await desk.Rows.ListAsync(Ct))[0] with { Base = "of an older release" };
        await desk.Rows.SaveAsync([old], Ct);

        await desk.Edits.AddAlternateAsync("shed", "lock up bicycles", Editor, Ct);

        Assert.Equal("village/shed.md", Assert.Single((await desk.Drafting.CurrentAsync(Ct)).Stale).Path);
    }
}
