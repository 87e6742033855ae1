using System.Text.Json;
using Bot.Cards;
using Bot.Features.Editing;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;
using Bot.Knowledge.Documents;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Importing;
using Bot.Knowledge.Releases;
using Bot.Knowledge.Sources;
using Bot.Roles;
using Bot.Storage;
using Bot.Storage.Sources;
using Bot.Tests.Cards;
using Bot.Tests.Knowledge.Releases;
using Bot.Tests.Support;

namespace Bot.Tests.Features.Editing;

public sealed class PinningEditingCards
{
    private const string Me = "00000000-0000-4000-8000-0000000000aa", Other = "00000000-0000-4000-8000-0000000000bb";
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 14, 5, 0, TimeSpan.Zero);
    private static readonly ContentFiles Files = SmallContent.Files;
    private static readonly Article Shed = ContentFolder.Readable(Files).Single(article => article.Id == "shed");

    private static readonly Draft Draft = new(3, Files,
    [
        Row("village/shed.md", ArticleText.Of(Shed with { Short = "The shed *stands* by the new gate.", Alternates = [.. Shed.Alternates.Skip(1), "where did the shed go"] }), Me, "The shed was moved [again]."),
        Row("village/bench.md", SmallContent.Article("bench", "long bench", "The long bench stands by the pond.", "pond", "hall"), Other, "New this summer."),
        Row("village/mill.md", null, Other, "It fell down."),
        Row("synonyms.yaml", "nhs:\n  - national health service\nics:\n  - integrated care system\n", Me, "Asked for."),
        Row("village/hall.md", ArticleText.Of(ContentFolder.Readable(Files).Single(article => article.Id == "hall") with { Short = "The hall is shut." }), Me, "Shut.") with { Base = "older" },
    ]);

    private static readonly FoundArticle Found = new(Shed, Draft);
    private static readonly Served Served = new() { Number = 3, Wanted = 3, Moved = 4, At = Now.AddHours(-2) };
    private static readonly ReleaseRow Release = new() { Number = 3, Hash = "h", MadeFrom = 2, MadeAt = Now.AddHours(-2), MadeBy = Me, Why = "The board has merged." };
    private static readonly WithdrawnArticle Taken = new() { ArticleId = "pond", Why = "Wrong gate.", Who = Other, At = Now.AddMinutes(-5) };

    private static readonly SourceMark Doubt = new() { ArticleId = "shed", Source = "papers/sheds.docx", Reason = SourceMark.Changed, Digest = "d", At = Now.AddDays(-2) };

    private static readonly Standing Well = new() { Served = Served, Release = Release, Revision = "0123456789ab", Articles = 200, Stale = 0 };

    private static readonly SourceStanding[] Sources =
    [
        new("papers", SourceKind.SharePoint, "https://trust.example/papers", true) { RefreshedAt = Now.AddDays(-3), Documents = 40, Failed = [new FailedDocument("papers", "old.doc", "It is in an old Word format. Save it as .docx.")] },
        new("website", SourceKind.Page, "https://www.example.org", false) { Problem = "The page does not answer." },
    ];

    private static readonly CheckReport Report = new(
    [
        new Problem("village/shed.md", 4, "The heading has 80 characters. Use up to 65."),
        new Problem("village/bench.md", 7, "\"where to sit\" is a wording of village/pond.md too. Keep it in the one that answers it better.") { Kind = ProblemKind.CompetingWordings },
        new Problem("village/hall.md", 1, "It says \"42 parish councils\" while village/mill.md says \"36 parish councils\". Date both, or mend one.", IsWarning: true) { Kind = ProblemKind.NumberConflict },
        new Problem("village/shed.md", 9, "A sentence of 22 words: \"The shed\".", IsWarning: true),
        new Problem("village/oven.md", 9, "A sentence of 22 words: \"The oven\".", IsWarning: true),
    ], [], 0);

    private static readonly CheckReport Lost = new([], [new Regression("show us the pond", "pond", "shed"), new Regression("will it rain", "", "mill")], 412);
    private static readonly HashSet<string> Changed = [.. Draft.Changes.Select(change => change.Path)];

    private static readonly AuditEntry[] Entries =
    [
        new() { At = Now, Who = Me, Action = "withdrawn", What = "article shed", Why = "It was *wrong*." },
        new() { At = Now.AddDays(-1), Who = "service", Action = "published", What = "release 3", Why = "" },
        new() { At = Now.AddDays(-2), Who = Other, Action = "draft writes", What = "village/shed.md", Why = "edit: The shed was moved." },
    ];

    private static readonly ArticleForm Form = ArticleForm.Of(Shed, "0123");

    private static readonly IReadOnlyDictionary<string, AdaptiveCard> Cards = new Dictionary<string, AdaptiveCard>
    {
        ["StatusAllWell"] = StatusCard.Of(Well, Role.Viewer, Me, Now),
        ["StatusWithTroubles"] = StatusCard.Of(Well with { Served = Served with { Wanted = 4, Problem = "A replica did not get ready in time." }, Stale = 3, Withdrawn = [Taken], Drafts = Draft.Rows, DraftErrors = 2, Sources = Sources }, Role.Admin, Other, Now),
        ["StatusAtFirst"] = StatusCard.Of(Well with { Served = new Served(), Release = null }, Role.Editor, Me, Now),
        ["Diff"] = DiffCard.Of(Draft, 1, Role.Admin, Me),
        ["DiffSecondPage"] = DiffCard.Of(Draft, 2, Role.Viewer, Me),
        ["DiffNothing"] = DiffCard.Of(new Draft(3, Files, []), 1, Role.Admin, Me),
        ["CheckUnderWay"] = CheckCard.UnderWay,
        ["CheckWithErrors"] = CheckCard.Of(Report, Changed, Role.Admin),
        ["CheckWithLostQuestions"] = CheckCard.Of(Lost, Changed, Role.Admin),
        ["CheckOfWhatIsServed"] = CheckCard.Of(new CheckReport([], [], 412), new HashSet<string>(), Role.Admin),
        ["CheckPassed"] = CheckCard.Of(new CheckReport([], [], 412), Changed, Role.Editor),
        ["PublishForm"] = PublishCard.Form(Draft, Now),
        ["PublishChanged"] = PublishCard.Form(Draft, Now, PublishCard.Changed(Draft, Now.AddDays(-1), Me), "The board has merged."),
        ["PublishWithLostQuestions"] = PublishCard.Form(Draft, Now, "Not published yet: kept questions would lose their answers.", "Moves.", Lost.Regressions),
        ["Published"] = PublishCard.Ended(new Published(4, Lost with { Regressions = [] }, null), Draft),
        ["NotPublished"] = PublishCard.Ended(new Published(null, Report, "2 problems have to be mended first."), Draft),
        ["Releases"] = ReleasesCard.Of([Release, Release with { Number = 2, MadeFrom = 0, MadeBy = "command line", Why = "First." }], 3, Role.Admin, Me),
        ["ReleasesForViewers"] = ReleasesCard.Of([Release], 3, Role.Viewer, Other),
        ["RollBackToOne"] = ReleasesCard.Of([Release with { Number = 2 }], 3, Role.Admin, Me, 2),
        ["RolledBack"] = PublishCard.RolledBack(new Published(2, null, null)),
        ["Audit"] = AuditCard.Of(Entries, Me),
        ["History"] = AuditCard.OfArticle(Shed.Heading, "shed", Entries, Me),
        ["Article"] = ArticleCards.Of(Found, null, null, Role.Admin, Me),
        ["ArticleWithdrawn"] = ArticleCards.Of(new FoundArticle(Shed, new Draft(3, Files, [])), Taken, Doubt, Role.Admin, Me),
        ["ArticleForViewers"] = ArticleCards.Of(Found, null, null, Role.Viewer, Me),
        ["NoSuchArticle"] = ArticleCards.NotFound("bycicle [shed]", [Shed]),
        ["Wording"] = ArticleCards.WordingForm(Found, "where is it", "This wording belongs to 'Where the duck pond stands' already."),
        ["Withdraw"] = ArticleCards.WithdrawForm(Found),
        ["WithdrawnNow"] = ArticleCards.Withdrawn(Found, ["Where the village hall stands", "Where the water mill stands"]),
        ["Restore"] = ArticleCards.RestoreForm(Found),
        ["Retire"] = ArticleCards.RetireForm(Found, [.. ContentFolder.Readable(Files).Where(article => article.Id != "shed")], new DateOnly(2026, 11, 26)),
        ["StillHolds"] = ArticleCards.DismissForm(Found),
        ["Stale"] = StaleCard.Of([new StaleArticle("shed", Shed.Heading, Shed.AsOf, new DateOnly(2026, 6, 30)) { IsOverdue = true }, new StaleArticle("pond", "Where the duck pond stands", Shed.AsOf, Shed.ReviewBy) { Doubt = Doubt }]),
        ["StaleNothing"] = StaleCard.Of([]),
        ["RefreshUnderWay"] = RefreshCard.Looking,
        ["RefreshProgress"] = RefreshCard.Progress(new RefreshProgress(420, 1_000, TimeSpan.FromSeconds(23), "papers/board *paper* 7.docx")),
        ["RefreshEnded"] = RefreshCard.Ended(new RefreshReport
        {
            Sources = ["papers", "website"],
            Found = 1_000,
            Read = 12,
            Unchanged = 988,
            Changed = 10,
            Removed = 1,
            PassedOver = 3,
            Drafts = 14,
            Failed = [new FailedDocument("papers", "old.doc", "It is in an old Word format. Save it as .docx.")],
            NearDuplicates = [new NearDuplicate("papers/new.md", "imported/new.md", "shed", 0.84)],
        }, Role.Admin),
        ["RefreshNothing"] = RefreshCard.Ended(new RefreshReport { Sources = ["papers"], Found = 1_000, Unchanged = 1_000 }, Role.Editor),
        ["RefreshImpossible"] = RefreshCard.Ended(new RefreshReport { Problem = "No source is set up. Name a folder, a page or a SharePoint folder under Bot:Knowledge:Sources in the settings." }, Role.Editor),
        ["DocumentUnderWay"] = DroppedCard.UnderWay("board-paper.docx"),
        ["DocumentRefused"] = DroppedCard.Refused("board-paper.doc", "It is in an old Word format. Save it as .docx."),
        ["DocumentRead"] = DroppedCard.Of(
            new ReadDocument("board-paper.md", "Board paper", [new Passage("The *new* board", [], 2, [Block.Paragraph("NHS number 943 476 5919.")])], [], [new Dropped("page header", "It is the same on every page.", 12, "Board paper, page 1")], ["A heading was guessed on page 3."]),
            new DocumentChanges([], [new Alike("imported/new.md", "What does the new board do?", "icb", 0.84)]), [("imported/new.md", "added"), ("imported/old.md", "removed"), ("sources.yaml", "changed")], Role.Admin),
        ["DocumentSaysNothingNew"] = DroppedCard.Of(new ReadDocument("fees.tsv", null, [], [], [], []), DocumentChanges.None, [], Role.Editor),
        ["Kept"] = ArticleCards.Kept("Draft saved", "\"Where the bicycle shed stands\" waits with your changes.", Role.Admin, "shed"),
        ["EditForm"] = ArticleFormCard.Of(Shed, Form, isDialog: true, FormNotes.None),
        ["EditFormInAChat"] = ArticleFormCard.Of(Shed, Form, isDialog: false, FormNotes.None),
        ["EditWithPreview"] = ArticleFormCard.Of(Shed, Form, isDialog: true, new FormNotes { Hints = ["Style: A sentence of 22 words."], Preview = [CardParts.Heading(Shed.Heading), new TextBlock(Shed.Short)] }),
        ["EditWithConflict"] = ArticleFormCard.Of(Shed, Form, isDialog: true, new FormNotes
        {
            Problems = ["Somebody else changed this article while you wrote."],
            Kept = ChangedFields.Between(Shed, Shed with { Short = "Mine.", Points = ["one", "two"] }),
        }),
    };

    public static TheoryData<string> Names => [.. Cards.Keys];

    [Theory, MemberData(nameof(Names))]
    public void ACard_IsAsApproved(string name) => ApprovedJson.Check(Cards[name].ToUtf8Json(), name);

    [Theory, MemberData(nameof(Names))]
    public Task ACard_IsDrawnWhole(string name) => CardRendering.CheckAsync($"editing-{name}", Cards[name].ToUtf8Json());

    [Theory, MemberData(nameof(Names))]
    public void ACard_HasAShortHeading_AndSaysWhatItIs(string name)
    {
        Assert.InRange(CardReading.Heading(JsonElement.Parse(Cards[name].ToUtf8Json().Span)).Length, 4, 75);
        Assert.NotEmpty(Cards[name].Summary);
        Assert.NotEmpty(Cards[name].FallbackText);
    }

    [Fact]
    public void NoSetOfButtons_IsCutByTeams() =>
        Assert.All(Cards.Values, card => Assert.All(CardReading.SetsOfButtons(JsonElement.Parse(card.ToUtf8Json().Span)), count => Assert.InRange(count, 1, 6)));

    [Fact]
    public void ChangesOfAnySize_FitAMessage()
    {
        var long_ = string.Concat(Enumerable.Repeat("A line that goes on and on. ", 40));
        string[] lines = [.. Enumerable.Range(0, 60).Select(i => $"{i} {long_}")];
        DraftRow[] rows = [.. new[] { "shed", "hall", "pond" }.Select(id => ContentFolder.Readable(Files).Single(article => article.Id == id)).Select(article =>
            Row(article.Place.Path, ArticleText.Of(article with { Points = lines, Alternates = lines, Variants = lines, Sources = lines, Prompts = lines, Short = long_, Heading = long_, Question = long_, Detail = string.Join('\n', lines) }), Other, long_))];

        Assert.InRange(DiffCard.Of(new Draft(3, Files, rows), 1, Role.Admin, Me).ToUtf8Json().Length, 5_000, 40_000);
        Assert.InRange(PublishCard.Form(new Draft(3, Files, rows), Now).ToUtf8Json().Length, 500, 40_000);
    }

    [Fact]
    public async Task EveryCard_IsValid() => Assert.Empty(await OfficialSchema.MistakesAsync(
        Cards.ToDictionary(card => card.Key, card => card.Value.ToUtf8Json()), TestContext.Current.CancellationToken));

    private static DraftRow Row(string path, string? text, string who, string why) => new()
    {
        Path = path,
        Text = text,
        Base = Draft.HashOf(Files.Find(path)),
        Origin = "edit",
        Who = who,
        Why = why,
        At = Now.AddMinutes(-30),
    };
}
