using System.Text;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;
using Bot.Knowledge.Documents;
using Bot.Knowledge.Importing;
using Bot.Knowledge.Releases;
using Bot.Tests.Knowledge.Releases;

namespace Bot.Tests.Knowledge.Importing;

/// <summary>A document becomes drafts, and coming again changes only what differs.</summary>
public sealed class DraftingFromDocuments
{
    private const string Guide = "# Village guide\n\n## Allotments\n\nThere are 12 allotments behind the school, and each has a tap.\n\n## Can I keep bees?\n\nYes, up to 3 hives.\n\n## Market day\n\nStalls open at 9am on Fridays.\n";
    private static readonly DateOnly Today = new(2026, 11, 26), Later = new(2027, 2, 1);

    [Fact]
    public async Task EachPassageAndPair_BecomesAnUncheckedArticle_ThatSaysWhereItWasRead()
    {
        var content = Applied(SmallContent.Files, await OfAsync(SmallContent.Files, Guide)).Content;

        var imported = content.Articles.Where(a => a.IsImported).ToDictionary(a => a.Heading);
        Assert.Equal(["Allotments", "Can I keep bees", "Market day"], imported.Keys.Order());
        Assert.All(imported.Values, a => Assert.Equal(ArticleStatus.Unverified, a.Status));
        Assert.Equal("What does \"Village guide\" say about \"Allotments\"?", imported["Allotments"].Question);
        Assert.Equal("Can I keep bees?", imported["Can I keep bees"].Question);
        Assert.Equal("section Allotments", imported["Allotments"].Cited);
        var source = content.Sources[imported["Allotments"].Sources[0]];
        Assert.Equal(("Village guide", "guide.md", "26 November 2026"), (source.Title, source.Publisher, source.Date));
    }

    [Fact]
    public async Task TheSameDocumentAgain_ChangesNothing_EvenAfterAnEditorsWork()
    {
        var (files, content) = Applied(SmallContent.Files, await OfAsync(SmallContent.Files, Guide));
        var bees = content.Articles.Single(a => a.Heading == "Can I keep bees");
        var edited = files.With(bees.Place.Path, ArticleText.Of(Checked(bees) with { Short = "Yes. You may keep up to 3 hives." }));

        Assert.Empty((await OfAsync(edited, Guide, Later)).Changes);
    }

    [Fact]
    public async Task AChangedDocument_ChangesThatArticleOnly_AndWhatVanishedGoes()
    {
        var (files, content) = Applied(SmallContent.Files, await OfAsync(SmallContent.Files, Guide));

        var changes = (await OfAsync(files, Guide.Replace("3 hives", "5 hives", StringComparison.Ordinal).Replace("## Market day\n\nStalls open at 9am on Fridays.\n", "", StringComparison.Ordinal), Later)).Changes;

        Assert.Equal(2, changes.Count);
        var path = content.Articles.ToDictionary(a => a.Heading, a => a.Place.Path);
        Assert.Contains("5 hives", changes.Single(c => c.Key == path["Can I keep bees"]).Value, StringComparison.Ordinal);
        Assert.Null(changes.Single(c => c.Key == path["Market day"]).Value);
    }

    [Fact]
    public async Task AChangedPassage_OfACheckedArticle_HasToBeCheckedAgain()
    {
        var (files, content) = Applied(SmallContent.Files, await OfAsync(SmallContent.Files, Guide));
        var bees = content.Articles.Single(a => a.Heading == "Can I keep bees");
        var edited = files.With(bees.Place.Path, ArticleText.Of(Checked(bees)));

        var after = Applied(edited, await OfAsync(edited, Guide.Replace("3 hives", "5 hives", StringComparison.Ordinal), Later)).Content.Articles.Single(a => a.Id == bees.Id);

        Assert.Equal((ArticleStatus.Unverified, "the document has changed, and the change is not checked by an editor yet", Later), (after.Status, after.StatusNote, after.AsOf));
        Assert.Equal(Checked(bees).Alternates, after.Alternates);
    }

    [Fact]
    public async Task HowADocumentIsWritten_IsAWarningOnly()
    {
        var ugly = "# Rules\n\n## Gates\n\nThe ICB don't open the gates (e.g. at night) because it was found at length that people who come late, and who come often, tend to leave them open & wander off into the fields beyond.\n";
        var report = ReleaseChecks.Read(Applied(SmallContent.Files, await OfAsync(SmallContent.Files, ugly)).Files);

        Assert.Empty(report.Errors);
        Assert.Contains(report.Warnings, w => w.Message.Contains("A sentence of", StringComparison.Ordinal));
        Assert.Contains(report.Warnings, w => w.Message.Contains("ICB is used before", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ALongSentence_IsCutInTheShortAnswer_AndWholeInTheDetail()
    {
        var sentence = string.Join(' ', Enumerable.Range(1, 90).Select(i => $"word{i}")) + ".";
        var article = Applied(SmallContent.Files, await OfAsync(SmallContent.Files, $"# Long\n\n## Words\n\n{sentence}\n")).Content.Articles.Single(a => a.IsImported);

        Assert.EndsWith("word59 …", article.Short, StringComparison.Ordinal);
        Assert.Equal(sentence, article.Detail);
    }

    [Fact]
    public async Task AList_BecomesPoints_WithWhatLiesDeeperBehindItsPoint()
    {
        var article = Applied(SmallContent.Files, await OfAsync(SmallContent.Files, "# Rules\n\n## Kit list\n\n- a lock:\n  - with a key\n  - of steel\n- a lamp\n\n1. lock up\n2. leave\n")).Content.Articles.Single(a => a.IsImported);

        Assert.Equal("Kit list:", article.Short);
        Assert.Equal(["a lock: with a key; of steel", "a lamp", "1. lock up", "2. leave"], article.Points);
    }

    [Fact]
    public async Task TheSameQuestion_IsPointedOut_WhateverItsAnswer()
    {
        var alike = Assert.Single((await OfAsync(SmallContent.Files, "# Places\n\n## Where is the duck pond?\n\nNobody has known since the great flood of 1953, when all of it went down to the sea.\n")).Alikes);

        Assert.Equal("pond", alike.ArticleId);
        Assert.InRange(alike.Share, 0.01, 0.5);
    }

    [Fact]
    public async Task TwoDocuments_WithTheSameHeadings_DoNotCompete()
    {
        var ct = TestContext.Current.CancellationToken;
        const string Text = "# {0}\n\n## Opening hours of it\n\nFrom {1} in the morning.\n\n## Opening hours of it\n\nAnd again at night.\n";
        var documents = new List<ReadDocument>();
        foreach (var (name, hour) in new[] { ("Hall", 8), ("Library", 9) })
            documents.Add(await DocumentReader.ReadAsync($"{name}.md", Encoding.UTF8.GetBytes(string.Format(System.Globalization.CultureInfo.InvariantCulture, Text, name, hour)), ct));

        var files = Applied(SmallContent.Files, DocumentDrafts.Of(documents, Read(SmallContent.Files), SmallContent.Files, Today)).Files;

        Assert.Empty(ReleaseChecks.Read(files).Errors);
        Assert.Empty(DocumentDrafts.Of(documents, Read(files), files, Later).Changes);
    }

    [Fact]
    public async Task WhatIsThereAlready_IsPointedOut()
    {
        var alikes = (await OfAsync(SmallContent.Files, "# Places\n\n## Where is the duck pond?\n\nThe duck pond stands behind gate 3.\n\n## Market day\n\nStalls open at 9am on Fridays.\n")).Alikes;

        var alike = Assert.Single(alikes);
        Assert.Equal("pond", alike.ArticleId);
        Assert.InRange(alike.Share, 0.5, 1);
    }

    [Fact]
    public async Task ADocumentThatIsGone_TakesItsArticlesWithIt()
    {
        var (files, content) = Applied(SmallContent.Files, await OfAsync(SmallContent.Files, Guide));

        var changes = DocumentDrafts.Without(["guide.md"], content, files, Later).Changes;

        Assert.Equal(3, changes.Count);
        Assert.All(changes, change => Assert.Null(change.Value));
        Assert.Equal(3, DocumentDrafts.ArticlesOf("guide.md", content).Count);
    }

    private static Article Checked(Article article) => article with
    {
        Status = ArticleStatus.Current,
        StatusNote = null,
        Alternates = [.. Enumerable.Range(1, 8).Select(i => $"{i} hives or so, is that fine")],
        Prompts = ["pond", "mill"],
    };

    private static async Task<DocumentChanges> OfAsync(ContentFiles files, string text, DateOnly? today = null) =>
        DocumentDrafts.Of(await DocumentReader.ReadAsync("guide.md", Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken), Read(files), files, today ?? Today);

    private static (ContentFiles Files, Content Content) Applied(ContentFiles files, DocumentChanges changes)
    {
        var after = files.With(changes.Changes);
        return (after, Read(after));
    }

    private static Content Read(ContentFiles files)
    {
        var read = ContentFolder.Read(files);
        Assert.True(read.Content is not null, string.Join('\n', read.Problems));
        return read.Content;
    }
}
