using Bot.Knowledge.Drafts;
using Bot.Knowledge.Sources;
using Bot.Storage;
using Bot.Storage.Sources;
using Bot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Knowledge.Sources;

public sealed class RefreshingAFolder
{
    private const string Fees = "Question\tAnswer\nWhat is the parking fee?\tParking costs two pounds a day.\nWho may park here?\tEveryone who works in the village may park here.\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task NewDocuments_BecomeDrafts_AndNothingIsServed(DatabaseKind kind)
    {
        await using var desk = await SourceDesk.OpenAsync(kind);
        desk.Write("fees.tsv", Fees);
        desk.Write("travel/bus.tsv", "Question\tAnswer\nWhen does the bus leave?\tThe bus leaves at nine.\n");
        desk.Write("photo.jpg", "no text");

        var report = await desk.RefreshAsync();

        Assert.Null(report.Problem);
        Assert.Equal((2, 2, 0, 2, 0, 1), (report.Found, report.Read, report.Unchanged, report.Changed, report.Removed, report.PassedOver));
        Assert.Empty(report.Failed);
        Assert.Equal(3, (await desk.ImportedAsync()).Count);
        var draft = await desk.DraftAsync();
        Assert.Equal(0, draft.Number);
        Assert.Equal(report.Drafts, draft.Changes.Count);
        Assert.All(draft.Rows, row => Assert.StartsWith("source papers: ", row.Origin, StringComparison.Ordinal));
        Assert.Contains(await desk.Get<AuditRows>().ListAsync(null, 100, Ct), entry => entry is { Who: "29:editor", Action: "draft writes" });
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AnUnchangedFolder_IsNotReadAgain_AndChangesNothing(DatabaseKind kind)
    {
        await using var desk = await SourceDesk.OpenAsync(kind);
        desk.Write("fees.tsv", Fees);
        await desk.RefreshAsync();
        var before = (await desk.DraftAsync()).Rows;

        var report = await desk.RefreshAsync();

        Assert.Equal((1, 0, 1, 0, 0), (report.Found, report.Read, report.Unchanged, report.Changed, report.Drafts));
        Assert.False(report.HasFindings);
        Assert.Equal(before, (await desk.DraftAsync()).Rows);
    }

    [Fact]
    public async Task ATouchedFile_IsReadButNotTakenForChanged()
    {
        await using var desk = await SourceDesk.OpenAsync();
        desk.Write("fees.tsv", Fees);
        await desk.RefreshAsync();
        File.SetLastWriteTimeUtc(Path.Combine(desk.Documents, "fees.tsv"), new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var report = await desk.RefreshAsync();

        Assert.Equal((1, 1, 0), (report.Read, report.Unchanged, report.Changed));
    }

    [Fact]
    public async Task AChangedDocument_ChangesItsOwnArticles_AndMarksWhatIsServed()
    {
        await using var desk = await SourceDesk.OpenAsync();
        desk.Write("fees.tsv", Fees);
        await desk.RefreshAsync();
        await desk.PublishAsync();
        desk.Write("fees.tsv", Fees.Replace("two pounds", "three pounds", StringComparison.Ordinal));

        var report = await desk.RefreshAsync();

        Assert.Equal(1, report.Changed);
        var change = Assert.Single((await desk.DraftAsync()).Changes);
        Assert.Equal("changed", change.Kind);
        Assert.Contains("three pounds", change.After, StringComparison.Ordinal);
        var mark = Assert.Single(await desk.Get<SourceMarks>().ListAsync(Ct));
        Assert.Equal((change.Path, "papers/fees.tsv", SourceMark.Changed), ($"imported/{mark.ArticleId}.md", mark.Source, mark.Reason));
    }

    [Fact]
    public async Task WhatAnEditorChangedSince_IsNotUndone_WhileTheDocumentSaysTheSame()
    {
        await using var desk = await SourceDesk.OpenAsync();
        desk.Write("fees.tsv", Fees);
        await desk.RefreshAsync();
        var path = await PathAsync(desk, "Who may park here?");
        var text = (await desk.DraftAsync()).Files.Find(path)!.Replace("Everyone who works in the village", "Staff", StringComparison.Ordinal);
        await desk.Get<Drafting>().ChangeAsync([new(path, text)], "edit", SourceDesk.Editor, Ct);
        await desk.PublishAsync();
        desk.Write("fees.tsv", Fees.Replace("two pounds", "three pounds", StringComparison.Ordinal));

        await desk.RefreshAsync();

        Assert.Equal([await PathAsync(desk, "What is the parking fee?")], (await desk.DraftAsync()).Changes.Select(change => change.Path));
    }

    [Fact]
    public async Task ADraftOfAnEditor_IsNotOverwritten_AndTheDocumentWaits()
    {
        await using var desk = await SourceDesk.OpenAsync();
        desk.Write("fees.tsv", Fees);
        await desk.RefreshAsync();
        await desk.PublishAsync();
        var path = await PathAsync(desk, "What is the parking fee?");
        var mine = (await desk.DraftAsync()).Files.Find(path)!.Replace("two pounds", "nothing", StringComparison.Ordinal);
        await desk.Get<Drafting>().ChangeAsync([new(path, mine)], "edit", SourceDesk.Editor, Ct);
        desk.Write("fees.tsv", Fees.Replace("two pounds", "three pounds", StringComparison.Ordinal));

        var blocked = await desk.RefreshAsync();
        Assert.Contains($"An editor's draft of {path} waits.", Assert.Single(blocked.Failed).Words, StringComparison.Ordinal);
        Assert.Equal(mine, (await desk.DraftAsync()).Files.Find(path));

        await desk.Get<Drafting>().ForgetAsync((await desk.DraftAsync()).Rows, new Editor("29:editor", "A test."), Ct);
        await desk.Get<Refreshing>().ReadAgainAsync(Ct);
        Assert.Equal(1, (await desk.RefreshAsync()).Changed);
        Assert.Contains("three pounds", (await desk.DraftAsync()).Files.Find(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADocumentThatIsGone_TakesItsArticlesAlong_InADraft()
    {
        await using var desk = await SourceDesk.OpenAsync();
        desk.Write("fees.tsv", Fees);
        desk.Write("bus.tsv", "Question\tAnswer\nWhen does the bus leave?\tThe bus leaves at nine.\n");
        await desk.RefreshAsync();
        await desk.PublishAsync();
        var path = await PathAsync(desk, "When does the bus leave?");
        desk.Remove("bus.tsv");

        var report = await desk.RefreshAsync();

        Assert.Equal((1, 1), (report.Found, report.Removed));
        Assert.Equal((path, "removed"), Assert.Single((await desk.DraftAsync()).Changes.Select(change => (change.Path, change.Kind))));
        Assert.Equal(SourceMark.Vanished, Assert.Single(await desk.Get<SourceMarks>().ListAsync(Ct)).Reason);
        Assert.False((await desk.RefreshAsync()).HasFindings);
    }

    [Fact]
    public async Task ADocumentThatGoesBeforeItWasPublished_LeavesNoDraftBehind()
    {
        await using var desk = await SourceDesk.OpenAsync();
        desk.Write("fees.tsv", Fees);
        desk.Write("bus.tsv", "Question\tAnswer\nWhen does the bus leave?\tThe bus leaves at nine.\n");
        await desk.RefreshAsync();
        var path = await PathAsync(desk, "When does the bus leave?");
        desk.Remove("bus.tsv");

        await desk.RefreshAsync();

        var last = (await desk.Get<AuditRows>().ListAsync(path, 5, Ct))[0];
        Assert.Equal(("draft forgotten", SourceDesk.Editor.Who, "source papers: papers/bus.tsv: Refreshed by a test."), (last.Action, last.Who, last.Why));
        Assert.DoesNotContain((await desk.DraftAsync()).Rows, row => row.Path.Contains("bus", StringComparison.Ordinal) && row.Path.EndsWith(".md", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TwoDocumentsWithOneQuestion_MakeTwoArticles()
    {
        await using var desk = await SourceDesk.OpenAsync();
        desk.Write("a.tsv", "Question\tAnswer\nWhat is the parking fee?\tParking costs two pounds a day.\n");
        desk.Write("b.tsv", "Question\tAnswer\nWhat is the parking fee?\tAt the mill it is free.\n");

        await desk.RefreshAsync();

        Assert.Equal(2, (await desk.ImportedAsync()).Select(article => article.Id).Distinct().Count());
        desk.Write("b.tsv", "Question\tAnswer\nWhat is the parking fee?\tAt the mill it costs a pound.\n");
        await desk.RefreshAsync();
        Assert.Equal(["At the mill it costs a pound.", "Parking costs two pounds a day."], (await desk.ImportedAsync()).Select(article => article.Short).Order());
    }

    [Fact]
    public async Task AFileThatIsRenamed_StaysTheSameDocument()
    {
        await using var desk = await SourceDesk.OpenAsync();
        desk.Write("fees.tsv", Fees);
        desk.Write("bus.tsv", "Question\tAnswer\nWhen does the bus leave?\tThe bus leaves at nine.\n");
        await desk.RefreshAsync();
        var before = (await desk.DraftAsync()).Rows;
        Directory.CreateDirectory(Path.Combine(desk.Documents, "travel"));
        File.Move(Path.Combine(desk.Documents, "bus.tsv"), Path.Combine(desk.Documents, "travel", "buses.tsv"));

        var report = await desk.RefreshAsync();
        Assert.Equal((2, 0, 0, 0), (report.Found, report.Changed, report.Removed, report.Drafts));
        Assert.Equal(before, (await desk.DraftAsync()).Rows);

        desk.Write("travel/buses.tsv", "Question\tAnswer\nWhen does the bus leave?\tThe bus leaves at ten.\n");
        Assert.Equal(1, (await desk.RefreshAsync()).Changed);
        Assert.Equal(3, (await desk.ImportedAsync()).Count);
    }

    [Fact]
    public async Task ForgottenDrafts_AreMadeAgain_ByTheNextRefresh()
    {
        await using var desk = await SourceDesk.OpenAsync();
        desk.Write("fees.tsv", Fees);
        await desk.RefreshAsync();
        await desk.Get<Drafting>().ForgetAsync((await desk.DraftAsync()).Rows, new Editor("29:editor", "A test."), Ct);
        await desk.Get<Refreshing>().ReadAgainAsync(Ct);

        Assert.Equal(1, (await desk.RefreshAsync()).Changed);
        Assert.Equal(2, (await desk.ImportedAsync()).Count);
    }

    [Fact]
    public async Task ABrokenDocument_IsReportedInWords_AndTheOthersAreRead()
    {
        await using var desk = await SourceDesk.OpenAsync();
        desk.Write("fees.tsv", Fees);
        desk.Write("broken.xlsx", "this is no workbook");

        var report = await desk.RefreshAsync();
        var again = await desk.RefreshAsync();

        Assert.Equal(("papers", "broken.xlsx"), Assert.Single(report.Failed.Select(f => (f.Source, f.Document))));
        Assert.Equal(1, report.Changed);
        Assert.Equal((0, 2), (again.Read, again.Unchanged));
        Assert.Contains("named .xlsx but is plain text", Assert.Single(Assert.Single(await desk.Get<SourceStatus>().ListAsync(Ct)).Failed).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADocumentThatCannotBeReadAnyMore_PutsItsArticlesUnderReview()
    {
        await using var desk = await SourceDesk.OpenAsync();
        desk.Write("fees.md", "# Fees\n\n## Parking\n\nParking costs two pounds a day.\n");
        await desk.RefreshAsync();
        await desk.PublishAsync();
        desk.Write("fees.md", "%PDF-1.4 under the wrong name");

        Assert.Single((await desk.RefreshAsync()).Failed);

        Assert.Equal(SourceMark.Changed, Assert.Single(await desk.Get<SourceMarks>().ListAsync(Ct)).Reason);
        Assert.Empty((await desk.DraftAsync()).Changes);
    }

    [Fact]
    public async Task AFolderThatIsNotThere_OrLostEverything_RemovesNothing()
    {
        await using var desk = await SourceDesk.OpenAsync();
        desk.Write("fees.tsv", Fees);
        desk.Write("bus.tsv", "Question\tAnswer\nWhen does the bus leave?\tThe bus leaves at nine.\n");
        await desk.RefreshAsync();
        var before = (await desk.DraftAsync()).Rows;
        var aside = desk.Documents + "-aside";
        Directory.Move(desk.Documents, aside);

        var missing = await desk.RefreshAsync();
        Directory.CreateDirectory(desk.Documents);
        var empty = await desk.RefreshAsync();

        Assert.Contains("is not there", Assert.Single(missing.Failed).Words, StringComparison.Ordinal);
        Assert.Contains("holds no document any more", Assert.Single(empty.Failed).Words, StringComparison.Ordinal);
        Assert.Equal(before, (await desk.DraftAsync()).Rows);
        Directory.Delete(desk.Documents);
        Directory.Move(aside, desk.Documents);
        Assert.False((await desk.RefreshAsync()).HasFindings);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ARefreshThatIsStopped_LeavesWholeDocuments_AndTheNextGoesOn(DatabaseKind kind)
    {
        await using var desk = await SourceDesk.OpenAsync(kind);
        for (var i = 0; i < 60; i++) desk.Write($"d{i:00}.tsv", $"Question\tAnswer\nWhat costs thing {i}?\tThing {i} costs {i} pounds.\nWho owns thing {i}?\tOwner {i} owns thing {i}.\n");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var progress = new Watching(done => { if (done == 40) stop.Cancel(); });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.Get<Refreshing>().RunAsync(null, progress, SourceDesk.Editor, stop.Token));
        var half = (await desk.DraftAsync()).Rows.Count(row => row.Path.EndsWith(".md", StringComparison.Ordinal));
        var report = await desk.RefreshAsync();

        Assert.InRange(half, 2, 118);
        Assert.Equal(0, half % 2);
        Assert.Equal(60 - half / 2, report.Read);
        Assert.Equal(120, (await desk.ImportedAsync()).Count);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AnEditDuringARefresh_IsNotLost(DatabaseKind kind)
    {
        await using var desk = await SourceDesk.OpenAsync(kind);
        for (var i = 0; i < 60; i++) desk.Write($"d{i:00}.tsv", $"Question\tAnswer\nWhat costs thing {i}?\tThing {i} costs {i} pounds.\n");
        var edited = false;
        var progress = new Watching(done =>
        {
            if (done < 30 || edited) return;
            edited = true;
            var sources = desk.DraftAsync().GetAwaiter().GetResult().Files.Find("sources.yaml");
            desk.Get<Drafting>().ChangeAsync([new("sources.yaml", sources + "- id: MINE\n  title: Mine\n  publisher: Me\n  date: \"2026\"\n")], "edit", SourceDesk.Editor, Ct).GetAwaiter().GetResult();
        });

        var report = await desk.RefreshAsync(null, progress);

        var list = (await desk.DraftAsync()).Files.Find("sources.yaml")!;
        Assert.Equal(60, report.Changed);
        Assert.Contains("id: MINE", list, StringComparison.Ordinal);
        Assert.Equal(62, list.Split("- id: ").Length - 1);
        Assert.Equal(60, (await desk.ImportedAsync()).Count);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task TwoReplicas_NeverRefreshAtOnce(DatabaseKind kind)
    {
        await using var desk = await SourceDesk.OpenAsync(kind);
        var other = (await desk.ReplicaAsync()).GetRequiredService<Refreshing>();
        desk.Write("fees.tsv", Fees);
        RefreshReport? second = null;
        var progress = new Watching(_ => second ??= other.RunAsync(null, null, SourceDesk.Editor, Ct).GetAwaiter().GetResult());

        var first = await desk.RefreshAsync(null, progress);

        Assert.Null(first.Problem);
        Assert.Contains("Another refresh is running", second!.Problem, StringComparison.Ordinal);
        Assert.Null((await other.RunAsync(null, null, SourceDesk.Editor, Ct)).Problem);
    }

    [Fact]
    public async Task Progress_SaysHowManyOfHowMany_AndWhichDocument()
    {
        await using var desk = await SourceDesk.OpenAsync();
        for (var i = 0; i < 5; i++) desk.Write($"d{i}.tsv", $"Question\tAnswer\nWhat costs thing {i}?\tThing {i} costs {i} pounds.\n");
        var progress = new Watching(_ => { });

        await desk.RefreshAsync(null, progress);

        Assert.Equal([0, 1, 2, 3, 4, 5], progress.Seen.Select(p => p.Done));
        Assert.All(progress.Seen, p => Assert.Equal(5, p.Total));
        Assert.Equal(TimeSpan.Zero, progress.Seen[^1].Left);
        Assert.Equal(5, progress.Seen.Skip(1).Select(p => p.Document).Distinct().Count());
    }

    [Fact]
    public async Task AnUnknownSource_IsSaidSo_WithThoseThatAreThere()
    {
        await using var desk = await SourceDesk.OpenAsync();

        Assert.Equal("There is no such source. The settings name: papers.", (await desk.RefreshAsync("paper")).Problem);
    }

    private static async Task<string> PathAsync(SourceDesk desk, string question) => (await desk.ImportedAsync()).Single(article => article.Question == question).Place.Path;

    private sealed class Watching(Action<int> then) : IProgress<RefreshProgress>
    {
        public List<RefreshProgress> Seen { get; } = [];

        public void Report(RefreshProgress value)
        {
            Seen.Add(value);
            then(value.Done);
        }
    }
}
