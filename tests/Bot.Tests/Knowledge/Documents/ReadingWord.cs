using Bot.Knowledge.Documents;
using static Bot.Tests.Knowledge.Documents.Made.Reading;
using static Bot.Tests.Knowledge.Documents.Made.WordFile;

namespace Bot.Tests.Knowledge.Documents;

/// <summary>Ugly Word files, made here, each with what must come out. The numbers are those of the list of fixtures.</summary>
public sealed class ReadingWord
{
    private const string Bullets = """<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>""";
    private const string Sections = """<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:pStyle w:val="berschrift1"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl></w:abstractNum>""";
    private const string Lists = Bullets + Sections + """<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>""";

    [Fact]
    public async Task F24_HeadingsByBoldAndSizeOnly_AreFound()
    {
        const string Large = "<w:sz w:val=\"32\"/>", Bold = "<w:b/>", Body = "<w:sz w:val=\"20\"/>";
        var read = await ReadAsync("guide.docx", Of(
            Runs("", R("Staff ", "<w:b/><w:sz w:val=\"40\"/>"), R("handbook", "<w:b/><w:sz w:val=\"40\"/>")) + Runs("", R("Leave", Large))
            + Runs("", R("Everybody gets 27 days.", Body)) + Runs("", R("Sick leave", Bold + Body)) + Runs("", R("Ring the ", Body), R("ward", Bold + Body), R(" before 9am.", Body))
            + Runs("", R("Travel", Large)) + Runs("", R("Claims are paid monthly.", Body))));

        Assert.Equal("Staff handbook", read.Title);
        Assert.Equal([("Leave", "Everybody gets 27 days."), ("Sick leave", "Ring the ward before 9am."), ("Travel", "Claims are paid monthly.")], read.Said());
        Assert.Equal(["Leave"], read.Passages[1].Section);
    }

    [Fact]
    public async Task AQuestionMarkedByItsOutlineLevelOnly_IsAPair()
    {
        var read = await ReadAsync("faq.docx", Of(P("Can I swap shifts?", "<w:outlineLvl w:val=\"0\"/>") + P("Yes, if the ward agrees.") + P("Who signs?", "<w:outlineLvl w:val=\"0\"/>") + P("Your manager.")));

        Assert.Equal([("Can I swap shifts?", "Yes, if the ward agrees."), ("Who signs?", "Your manager.")], read.Asked());
    }

    [Fact]
    public async Task HeadingsInATranslatedStyle_AreFoundThroughTheChain_AndJoinedWhereBroken()
    {
        const string Styles = """<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Unser"><w:name w:val="Our heading"/><w:basedOn w:val="berschrift1"/></w:style>""";
        var read = await ReadAsync("guide.docx", Of(Styled("Unser", "How we ask for") + Styled("Unser", "parental leave") + P("In writing.") + Styled("berschrift1", "Pay") + P("Monthly."), Styles));

        Assert.Equal([("How we ask for parental leave", "In writing."), ("Pay", "Monthly.")], read.Said());
    }

    [Fact]
    public async Task F25_TrackedDeletionsAndComments_AreNotCarriedOver()
    {
        var read = await ReadAsync("policy.docx", Of(
            P("How much notice do I give?", "<w:outlineLvl w:val=\"0\"/>")
            + "<w:p><w:commentRangeStart w:id=\"1\"/>" + R("Give ") + "<w:del w:id=\"2\" w:author=\"A\"><w:r><w:delText>four</w:delText></w:r></w:del><w:ins w:id=\"3\" w:author=\"A\">" + R("six") + "</w:ins>" + R(" weeks.") + "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>"
            + "<w:p><w:pPr><w:rPr><w:del w:id=\"4\" w:author=\"A\"/></w:rPr></w:pPr>" + R("Write to your ") + "</w:p>" + P("manager.")
            + "<w:p><w:moveFrom w:id=\"5\" w:author=\"A\">" + R("Moved away.") + "</w:moveFrom></w:p>",
            comments: "<w:comment w:id=\"1\" w:author=\"A\"><w:p><w:r><w:t>Is that right?</w:t></w:r></w:p></w:comment>"));

        Assert.Equal([("How much notice do I give?", "Give six weeks.\n\nWrite to your manager.")], read.Asked());
        Assert.Equal(["comments 1", "tracked deletions 2"], read.Left());
    }

    [Fact]
    public async Task F26_HiddenTextIsDropped_AndATextBoxIsReadOnce()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>Ask the library before you print.</w:t></w:r></w:p><w:p><w:r><w:t>42 printers</w:t></w:r></w:p></w:txbxContent>";
        const string Styles = """<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>""";
        var read = await ReadAsync("printing.docx", Of(
            P("Printing", "<w:outlineLvl w:val=\"0\"/>") + Runs("", R("Printing is free"), R(" (draft note)", "<w:vanish/>"), R(" secret", "<w:rStyle w:val=\"Secret\"/>"), R(", not hidden", "<w:vanish w:val=\"0\"/>"), R("."))
            + $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx>{Box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{Box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
            + P("Copies cost 5p.") + P("Scanning", "<w:outlineLvl w:val=\"0\"/>") + P("Scanning is free too."), Styles));

        Assert.Equal([("Printing", "Printing is free, not hidden.\n\nCopies cost 5p.\n\nAsk the library before you print."), ("Scanning", "Scanning is free too.")], read.Said());
        Assert.Equal(["hidden text 2", "labels of drawings 1"], read.Left());
    }

    [Fact]
    public async Task F27_AnFaqTableWithMergedCells_BecomesPairs_AndAutomaticNumbersAreCounted()
    {
        const string Styles = """<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>""";
        var read = await ReadAsync("faq.docx", Of(
            Styled("berschrift1", "Leave") + P("Sick leave", "<w:outlineLvl w:val=\"1\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"2\"/></w:numPr>") + P("Ring the ward.") + P("Study leave", "<w:outlineLvl w:val=\"1\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"2\"/></w:numPr>") + P("Ask as for sick leave, see 4.1.")
            + Styled("berschrift1", "Questions")
            + Table(
                [Cell("Question"), Cell("Answer")],
                [Cell("Who pays?", "<w:vMerge w:val=\"restart\"/>"), Cell("We do.")],
                [Cell("", "<w:vMerge/>"), Cell("Only for courses, see 4.2.")],
                [Cell("What do I bring?"), Cell(Item("a pass") + Item("a pen"))]),
            Styles, Lists));

        Assert.Equal(["4. Leave", "4. Leave"], read.Passages.Select(p => p.Section[0]));
        Assert.Equal([("4.1 Sick leave", "Ring the ward."), ("4.2 Study leave", "Ask as for sick leave, see 4.1.")], read.Said());
        Assert.Equal([("Who pays?", "We do.\n\nOnly for courses, see 4.2."), ("What do I bring?", "- a pass\n- a pen")], read.Asked());
        Assert.Equal(["5. Questions"], read.Pairs[0].Section);
    }

    [Fact]
    public async Task ListsKeepTheirDepthAndNumbers()
    {
        var read = await ReadAsync("list.docx", Of(P("Kit", "<w:outlineLvl w:val=\"0\"/>") + P("Bring:") + Item("a lock") + Item("with a key", depth: 1) + Item("a lamp") + P("Then:") + Item("sign", 2) + Item("here", 2, 2) + Item("leave", 2), numbering: Lists));

        Assert.Equal("Bring:\n\n- a lock\n  - with a key\n- a lamp\n\nThen:\n\n4. sign\n    (a) here\n5. leave", Assert.Single(read.Passages).Text);
    }

    [Fact]
    public async Task ATableOfFacts_StaysReadable_WhenCellsAreMerged()
    {
        var read = await ReadAsync("fees.docx", Of(P("Fees", "<w:outlineLvl w:val=\"0\"/>") + Table(
            [Cell("Form"), Cell("Fee"), Cell("Deadline")],
            [Cell("Late", "<w:vMerge w:val=\"restart\"/>"), Cell("£20"), Cell("3 May 2026")],
            [Cell("", "<w:vMerge/>"), Cell("£40"), Cell("9 May 2026")],
            [Cell("No fee after that", "<w:gridSpan w:val=\"3\"/>")])));

        Assert.Equal("- Late. Fee: £20; Deadline: 3 May 2026\n- Late. Fee: £40; Deadline: 9 May 2026\n- No fee after that", Assert.Single(read.Passages).Text);
        Assert.Equal(BlockKind.Table, read.Passages[0].Blocks[0].Kind);
    }

    [Fact]
    public async Task ContentsFieldsLinksAndPages_AreReadAsAReaderSeesThem()
    {
        var read = await ReadAsync("long.docx", Of(
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + R("Parking 1") + "</w:p>" + P("Cycling 2") + "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
            + P("Parking", "<w:outlineLvl w:val=\"0\"/>") + "<w:p>" + R("Use the ") + "<w:hyperlink r:id=\"link1\">" + R("form") + "</w:hyperlink>" + R(" by ") + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + R("3 May 2026") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + R(" in co") + "<w:r><w:softHyphen/><w:t>lour</w:t><w:noBreakHyphen/><w:t>print.</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:lastRenderedPageBreak/><w:t>Cycling</w:t></w:r></w:p>" + P("Cycle to work."), footer: P("Page 1 of 2")));

        Assert.Equal([("Parking", "Use the [form](https://example.org/form) by 3 May 2026 in colour-print."), ("Cycling", "Cycle to work.")], read.Said());
        Assert.Equal([1, 2], read.Passages.Select(p => p.Page!.Value));
        Assert.Equal(["contents list 1", "page headers and footers 1"], read.Left());
    }

    [Fact]
    public async Task ALargeFirstLine_IsTheTitle_AndLinesOnTheDocumentItselfAreLeftOut()
    {
        const string Styles = """<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/></w:style>""";
        var read = await ReadAsync("drivers.docx", Of(
            Runs("", R("Volunteer drivers", "<w:b/><w:sz w:val=\"40\"/>")) + P("Version 3.2, approved by the people committee on 12 March 2026") + P("Review date: March 2028")
            + Styled("h1", "Pay") + Runs("", R("We pay 45p a mile."), R("1", "<w:vertAlign w:val=\"superscript\"/>"), R(" A garage of 20 m"), R("2", "<w:vertAlign w:val=\"superscript\"/>"), R(" is free"), R("*", "<w:position w:val=\"8\"/>"), R(".")), Styles));

        Assert.Equal("Volunteer drivers", read.Title);
        Assert.Equal([("Pay", "We pay 45p a mile. A garage of 20 m2 is free.")], read.Said());
        Assert.Equal(["document control lines 2", "footnotes 2"], read.Left());
    }
}
