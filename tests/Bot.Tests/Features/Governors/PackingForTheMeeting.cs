using Bot.Features.Governors;
using Bot.Features.Governors.Packing;
using Bot.Features.Maps;
using Bot.Knowledge;
using Bot.Knowledge.Records;
using Bot.Papers;
using Bot.Storage.Governors;
using Bot.Tests.Support;
using Bot.Trusts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Tests.Features.Governors;

public sealed class PackingForTheMeeting(GovernedGuide governed) : IClassFixture<GovernedGuide>
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly MeetingNote[] Notes =
    [
        Note(6, NoteStatus.Answered, "=HYPERLINK(\"https://x\") <b>&</b> {{DATE(2026)}} \u0001 \ud800\nsecond line"),
        Note(2, NoteStatus.Concern, string.Join(' ', Enumerable.Repeat("word", 10_000))) with { FollowUp = "ask *again*", FollowUpOn = new(2027, 1, 5) },
    ];

    public static TheoryData<string> Trusts => ["RFF", "RX3", "RDU", "RFR"];

    [Theory, MemberData(nameof(Trusts))]
    public void APack_IsValidForWord_WithNotesOfAnyKind(string code)
    {
        using var document = Open(Pack(code, Notes));

        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken);

        Assert.Empty(errors.Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void APack_IsAccessible()
    {
        using var document = Open(Pack("RFF", Notes));
        var main = document.MainDocumentPart!;
        var body = main.Document.Body!;
        var levels = body.Descendants<ParagraphStyleId>().Select(s => s.Val!.Value!).Where(s => s.StartsWith("Heading", StringComparison.Ordinal)).Select(s => s[^1] - '0').ToArray();

        Assert.Equal("Meeting pack for governors of Barnsley Hospital NHS Foundation Trust", document.PackageProperties.Title);
        Assert.Equal("en-GB", document.PackageProperties.Language);
        Assert.Equal("en-GB", main.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Val);
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, "A heading level is passed over."));
        Assert.All(body.Descendants<Table>().Where(t => t.Descendants<GridColumn>().Count() > 1), table => Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
        Assert.All(body.Descendants<Table>(), table => Assert.NotEmpty(table.Descendants<TableDescription>().Single().Val!.Value!));
        Assert.Contains("The dark tile", Assert.Single(body.Descendants<DocProperties>()).Description!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void APack_HoldsWhatAGovernorTakesIntoTheRoom()
    {
        var paper = Pack("RFF", Notes);
        var text = PlainPaper.Of(paper);

        foreach (var held in (string[])
            ["NHS South Yorkshire Integrated Care Board", "South Yorkshire and Bassetlaw", "12 January 2027", "Made on", "22 November 2026", "The question in plain words", "Why it matters", "Known for Barnsley Hospital",
                "What a good answer holds", "Where the proof is", "Warning sign", "Room for your notes", "About us > Council of governors > Meetings", "Sources", "as at July 2026", "{{DATE(2026)}}", "Follow-up by 5 January 2027: ask *again*"])
            Assert.Contains(held, text, StringComparison.Ordinal);
        Assert.Contains(Notes[1].Answer, text, StringComparison.Ordinal);
        Assert.DoesNotContain("http", text.Replace("https://x", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var question in Enumerable.Range(1, 8))
            Assert.Contains(BuiltInContent.Heading($"q{question}"), text, StringComparison.Ordinal);
    }

    [Fact]
    public void WordAndPlainText_SayTheSame()
    {
        var paper = Pack("RX3", Notes);
        using var document = Open(paper);
        var plain = CardReading.Squeeze(PlainPaper.Of(paper));

        foreach (var paragraph in document.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().Where(p => !p.Descendants<Break>().Any()).Select(p => p.InnerText).Where(t => t.Length > 0))
            Assert.Contains(CardReading.Squeeze(paragraph), plain, StringComparison.Ordinal);
    }

    // Barnsley and Rotherham share a board; the others share nothing.
    [Theory]
    [InlineData("RFF", "RX3")]
    [InlineData("RFF", "RDU")]
    [InlineData("RX3", "RDU")]
    [InlineData("RFF", "RFR")]
    public void TwoTrusts_DifferInEveryLocalSection(string one, string other)
    {
        var (ofOne, ofOther) = (LocalSections(Pack(one, [])), LocalSections(Pack(other, [])));

        Assert.Equal(8, ofOne.Length);
        Assert.All(ofOne.Zip(ofOther), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public async Task MakingAPack_OffersWordAndPlainText()
    {
        var governor = await governed.OfAsync(WalkingThroughTheEight.Acute);
        await governor.HearsAsync("help me prepare for the council meeting on 12 January");

        var replies = await governed.Guide.PostForRepliesAsync(governor.Person.Says("make my pack"));

        Assert.Equal(
            ["Meeting pack, Barnsley Hospital, 12 January 2027.docx", "Meeting pack, Barnsley Hospital, 12 January 2027.txt"],
            replies.Select(r => r.GetProperty("attachments")[0].GetProperty("name").GetString()));
        Assert.All(replies, r => Assert.Equal("application/vnd.microsoft.teams.card.file.consent", r.GetProperty("attachments")[0].GetProperty("contentType").GetString()));
    }

    [Fact]
    public async Task InAGroup_NoPackIsMade()
    {
        var governor = new Governor(governed.Guide, Whole.Person.New("groupChat"));
        await governor.HearsAsync("my trust is Barnsley Hospital");

        Assert.Contains("only in your personal chat", await governor.IsToldAsync("make my pack"), StringComparison.Ordinal);
    }

    /// <summary>Converts with LibreOffice, which reads more strictly than a validator; the pages can be looked at.</summary>
    [Fact]
    public async Task APack_IsConvertedToPdf()
    {
        Assert.SkipUnless(LongRun.IsOn, "At full size only: bash tests/long.sh");
        var office = Office.Program();
        Assert.SkipWhen(office is null, "LibreOffice is absent: install libreoffice-writer to convert the packs.");
        foreach (var code in Trusts.Select(row => row.Data))
        {
            var file = Chromium.PictureOf($"pack-{code}").Replace(".png", ".docx", StringComparison.Ordinal);
            await File.WriteAllBytesAsync(file, WordPaper.Write(Pack(code, Notes), new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero)), TestContext.Current.CancellationToken);

            var pages = await Office.PagesAsync(office!, file);

            Assert.InRange(pages, 12, 60);
        }
    }

    private Paper Pack(string code, MeetingNote[] notes)
    {
        var snapshot = governed.Guide.Get<KnowledgeStore>().Current;
        var trust = OwnTrusts.Find(snapshot.Records, code)!;
        var workspace = new Workspace(trust, new Walk { Trust = code, Question = 1, Meeting = new(2027, 1, 12) }, [.. notes.Select(n => n with { Trust = code })]);
        var board = trust.Trust.Homes[Era.Icb36]!;
        return MeetingPack.Of(workspace, snapshot, governed.Guide.Get<MapPictures>().Png(snapshot.Records.Set, snapshot.Records.Map(Era.Icb36, board)!), Today);
    }

    private static WordprocessingDocument Open(Paper paper) =>
        WordprocessingDocument.Open(new MemoryStream(WordPaper.Write(paper, new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero))), isEditable: false);

    private static string[] LocalSections(Paper paper) =>
    [
        .. from pair in paper.Blocks.Zip(paper.Blocks.Skip(1))
           where pair.First is Block.Heading { Text: var heading } && heading.StartsWith("Known for ", StringComparison.Ordinal)
           select string.Join('\n', ((Block.Bullets)pair.Second).Items),
    ];

    private static MeetingNote Note(int question, NoteStatus status, string answer) =>
        new() { Trust = "", Meeting = new(2026, 10, 12), Question = question, Status = status, PutTo = "the chair", Answer = answer, Version = 1 };
}
