using System.Text;
using Bot.Knowledge.Documents;

namespace Bot.Tests.Knowledge.Documents;

/// <summary>Plain text and Markdown.</summary>
public sealed class ReadingText
{
    [Fact]
    public async Task Headings_OpenPassages_AndListsStayLists()
    {
        var read = await ReadAsync("travel_guide.md", "# Travel\n\nWe pay for *most* journeys.\n\n## Bicycles\n\nYou need:\n\n- a lock\n  - with a key\n- a [permit](https://example.org/p)\n\n### Repairs\n\nAsk the desk.\n");

        Assert.Equal("Travel", read.Title);
        Assert.Equal(["Travel", "Bicycles", "Repairs"], read.Passages.Select(p => p.Heading));
        Assert.Equal(["Bicycles"], read.Passages[2].Section);
        Assert.Equal("You need:\n\n- a lock\n  - with a key\n- a [permit](https://example.org/p)", read.Passages[1].Text);
        Assert.Equal(BlockKind.List, read.Passages[1].Blocks[1].Kind);
    }

    [Fact]
    public async Task AHeadingThatAsks_IsAPair_WithItsSection()
    {
        var pair = Assert.Single((await ReadAsync("faq.md", "# Parking\n\n## Staff\n\n### 2. Who may park here?\n\nStaff only.\n\nWith a permit.\n")).Pairs);

        Assert.Equal("Who may park here?", pair.Questions[0]);
        Assert.Equal("Staff only.\n\nWith a permit.", pair.Answer);
        Assert.Equal(["Staff"], pair.Section);
    }

    [Fact]
    public async Task ATable_SaysWhichColumnEachCellIsOf()
    {
        var read = await ReadAsync("fees.md", "# Fees\n\n| Form | Fee | Deadline |\n| --- | --- | --- |\n| Late | £20 | 3 May 2026 |\n| On time | £0 | |\n");

        Assert.Equal("- Late. Fee: £20; Deadline: 3 May 2026\n- On time. Fee: £0", Assert.Single(read.Passages).Text);
    }

    [Fact]
    public async Task HtmlInMarkdown_IsDropped_AndALinkToAScriptLosesItsTarget()
    {
        var read = await ReadAsync("a.md", "# A\n\nSee [this](javascript:alert(1)) now.\n\n<script>alert(1)</script>\n");

        Assert.Equal("See this now.", Assert.Single(read.Passages).Text);
        Assert.Contains(read.Dropped, dropped => dropped.What == "HTML inside Markdown");
    }

    [Fact]
    public async Task PlainText_KnowsHeadingsByTheirShape()
    {
        var read = await ReadAsync("notes.txt", "LEAVE RULES\n\nEverybody gets 27 days\nof leave.\n\n4.2 Sick leave\n\nRing before 9am.\n\n\u2022 the ward\n\u2022 your manager,\n  if absent\n");

        Assert.Equal(["LEAVE RULES", "4.2 Sick leave"], read.Passages.Select(p => p.Heading));
        Assert.Equal("Everybody gets 27 days of leave.", read.Passages[0].Text);
        Assert.Equal("Ring before 9am.\n\n- the ward\n- your manager, if absent", read.Passages[1].Text);
    }

    [Fact]
    public async Task NumberedQuestions_BecomePairs()
    {
        var read = await ReadAsync("faq.txt", "Common questions\n\n1. Who may apply?\n\nEverybody who lives here.\n\n2. When does it open?\n\nOn 3 May 2026.\n");

        Assert.Equal([("Who may apply?", "Everybody who lives here."), ("When does it open?", "On 3 May 2026.")], read.Pairs.Select(p => (p.Questions[0], p.Answer)));
        Assert.Empty(read.Passages);
    }

    [Fact]
    public async Task QuestionsAndAnswersMarkedQAndA_BecomePairs()
    {
        var read = await ReadAsync("faq.txt", "Q: Is it open?\nA: Yes, always.\n\nQ: Is it free?\nA: No.\n");

        Assert.Equal([("Is it open?", "Yes, always."), ("Is it free?", "No.")], read.Pairs.Select(p => (p.Questions[0], p.Answer)));
    }

    [Fact]
    public async Task ATypedContentsList_IsLeftOut_AndHeadingsThatAreCountedKeepTheirNumberApart()
    {
        var read = await ReadAsync("guide.txt", "Contents\n\n1 Leave ........ 2\n\n2 Travel ....... 3\n\n3 10 Year Health Plan ..... 4\n\n1 Leave\n\nEverybody gets 27 days.\n\n2 Travel\n\nBy bus.\n");

        Assert.Equal(["1. Leave", "2. Travel"], read.Passages.Select(p => p.Heading));
        Assert.Equal("contents list", Assert.Single(read.Dropped).What);
        Assert.Equal("10 Year Health Plan", Assert.Single((await ReadAsync("plan.md", "# A\n\n## 10 Year Health Plan\n\nIt is long.\n")).Passages).Heading);
    }

    [Fact]
    public async Task LongTextWithoutHeadings_IsCutIntoParts_AndNothingIsLost()
    {
        var words = string.Join(' ', Enumerable.Range(1, 8000).Select(i => $"word{i}"));
        var read = await ReadAsync("long.txt", $"{words}.\n\n{string.Join('\n', Enumerable.Range(1, 900).Select(i => $"- item number {i}"))}\n");

        Assert.Equal(["long", "long (part 2)", "long (part 3)"], read.Passages.Select(p => p.Heading).Take(3));
        Assert.All(read.Passages, passage => Assert.InRange(passage.Text.Length, 1, 13_000));
        Assert.Equal(8000 + (900 * 3), string.Join(' ', read.Passages.Select(p => p.Text)).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Count(word => word != "-"));
        Assert.Contains("was cut into", Assert.Single(read.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHeadingStyleOnAWholeParagraph_MakesNoHeading_AndAnEmptyDocumentSaysSo()
    {
        var paragraph = string.Join(' ', Enumerable.Repeat("word", 60)) + ".";

        Assert.Equal(paragraph, Assert.Single((await ReadAsync("a.md", $"# Rules\n\n## {paragraph}\n")).Passages).Text);
        Assert.Equal("Nothing in the document could be made into a passage or a question.", Assert.Single((await ReadAsync("a.md", "\n\n---\n")).Warnings));
    }

    private static Task<ReadDocument> ReadAsync(string name, string text) =>
        DocumentReader.ReadAsync(name, Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
}
