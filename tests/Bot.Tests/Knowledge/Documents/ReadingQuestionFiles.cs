using System.Text;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;
using Bot.Knowledge.Importing;
using Bot.Knowledge.Releases;
using Bot.Tests.Knowledge.Documents.Made;
using Bot.Tests.Knowledge.Releases;
using static Bot.Tests.Knowledge.Documents.Made.Reading;

namespace Bot.Tests.Knowledge.Documents;

/// <summary>
/// Fixtures of questions and answers that need more than the pairs: what becomes of them. The numbers are those of the list;
/// 1 to 5, 7 and 10 are in <see cref="ReadingPairs"/>.
/// </summary>
public sealed class ReadingQuestionFiles
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Fact]
    public async Task F6_APromptToNowhere_IsLeftOut_AndACycleIsTwoPrompts()
    {
        var read = await ReadAsync("kb.tsv", "Question\tAnswer\tPrompts\tQnaId\n"
            + "Where is the maypole?\tOn the green.\t[{\"DisplayOrder\":0,\"QnaId\":2,\"DisplayText\":\"The green\"},{\"DisplayOrder\":1,\"QnaId\":99,\"DisplayText\":\"Lost\"},{\"DisplayOrder\":2,\"QnaId\":1,\"DisplayText\":\"Itself\"}]\t1\n"
            + "How large is the green?\tTwo acres.\t[{\"DisplayOrder\":0,\"QnaId\":1,\"DisplayText\":\"The maypole\"}]\t2\n");
        var content = ContentFolder.Read(SmallContent.Files).Content!;

        var after = ContentFolder.Read(SmallContent.Files.With(DocumentDrafts.Of(read, content, SmallContent.Files, Today).Changes)).Content!;

        var (pole, green) = (after.Articles.Single(a => a.Heading == "Where is the maypole"), after.Articles.Single(a => a.Heading == "How large is the green"));
        Assert.Equal([green.Id], pole.Prompts);
        Assert.Equal([pole.Id], green.Prompts);
    }

    [Fact]
    public async Task F8_AnswersInHtml_BecomeMarkdown_AndATitleRowAndBlankRowsGo()
    {
        var read = await ReadAsync("faq.xlsx", SheetFile.Of(["Our questions", ""], ["Question", "Answer"], ["", ""],
            ["Can I borrow a projector?", "<p>Yes, from the <a href=\"https://example.org/kit\">kit desk</a>.</p><ul><li>for a day</li><li>for a week</li></ul><script>alert(1)</script>"]));

        Assert.Equal([("Can I borrow a projector?", "Yes, from the [kit desk](https://example.org/kit).\n\n- for a day\n- for a week")], read.Asked());
        Assert.Equal(["1 rows above the header were left out."], read.Warnings);
    }

    [Fact]
    public async Task F9_FormulasDatesAndNumbers_AreReadAsTheyShow()
    {
        var read = await ReadAsync("faq.xlsx", SheetFile.Raw("""
            <row><c t="str"><v>Question</v></c><c t="str"><v>Answer</v></c></row>
            <row><c t="str"><v>How many?</v></c><c><f>20+22</f><v>42</v></c></row>
            <row><c t="str"><v>When?</v></c><c s="1"><v>46145</v></c></row>
            <row><c t="str"><v>From what time?</v></c><c s="2"><v>46145.4375</v></c></row>
            <row><c t="str"><v>What share?</v></c><c><v>0.30000000000000004</v></c></row>
            <row><c t="str"><v>Who?_x000D_</v></c><c t="str"><v>The ward.</v></c></row>
            <row><c t="str"><v>What runs?</v></c><c t="str"><v>=HYPERLINK("https://evil.example","x")</v></c></row>
            <row><c t="str"><v>What broke?</v></c><c t="e"><v>#REF!</v></c></row>
            """));

        Assert.Equal([("How many?", "42"), ("When?", "3 May 2026"), ("From what time?", "3 May 2026 10:30"), ("What share?", "0.3"), ("Who?", "The ward.")], read.Asked());
        Assert.Equal(["Row 7 holds a formula, which a spreadsheet would run, and was left out. Write its result in its place.", "Row 8 has no answer and was left out."], read.Warnings);
    }

    [Fact]
    public async Task F11_PascalCase_AndIdsThatComeTwice_AreRead()
    {
        var read = await ReadAsync("kb.json", """{"Assets":{"Qnas":[{"Id":4,"Answer":"On Thursday.","Questions":["When is the rota out?"]},{"id":4,"answer":"The ward.","questions":["Who writes it?"]}]}}""");

        Assert.Equal([("When is the rota out?", "On Thursday."), ("Who writes it?", "The ward.")], read.Asked());
        Assert.Contains("The id 4 is used by 2 pairs", Assert.Single(read.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F12_TwoAnswersToOneQuestion_ArePointedOut_AndBarPublishing()
    {
        var read = await ReadAsync("kb.csv", "Question,Answer\nWhen does the pool open?,At 7.\nwhen does the pool open,At 9.\n");
        Assert.Equal("\"When does the pool open?\" is answered 2 times, and differently. All were taken: keep the right one.", Assert.Single(read.Warnings));

        var content = ContentFolder.Read(SmallContent.Files).Content!;
        var report = ReleaseChecks.Read(SmallContent.Files.With(DocumentDrafts.Of(read, content, SmallContent.Files, Today).Changes));

        Assert.Contains("is a wording of", Assert.Single(report.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PairsThatBeginAlike_MayBePublished()
    {
        var read = await ReadAsync("kb.tsv", "Question\tAnswer\tQnaId\nWhere is the maypole?\tOn the green.\t1\nWhere is the large maypole?\tOn the green.\t1\nWhere is the maypole now?\tOn the green.\t1\n");
        var content = ContentFolder.Read(SmallContent.Files).Content!;

        Assert.Empty(ReleaseChecks.Read(SmallContent.Files.With(DocumentDrafts.Of(read, content, SmallContent.Files, Today).Changes)).Errors);
    }
}
