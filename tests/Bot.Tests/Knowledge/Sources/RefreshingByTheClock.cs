using Bot.Activities;
using Bot.Hosting;
using Bot.Knowledge;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Releases;
using Bot.Knowledge.Sources;
using Bot.Roles;
using Bot.Storage;
using Bot.Storage.Sources;
using Bot.Tests.Cards;
using Bot.Tests.Fakes;
using Bot.Tests.Knowledge.Releases;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Knowledge.Sources;

/// <summary>The whole service: sources by the clock, notes to administrators, and what cards say of articles whose source changed.</summary>
public sealed class RefreshingByTheClock : IDisposable
{
    private const string Fees = "Question\tAnswer\nWhat is the parking fee?\tParking costs two pounds a day.\n";
    private static readonly Guid AdminId = Guid.NewGuid();
    private readonly string _folder = Directory.CreateTempSubdirectory("icsguide-clock-").FullName;
    private readonly Person _admin = Person.New(entraId: AdminId);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Papers => Directory.CreateDirectory(Path.Combine(_folder, "papers")).FullName;

    [Fact]
    public async Task TheClock_RefreshesByItself_AndAdministratorsAreToldOnceOfEachFinding()
    {
        await File.WriteAllTextAsync(Path.Combine(Papers, "fees.tsv"), Fees, Ct);
        await File.WriteAllTextAsync(Path.Combine(Papers, "broken.xlsx"), "no workbook", Ct);
        await using var guide = await StartAsync(("Bot:Knowledge:RefreshHours", "24"));
        await UntilAsync(async () => (await guide.Get<DraftRows>().ListAsync(Ct)).Any(row => row.Who == ScheduledRefresh.Who));
        await guide.SendAsync(_admin.Says("hello", guide.Connector.ServiceUrl));
        await guide.SentToAsync(_admin, 1);
        // Admins are known from the first time they asked for something that only admins get.
        await guide.Get<RoleCheck>().OfAsync(new Activity { From = new() { Id = _admin.UserId, AadObjectId = AdminId.ToString() }, Conversation = new() { Id = _admin.ConversationId } }, Ct);
        var before = guide.SentTo(_admin).Count;

        await guide.Get<ScheduledRefresh>().RunAsync(Ct);
        await guide.Get<ScheduledRefresh>().RunAsync(Ct);
        await guide.SentToAsync(_admin, before + 2);
        await guide.Get<ScheduledRefresh>().RunAsync(Ct);

        string[] notes = [.. guide.SentTo(_admin).Skip(before).Select(message => CardReading.VisibleText(GuideOnKestrel.CardOf(message))).Order()];
        Assert.Equal(2, notes.Length);
        Assert.StartsWith("A scheduled refresh could not read everything - papers, broken.xlsx:", notes[0], StringComparison.Ordinal);
        Assert.StartsWith("A scheduled refresh found changes - papers/fees.tsv: 2 files", notes[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADocument_IsAnsweredFromOncePublished_AndUnderReviewWhileItSaysSomethingElse()
    {
        var file = Path.Combine(Papers, "fees.tsv");
        await File.WriteAllTextAsync(file, Fees, Ct);
        await using var guide = await StartAsync();
        await guide.Get<Refreshing>().RunAsync("papers", null, new("29:editor", "A paper on fees."), Ct);
        Assert.True((await guide.Get<Publishing>().PublishAsync(new("29:editor", "A paper on fees."), null, Ct)).Done);
        await UntilAsync(async () => (await FeeAsync(guide)).Contains("two pounds", StringComparison.Ordinal));

        await File.WriteAllTextAsync(file, Fees.Replace("two pounds", "three pounds", StringComparison.Ordinal), Ct);
        await guide.Get<Refreshing>().RunAsync("papers", null, new("29:editor", "A new fee."), Ct);
        await UntilAsync(async () => (await FeeAsync(guide)).Contains("Source changed, under review since", StringComparison.Ordinal));
        Assert.Contains("two pounds", await FeeAsync(guide), StringComparison.Ordinal);

        Assert.True((await guide.Get<Publishing>().PublishAsync(new("29:editor", "A new fee."), null, Ct)).Done);
        await UntilAsync(async () => (await FeeAsync(guide)).Contains("three pounds", StringComparison.Ordinal));
        Assert.DoesNotContain("under review", await FeeAsync(guide), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACardSaysThatItsSourceChanged_UntilSomebodyDismissesIt()
    {
        await using var guide = await StartAsync();
        await MarkAsync(guide, "shed");

        await UntilAsync(async () => (await ShedAsync(guide)).Contains("Source changed, under review since", StringComparison.Ordinal));
        Assert.DoesNotContain("under review", CardReading.VisibleText(await guide.AskAsync("Where is the water mill?")), StringComparison.Ordinal);

        Assert.True(await guide.Get<SourceMarks>().DismissAsync("shed", "29:editor", "It still stands there.", Ct));
        await UntilAsync(async () => !(await ShedAsync(guide)).Contains("under review", StringComparison.Ordinal));
        Assert.Contains(await guide.Get<AuditRows>().ListAsync("article shed", 5, Ct), entry => entry is { Action: "source change dismissed", Who: "29:editor" });
        Assert.False(await guide.Get<SourceMarks>().DismissAsync("shed", "29:editor", "Again.", Ct));
    }

    [Fact]
    public async Task ACardSaysThatItsSourceChanged_UntilAChangeOfTheArticleIsPublished()
    {
        await using var guide = await StartAsync();
        await MarkAsync(guide, "shed");
        await UntilAsync(async () => (await ShedAsync(guide)).Contains("under review", StringComparison.Ordinal));

        await guide.Get<Drafting>().ChangeAsync([new("village/shed.md", SmallContent.Article("shed", "bicycle shed", "The bicycle shed stands beside the new east gate.", "hall", "pond"))], "edit", new("29:editor", "It was moved."), Ct);
        Assert.True((await guide.Get<Publishing>().PublishAsync(new("29:editor", "It was moved."), null, Ct)).Done);

        await UntilAsync(async () => (await ShedAsync(guide)).Contains("east gate", StringComparison.Ordinal));
        Assert.DoesNotContain("under review", await ShedAsync(guide), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACardPastItsReviewDate_SaysSo_AndTheArticleIsListed()
    {
        await using var guide = await StartAsync(new ShiftedTime(TimeSpan.FromDays(400)));
        var today = DateOnly.FromDateTime(guide.Get<TimeProvider>().GetUtcNow().UtcDateTime);

        Assert.Contains("As at 1 January 2026. Not reviewed since; a check was due by 1 January 2027.", await ShedAsync(guide), StringComparison.Ordinal);
        Assert.Equal(["hall", "mill", "oven", "pond", "shed"], StaleArticles.Of(guide.Get<KnowledgeStore>().Current, today).Select(article => article.Id));
        Assert.Empty(StaleArticles.Of(guide.Get<KnowledgeStore>().Current, new DateOnly(2027, 1, 1)));
    }

    [Fact]
    public void TheNote_IsAsApproved() => ApprovedJson.Check(RefreshNotes.Card(new AdminFinding(
        "refresh drafts 1", "A scheduled refresh found changes", ["papers/fees.tsv: 2 files", "papers/a*b_c.md: 1 file"],
        "3 files of the knowledge base would change. Nothing is served before you look at the drafts and publish them.")).ToUtf8Json(), "RefreshNote");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<GuideOnKestrel> StartAsync(params (string Key, string Value)[] settings) => StartAsync(null, settings);

    private Task<GuideOnKestrel> StartAsync(TimeProvider? time, params (string Key, string Value)[] settings) => GuideOnKestrel.StartAsync(new GuideSetup
    {
        Time = time,
        LoadsAnew = true,
        Settings =
        [
            ("Bot:Knowledge:Folder", SmallContent.WriteTo(Path.Combine(_folder, "content"))),
            ("Bot:Knowledge:Models", Path.Combine(_folder, "models")),
            ("Bot:Knowledge:Sources:papers:Where", Papers),
            ("Bot:Roles:Admins:0", AdminId.ToString()),
            .. settings,
        ],
    });

    private static async Task MarkAsync(GuideOnKestrel guide, string article)
    {
        var marked = guide.Get<KnowledgeStore>().Current.Find(article)!;
        await guide.Get<SourceMarks>().AddAsync([SourceMarking.Mark(marked, "The village book", SourceMark.Changed, TimeProvider.System.GetUtcNow())], Ct);
    }

    private static async Task<string> ShedAsync(GuideOnKestrel guide) => CardReading.VisibleText(await guide.AskAsync("Where is the bicycle shed?"));

    private static async Task<string> FeeAsync(GuideOnKestrel guide) => CardReading.VisibleText(await guide.AskAsync("What is the parking fee?"));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await holds()) await Task.Delay(50, limit.Token);
    }
}
