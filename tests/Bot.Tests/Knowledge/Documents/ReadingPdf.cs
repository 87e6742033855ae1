using Bot.Knowledge.Documents;
using Bot.Tests.Knowledge.Documents.Made;
using static Bot.Tests.Knowledge.Documents.Made.Reading;

namespace Bot.Tests.Knowledge.Documents;

/// <summary>Ugly PDFs, made here, each with what must come out. The numbers are those of the list of fixtures.</summary>
public sealed class ReadingPdf
{
    [Fact]
    public async Task F13_TwoColumns_AreReadOneAfterTheOther()
    {
        var pdf = new PdfFile().Page().Heading("Leave", 20);
        string[] left = ["Leave is paid in full for the", "first six months and after", "that in part until the last", "day of the year has come"];
        string[] right = ["and it ends. Ask for leave in", "writing and hand the form to", "your manager, who signs it", "within five working days."];
        for (var i = 0; i < 4; i++) pdf.At(70, 700 - (14 * i), left[i]).At(320, 700 - (14 * i), right[i]);

        var read = await ReadAsync("leave.pdf", pdf.Bytes());

        Assert.Equal([("Leave", "Leave is paid in full for the first six months and after that in part until the last day of the year has come and it ends. Ask for leave in writing and hand the form to your manager, who signs it within five working days.")], read.Said());
    }

    [Fact]
    public async Task F14_ATable_StaysReadable()
    {
        var pdf = new PdfFile().Page().Heading("Fees", 20).Text("The fee depends on when the form comes in.").Gap();
        string[][] rows = [["Form", "Fee", "Deadline"], ["On time", "none", "3 May 2026"], ["Late", "£20", "9 May 2026"], ["Very late", "£40 and a", "1 June 2026"], ["", "letter", ""]];
        for (var i = 0; i < rows.Length; i++)
            for (var column = 0; column < 3; column++)
                if (rows[i][column].Length > 0) pdf.At(70 + (130 * column), 660 - (i < 4 ? 18 * i : 68), rows[i][column]);
        pdf.At(70, 540, "Ask the desk if you are not sure which one is yours.");

        var read = await ReadAsync("fees.pdf", pdf.Bytes());

        Assert.Equal([("Fees", "The fee depends on when the form comes in.\n\n- On time. Fee: none; Deadline: 3 May 2026\n- Late. Fee: £20; Deadline: 9 May 2026\n- Very late. Fee: £40 and a letter; Deadline: 1 June 2026\n\nAsk the desk if you are not sure which one is yours.")], read.Said());
        Assert.Equal(1, read.Passages[0].Page);
    }

    [Fact]
    public async Task F15_HeadersAndFooters_AreDropped_AlsoWhereOddAndEvenDiffer()
    {
        var pdf = new PdfFile();
        for (var page = 1; page <= 4; page++)
        {
            pdf.Page(720).At(page % 2 == 0 ? 70 : 350, 810, page % 2 == 0 ? "Example Trust" : "Parking policy version 2", 9).At(250, 30, $"Page {page} of 4", 9);
            pdf.Heading($"Rule {"ABCD"[page - 1]}").Text($"Everybody keeps rule number {page} at", "all times of the day.");
        }

        var read = await ReadAsync("rules.pdf", pdf.Bytes());

        Assert.Equal(Enumerable.Range(1, 4).Select(page => ($"Rule {"ABCD"[page - 1]}", $"Everybody keeps rule number {page} at all times of the day.")), read.Said());
        Assert.Equal([1, 2, 3, 4], read.Passages.Select(p => p.Page!.Value));
        Assert.Equal(["page headers 4", "page numbers 4"], read.Left());
    }

    [Fact]
    public async Task F16_OddBulletsBoxesAndSubLists_StayLists()
    {
        var pdf = new PdfFile().Page().Heading("Kit", 20).Text("Bring these things with you:").Gap(4)
            .Mixed((PdfFile.PrivateBullet, PdfFile.Odd), (" a lock that is at least as long as your", PdfFile.Plain)).Text(82, "arm and has a key").Mixed((PdfFile.PrivateBullet, PdfFile.Odd), (" a lamp", PdfFile.Plain)).Text(95, "1. for the front", "2. for the back")
            .Mixed((PdfFile.EmptyBox, PdfFile.Odd), (" a signed form", PdfFile.Plain));

        var read = await ReadAsync("kit.pdf", pdf.Bytes());

        Assert.Equal([("Kit", "Bring these things with you:\n\n- a lock that is at least as long as your arm and has a key\n- a lamp\n  1. for the front\n  2. for the back\n- a signed form")], read.Said());
    }

    [Fact]
    public async Task F17_Ligatures_AreLetters_AndUnreadableOnesAreSaid()
    {
        var pdf = new PdfFile().Page().Heading("Of fire", 20).Mixed((PdfFile.LigatureFi, PdfFile.Odd), ("re doors stay shut on every ", PdfFile.Plain), (PdfFile.LigatureFl, PdfFile.Odd), ("oor of the ho", PdfFile.Plain), (PdfFile.Unknown, PdfFile.Odd), ("se.", PdfFile.Plain));

        var read = await ReadAsync("fire.pdf", pdf.Bytes());

        Assert.Equal([("Of fire", "fire doors stay shut on every floor of the hose.")], read.Said());
        Assert.Contains(read.Warnings, w => w.Contains("cannot be read", StringComparison.Ordinal));
        Assert.Equal(["letters that cannot be read 1"], read.Left());
    }

    [Fact]
    public async Task F18_HyphensAtLineEnds_GoOrStay_AsTheWordNeeds()
    {
        var pdf = new PdfFile().Page().Heading("Words", 20)
            .Mixed(("For more infor", PdfFile.Plain), (PdfFile.SoftHyphen, PdfFile.Odd)).Text("mation ask the desk, which is a well-", "known place, and bring your docu-", "ments and a patient-", "led plan. A patient-led plan has two pages.");

        var read = await ReadAsync("words.pdf", pdf.Bytes());

        Assert.Equal([("Words", "For more information ask the desk, which is a well-known place, and bring your documents and a patient-led plan. A patient-led plan has two pages.")], read.Said());
    }

    [Fact]
    public async Task F19_AScannedPdf_SaysSo() =>
        Assert.Contains("it was scanned", await RefusedAsync("scan.pdf", new PdfFile().Page().Page().Bytes()), StringComparison.Ordinal);

    [Fact]
    public async Task APageWithoutText_AmongOthers_IsPointedOut()
    {
        var read = await ReadAsync("half.pdf", new PdfFile().Page().Heading("Leave", 20).Text("Everybody gets 27 days of leave in a year.").Page().Bytes());

        Assert.Equal("Page 2 of 2 holds no text: scanned, or pictures only.", Assert.Single(read.Warnings));
    }

    [Fact]
    public async Task F20_AProtectedATruncatedAndAnEmptyPdf_AreRefused_EachInItsWords()
    {
        var pdf = new PdfFile().Page().Text("Everybody gets 27 days of leave in a year.");

        Assert.Contains("protected by a password", await RefusedAsync("a.pdf", pdf.Bytes(encrypted: true)), StringComparison.Ordinal);
        Assert.Contains("damaged or cut short", await RefusedAsync("a.pdf", pdf.Bytes()[..60]), StringComparison.Ordinal);
        Assert.Contains("empty", await RefusedAsync("a.pdf", []), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F21_AnAnswerBrokenOverAPage_GoesOn_WithoutTheFootnoteBetween()
    {
        var pdf = new PdfFile().Page().Heading("Leave", 20).Text("Leave is granted by your manager, who also").At(290, 725, "1", 7)
            .At(PdfFile.Left, 90, "1 See the Working Time Regulations 1998.", 8).Page(720).Text("keeps the list of who is away.");

        var read = await ReadAsync("leave.pdf", pdf.Bytes());

        Assert.Equal([("Leave", "Leave is granted by your manager, who also keeps the list of who is away.")], read.Said());
        Assert.Equal(["footnotes 1"], read.Left());
    }

    [Fact]
    public async Task F22_AContentsPage_MakesNoPassagesOfItsOwn()
    {
        var pdf = new PdfFile().Page().Heading("Handbook", 24).Text("Contents", "Leave ..................................... 2", "Who may park? ............................. 2", "Travel .................................... 3")
            .Page().Heading("Leave").Text("Everybody gets 27 days.").Heading("Who may park?").Text("Staff only, with a blue permit.").Page().Heading("Travel").Text("Claims are paid monthly.");

        var read = await ReadAsync("handbook.pdf", pdf.Bytes());

        Assert.Equal("Handbook", read.Title);
        Assert.Equal([("Leave", "Everybody gets 27 days."), ("Travel", "Claims are paid monthly.")], read.Said());
        Assert.Equal([("Who may park?", "Staff only, with a blue permit.")], read.Asked());
        Assert.Equal(2, read.Pairs[0].Page);
        Assert.Equal(["contents list 3"], read.Left());
    }

    [Fact]
    public async Task F23_ASlantedWatermark_IsDropped()
    {
        var pdf = new PdfFile().Page().Heading("Leave", 20).Text("Everybody gets 27 days of leave, which", "may be taken at any time of the year.").At(200, 650, "DRAFT", 60, PdfFile.Bold, "0.7 0.7 -0.7 0.7");

        var read = await ReadAsync("draft.pdf", pdf.Bytes());

        Assert.Equal([("Leave", "Everybody gets 27 days of leave, which may be taken at any time of the year.")], read.Said());
        Assert.Equal(["slanted text 1"], read.Left());
    }

    [Fact]
    public async Task AHeadingOverTwoLines_IsOne_AndFragmentsOfAnInfographicGo()
    {
        var pdf = new PdfFile().Page().Heading("Our plan", 26).Heading("How we will work together in", 18).Gap(-14).Heading("the next five years", 18).Text("We meet every month and write down what we agree.").Gap(60)
            .At(100, 480, "42%").At(300, 470, "1 in 4 people").At(420, 440, "Our journey");

        var read = await ReadAsync("plan.pdf", pdf.Bytes());

        Assert.Equal([("How we will work together in the next five years", "We meet every month and write down what we agree.")], read.Said());
        Assert.Equal(["fragments of pictures 3"], read.Left());
    }

    [Fact]
    public async Task NumberedQuestions_BecomePairs_WithTheirPage()
    {
        var pdf = new PdfFile().Page().Heading("Questions", 20).Text("1. Who may apply for a place on the course?").Text("Everybody who works here may apply.").Gap().Text("2. When does the course begin?").Text("It begins on 3 May 2026.");

        var read = await ReadAsync("course.pdf", pdf.Bytes());

        Assert.Equal([("Who may apply for a place on the course?", "Everybody who works here may apply."), ("When does the course begin?", "It begins on 3 May 2026.")], read.Asked());
        Assert.All(read.Pairs, pair => Assert.Equal(1, pair.Page));
    }

    [Fact]
    public async Task AHeadingThatComesBackAtTheTopOfAPage_IsNoHeader()
    {
        var pdf = new PdfFile();
        for (var page = 1; page <= 12; page++)
        {
            pdf.Page(800);
            if (page % 4 == 1) pdf.Heading("Warning sign").Text($"The answer to question {page} names bodies that are gone.");
            else pdf.Heading($"Part {page}").Text($"Everybody keeps rule number {page} at all times of the day.");
        }

        var read = await ReadAsync("rules.pdf", pdf.Bytes());

        Assert.Equal(3, read.Passages.Count(p => p.Heading == "Warning sign"));
        Assert.Empty(read.Dropped);
    }

    [Fact]
    public async Task ChaptersWithHeadersOfTheirOwn_LoseThem()
    {
        var pdf = new PdfFile();
        for (var page = 1; page <= 6; page++)
            pdf.Page(720).At(70, 810, page < 4 ? "Chapter 1: Leave" : page < 6 ? "Chapter 2: Travel" : "Index", 9).At(500, 810, $"{page}", 9).Heading($"Rule {"ABCDEF"[page - 1]}").Text($"Everybody keeps rule number {page} at all times.");

        Assert.Equal(6, (await ReadAsync("rules.pdf", pdf.Bytes())).Passages.Count);
    }

    [Fact]
    public async Task CellsThatStandClose_AreStillCells_AndAHeadingMayStandAboveATable()
    {
        var pdf = new PdfFile().Page().Heading("Standing", 20).Text("These are the questions that we ask in every meeting.").Gap().Text("How each question stands").Gap();
        string[][] rows = [["Number", "Subject", "Standing"], ["1", "Our footprint and all its partners", "Open since May"], ["2", "Our contribution and its impact", "Open, last time a"], ["", "on our plans", "concern"], ["3", "Being informed of progress", "Answered"]];
        for (var i = 0; i < rows.Length; i++)
            foreach (var (column, x) in new[] { (0, 70), (1, 130), (2, 300) })
                if (rows[i][column].Length > 0) pdf.At(x, 660 - (i * 18) + (i > 2 ? 4 : 0), rows[i][column]);

        var read = await ReadAsync("standing.pdf", pdf.Bytes());

        Assert.Equal(("How each question stands", "- 1. Subject: Our footprint and all its partners; Standing: Open since May\n- 2. Subject: Our contribution and its impact on our plans; Standing: Open, last time a concern\n- 3. Subject: Being informed of progress; Standing: Answered"), read.Said().Last());
    }

    [Fact]
    public async Task AListWhoseBulletsAreDrawn_IsKnownByItsPlace_AndLargeFiguresAreNoHeadings()
    {
        var pdf = new PdfFile().Page().Heading("Coming by bus", 20).At(300, 700, "42%", 30).At(400, 700, "1 in 4", 30).At(70, 650, "Fares are the same on all the lines that stop at the main gate of the hospital:*")
            .At(95, 630, "adults: \u00A32 for each journey").At(95, 616, "children under 5 who come with a grown person that has paid for a journey:").At(95, 602, "free").At(95, 588, "with a pass: free after 9.30am").At(70, 60, "* Fares of May 2026.", 8);

        var read = await ReadAsync("bus.pdf", pdf.Bytes());

        Assert.Equal([("Coming by bus", "Fares are the same on all the lines that stop at the main gate of the hospital:\n\n- adults: \u00A32 for each journey\n- children under 5 who come with a grown person that has paid for a journey: free\n- with a pass: free after 9.30am")], read.Said());
        Assert.Equal(["footnotes 1", "fragments of pictures 2"], read.Left());
    }

    [Fact]
    public async Task ATableOfShortWordsInLowerCase_IsNoRunningText()
    {
        var pdf = new PdfFile().Page().Heading("Handbook", 20).Text("Whoever asks for a copy of the papers gets one.").Gap().Text("2.1 Fees for copies");
        string[][] rows = [["Copy", "Fee", "Who pays"], ["Paper, up to 20 pages", "none", "nobody"], ["Paper, more than 20 pages", "10p a page", "whoever asks, unless the secretary"], ["", "", "waives it"], ["By email", "none", "nobody"]];
        for (var i = 0; i < rows.Length; i++)
            for (var column = 0; column < 3; column++)
                if (rows[i][column].Length > 0) pdf.At(72 + (150 * column), 660 - (i * 18) + (i > 2 ? 4 : 0), rows[i][column]);

        var read = await ReadAsync("handbook.pdf", pdf.Bytes());

        Assert.Equal(("2.1 Fees for copies", "- Paper, up to 20 pages. Fee: none; Who pays: nobody\n- Paper, more than 20 pages. Fee: 10p a page; Who pays: whoever asks, unless the secretary waives it\n- By email. Fee: none; Who pays: nobody"), read.Said().Last());
    }

    [Fact]
    public async Task ATableWithTightCells_AndAHeadInTheMiddleOfItsColumns_IsATable()
    {
        var pdf = new PdfFile().Page().Heading("Buses", 20).Text("Buses run on every day of the year but one.").At(103, 640, "Day").At(168, 640, "First").At(208, 640, "Last");
        (string Day, string First, string Last)[] rows = [("Monday to Friday", "6.10am", "11.40pm"), ("Saturday", "6.40am", "11.40pm"), ("Sunday", "8.05am", "9.05pm")];
        for (var i = 0; i < rows.Length; i++) pdf.At(70, 620 - (20 * i), rows[i].Day).At(161, 620 - (20 * i), rows[i].First).At(i == 2 ? 210 : 204, 620 - (20 * i), rows[i].Last);

        var read = await ReadAsync("bus.pdf", pdf.Bytes());

        Assert.Equal([("Buses", "Buses run on every day of the year but one.\n\n- Monday to Friday. First: 6.10am; Last: 11.40pm\n- Saturday. First: 6.40am; Last: 11.40pm\n- Sunday. First: 8.05am; Last: 9.05pm")], read.Said());
    }

    [Fact]
    public async Task WithoutPoppler_TheMessageSaysWhatToInstall()
    {
        var missing = new Bot.Knowledge.Documents.Pdf.PdfToText("no-such-program-here", TimeSpan.FromSeconds(5));

        var refused = await Assert.ThrowsAsync<DocumentException>(() => missing.RunAsync(new PdfFile().Page().Bytes(), [], TestContext.Current.CancellationToken));

        Assert.Contains("Install poppler", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProgramThatWritesWithoutEnd_OrTakesTooLong_IsGivenUp()
    {
        var pdf = new PdfFile().Page().Bytes();
        var ct = TestContext.Current.CancellationToken;
        var endless = await Assert.ThrowsAsync<DocumentException>(() => new Bot.Knowledge.Documents.Pdf.PdfToText("yes", TimeSpan.FromMinutes(2)).RunAsync(pdf, ["--"], ct));
        var slow = await Assert.ThrowsAsync<DocumentException>(() => new Bot.Knowledge.Documents.Pdf.PdfToText("yes", TimeSpan.FromMilliseconds(1)).RunAsync(pdf, ["--"], ct));

        Assert.Contains("more text than a document can", endless.Message, StringComparison.Ordinal);
        Assert.Contains("took longer than", slow.Message, StringComparison.Ordinal);
    }
}
