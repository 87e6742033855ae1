using System.IO.Compression;
using System.Text;
using Bot.Knowledge.Documents;

namespace Bot.Tests.Knowledge.Documents;

/// <summary>Ugly files of questions and answers, made here, each with the pairs that must come out.</summary>
public sealed class ReadingPairs
{
    private const string Header = "Question\tAnswer\tSource\tMetadata\tSuggestedQuestions\tIsContextOnly\tPrompts\tQnaId";

    [Fact]
    public void TabsWithAMark_JoinRowsOfOneId_AndReadEscapedLineBreaks()
    {
        var file = PairReader.Read("kb.tsv", [0xEF, 0xBB, 0xBF, .. Bytes(
            $"{Header}\nWhere is the shed?\tBehind the gate.\\n\\nAsk for the code.\tEditorial\tsite:east|topic:travel\t[]\tFalse\t[{{\"DisplayOrder\":0,\"QnaId\":8,\"Qna\":null,\"DisplayText\":\"Lost code\"}}]\t7\n"
            + $"Bike parking\tBehind the gate.\\n\\nAsk for the code.\tEditorial\tsite:east|topic:travel\t[]\tFalse\t[{{\"DisplayOrder\":0,\"QnaId\":8,\"Qna\":null,\"DisplayText\":\"Lost code\"}}]\t7\n")]);

        var pair = Assert.Single(file.Pairs);
        Assert.Equal(["Where is the shed?", "Bike parking"], pair.Questions);
        Assert.Equal("Behind the gate.\n\nAsk for the code.", pair.Answer);
        Assert.Equal([new("site", "east"), new("topic", "travel")], pair.Metadata);
        Assert.Equal(new PairPrompt(0, 8, "Lost code"), Assert.Single(pair.Prompts));
        Assert.Empty(file.Warnings);
    }

    [Fact]
    public void TabsWithWindowsLineEnds_KeepAnAnswerThatBeginsWithAQuote()
    {
        var file = PairReader.Read("kb.tsv", Bytes("Question\tAnswer\r\nWhat is on the sign?\t\"Keep out\" is on it.\r\nWho put it up?\tThe warden.\r\n"));

        Assert.Equal(["\"Keep out\" is on it.", "The warden."], file.Pairs.Select(p => p.Answer));
    }

    [Fact]
    public void ASpreadsheetsCopyInUtf16_WithDoubledQuotes_IsReadAsMeant()
    {
        var file = PairReader.Read("kb.tsv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Question\tAnswer\n\"What is on the sign?\"\t\"It says \"\"Keep out\"\".\"\n")]);

        var pair = Assert.Single(file.Pairs);
        Assert.Equal("What is on the sign?", pair.Questions[0]);
        Assert.Equal("It says \"Keep out\".", pair.Answer);
    }

    [Fact]
    public void APathThatLooksLikeALineBreak_IsPointedOut() =>
        Assert.Contains(PairReader.Read("kb.tsv", Bytes("Question\tAnswer\nWhere is it?\tIn C:\\new it lies.\n")).Warnings, w => w.Contains("C:\\new", StringComparison.Ordinal));

    [Fact]
    public void UglyMetadata_IsKeptWhereItCanBeRead()
    {
        var file = PairReader.Read("kb.tsv", Bytes("Question\tAnswer\tMetadata\nA?\tB.\tSite : East | link:https://example.org/a | :lost\n"));

        Assert.Equal([new("Site", "East"), new("link", "https://example.org/a")], file.Pairs[0].Metadata);
        Assert.Single(file.Warnings);
    }

    [Fact]
    public void RowsWithoutAnswer_AreLeftOut_WithTheirNumber()
    {
        var file = PairReader.Read("kb.tsv", Bytes("Question\tAnswer\nA?\t\nB?\tYes.\n"));

        Assert.Single(file.Pairs);
        Assert.Contains("Row 2", Assert.Single(file.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void AListOfChitChat_IsRefused_WithItsReason() =>
        Assert.Contains("chit-chat", Refused("replies.tsv", Bytes("Scenario\tResponse\nhello\tHi there\n")), StringComparison.Ordinal);

    [Fact]
    public void CommasAndSemicolons_AreBothRead()
    {
        Assert.Equal("Yes, always.", Assert.Single(PairReader.Read("kb.csv", Bytes("Question,Answer\nIs it open?,\"Yes, always.\"\n")).Pairs).Answer);
        Assert.Equal("Yes, always.", Assert.Single(PairReader.Read("kb.csv", Bytes("Question;Answer\nIs it open?;Yes, always.\n")).Pairs).Answer);
    }

    [Fact]
    public void JsonOfEveryGeneration_IsRead()
    {
        const string Oldest = """{"qnaDocuments":[{"id":3,"answer":"Ring the desk.","source":"Editorial","questions":["Who is on call?"],"metadata":[{"name":"site","value":"east"}],"context":{"isContextOnly":true,"prompts":[{"displayOrder":1,"qnaId":4,"displayText":"More"}]}}]}""";
        const string Newer = """{"assets":{"synonyms":[{"alterations":["rota","shift plan"]}],"qnas":[{"id":4,"answer":"On Thursday.","source":"rota.docx","sourceDisplayName":"Rota","questions":["When?","rota date"],"metadata":{"topic":"rota"},"dialog":{"isContextOnly":false,"prompts":[]}}]}}""";
        const string Pascal = """{"Metadata":{"Language":"en"},"Assets":{"Qnas":[{"Id":4,"Answer":"On Thursday.","Questions":["When?"],"Metadata":{"topic":"rota"},"Dialog":{"IsContextOnly":false,"Prompts":[]}}]}}""";

        var oldest = PairReader.Read("a.json", Bytes(Oldest)).Pairs[0];
        Assert.True(oldest.IsContextOnly);
        Assert.Equal(new PairPrompt(1, 4, "More"), Assert.Single(oldest.Prompts));
        Assert.Equal("east", oldest.Metadata[0].Value);
        var newer = PairReader.Read("b.json", Bytes(Newer));
        Assert.Equal(["rota", "shift plan"], Assert.Single(newer.Synonyms));
        Assert.Equal("Rota", newer.Pairs[0].SourceDisplayName);
        Assert.Equal("On Thursday.", PairReader.Read("c.json", Bytes(Pascal)).Pairs[0].Answer);
    }

    [Fact]
    public void ASpreadsheetWithoutCellReferences_IsReadByPosition()
    {
        var book = Book("<row><c t=\"str\"><v>Question</v></c><c t=\"str\"><v>Answer</v></c><c t=\"str\"><v>QnaId</v></c></row><row><c t=\"str\"><v>Where?</v></c><c t=\"str\"><v>Here.\\nNow.</v></c><c t=\"str\"><v>5</v></c></row>");

        var pair = Assert.Single(PairReader.Read("kb.xlsx", book).Pairs);
        Assert.Equal("Here.\nNow.", pair.Answer);
        Assert.Equal(5, pair.Id);
    }

    [Fact]
    public void ATitleAboveTheHeader_AndBlankRows_AreLeftOut()
    {
        var book = Book("""<row r="1"><c r="A1" t="inlineStr"><is><t>Our questions</t></is></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>Question</t></is></c><c r="B3" t="inlineStr"><is><t>Answer</t></is></c></row><row r="5"><c r="B5" t="inlineStr"><is><t>=1+1_x000D_</t></is></c><c r="A5" t="inlineStr"><is><t>How many?</t></is></c></row>""");

        var file = PairReader.Read("kb.xlsx", book);
        Assert.Contains(file.Warnings, w => w.Contains("above the header", StringComparison.Ordinal));
        Assert.Empty(file.Pairs);
        Assert.Contains(file.Warnings, w => w.Contains("a formula", StringComparison.Ordinal));
    }

    [Fact]
    public void AReplica_BringsPairsAndSynonyms_AndNamesWhatIsLeftOut()
    {
        var zip = Zip(("QnAs.tsv", "Question\tAnswer\nWhen is the rota out?\tOn Thursday.\n"), ("Synonyms.tsv", "Synonyms\nrota,\"shift plan\"\n"), ("Settings.tsv", "Key\tValue\n"), ("UnstructuredContent/a.pdf.txt", "text"));

        var file = PairReader.Read("replica.zip", zip);
        Assert.Single(file.Pairs);
        Assert.Equal(["rota", "shift plan"], Assert.Single(file.Synonyms));
        Assert.Contains("UnstructuredContent", Assert.Single(file.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../evil.tsv", "leads out")]
    [InlineData("xl/vbaProject.bin", "macros")]
    public void AHostileArchive_IsNotOpened(string path, string why) =>
        Assert.Contains(why, Refused("kb.zip", Zip(("QnAs.tsv", "Question\tAnswer\nA?\tB.\n"), (path, "x"))), StringComparison.Ordinal);

    [Fact]
    public void AZipBomb_IsNotOpened() =>
        Assert.Contains("unpacks to far more", Refused("kb.zip", Zip(("QnAs.tsv", new string('a', 40_000_000)))), StringComparison.Ordinal);

    [Theory]
    [InlineData("kb.xlsx", "plain text", "another kind")]
    [InlineData("kb.tsv", "", "empty")]
    [InlineData("kb.json", "{\"qnas\": [", "no valid JSON")]
    [InlineData("kb.json", "{}", "no export")]
    [InlineData("kb.exe", "x", "end in")]
    public void AFileThatIsNone_IsRefused_WithWhatToDo(string name, string text, string why) =>
        Assert.Contains(why, Refused(name, Bytes(text)), StringComparison.Ordinal);

    [Fact]
    public void AProtectedOrOldSpreadsheet_IsRefused() =>
        Assert.Contains("password", Refused("kb.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4]), StringComparison.Ordinal);

    [Fact]
    public void ATruncatedSpreadsheet_IsRefused() =>
        Assert.Contains("damaged", Refused("kb.xlsx", Book("<row/>")[..200]), StringComparison.Ordinal);

    [Theory]
    [InlineData(".tsv")]
    [InlineData(".xlsx")]
    [InlineData(".json")]
    public void WhatIsWritten_ComesBackTheSame(string ending)
    {
        Pair[] pairs =
        [
            new() { Id = 1, Questions = ["Where?", "Which way?"], Answer = "Here.\n\n- a \"quoted\" point\n- =1+1", Source = "Editorial", SourceDisplayName = "Guide", Metadata = [new("topic", "travel"), new("site", "east")], Prompts = [new(0, 2, "Lost code")] },
            new() { Id = 2, Questions = ["Lost code?"], Answer = "Ask reception. £5 at the café.", Source = "rota.docx", IsContextOnly = true },
        ];

        var back = PairReader.Read("kb" + ending, PairWriter.Write("kb" + ending, pairs, [])!);

        Assert.Empty(back.Warnings);
        Assert.Equal(pairs.Length, back.Pairs.Count);
        Assert.All(pairs.Zip(back.Pairs), pair =>
        {
            Assert.Equal(pair.First.Questions, pair.Second.Questions);
            Assert.Equal(pair.First.Metadata, pair.Second.Metadata);
            Assert.Equal(pair.First.Prompts, pair.Second.Prompts);
            Assert.Equal(
                (pair.First.Id, pair.First.Answer, pair.First.Source, pair.First.SourceDisplayName, pair.First.IsContextOnly),
                (pair.Second.Id, pair.Second.Answer, pair.Second.Source, pair.Second.SourceDisplayName, pair.Second.IsContextOnly));
        });
    }

    private static string Refused(string name, byte[] bytes) => Assert.Throws<DocumentException>(() => PairReader.Read(name, bytes)).Message;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Bytes(text));
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Book(string rows) => Zip(
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Whatever" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
        ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"""));
}
