using System.Buffers.Binary;
using System.Text;
using Bot.Knowledge.Documents;
using Bot.Tests.Knowledge.Documents.Made;
using Bot.Tests.Support;
using DocumentFormat.OpenXml;
using static Bot.Tests.Knowledge.Documents.Made.Reading;

namespace Bot.Tests.Knowledge.Documents;

/// <summary>Files that are made to do harm, each refused in words that say what to do.</summary>
public sealed class RefusingHostileDocuments
{
    private const string Body = """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:body></w:document>""";
    private const string Types = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";
    private const string Relations = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""";

    [Theory]
    [InlineData("a.docx", "word/document.xml")]
    [InlineData("a.xlsx", "xl/workbook.xml")]
    [InlineData("a.zip", "QnAs.tsv")]
    public async Task AZipBomb_IsNotUnpacked(string name, string part) =>
        Assert.Contains("unpacks to far more", await RefusedAsync(name, SheetFile.Zip((part, new string('a', 40_000_000)))), StringComparison.Ordinal);

    [Fact]
    public async Task AnArchiveThatLiesAboutItsSize_IsNotUnpackedEither()
    {
        var bytes = Word(Body.Replace("{0}", new string('a', 30_000_000), StringComparison.Ordinal));
        // The size after unpacking stands 24 bytes into each entry of the list at the end, 22 into the entry itself.
        for (var at = 0; at < bytes.Length - 4; at++)
        {
            if (bytes.AsSpan(at).StartsWith("PK\x01\x02"u8)) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 24), 500);
            if (bytes.AsSpan(at).StartsWith("PK\x03\x04"u8)) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 22), 500);
        }

        Assert.Contains("damaged", await RefusedAsync("a.docx", bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("word/styles.xml")]
    public async Task AnEntityBomb_IsNotExpanded(string part)
    {
        const string Bomb = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><w>&c;</w>";
        var zip = part == "word/document.xml" ? Word(Bomb) : SheetFile.Zip(("[Content_Types].xml", Types), ("_rels/.rels", Relations), ("word/document.xml", Body), (part, Bomb));

        Assert.Contains("declares entities", await RefusedAsync("a.docx", zip), StringComparison.Ordinal);
    }

    [Fact]
    public async Task XmlNestedWithoutEnd_IsNotRead() =>
        Assert.Contains("nested too deeply", await RefusedAsync("a.docx", Word(Body.Replace("<w:p>", string.Concat(Enumerable.Repeat("<w:sdt>", 20_000)) + "<w:p>", StringComparison.Ordinal).Replace("</w:p>", "</w:p>" + string.Concat(Enumerable.Repeat("</w:sdt>", 20_000)), StringComparison.Ordinal))), StringComparison.Ordinal);

    [Fact]
    public async Task AMacroFile_IsRefused_WhateverItIsCalled()
    {
        Assert.Contains("without macros", await RefusedAsync("a.docm", "x"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("without macros", await RefusedAsync("a.xlsm", "x"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("without macros", await RefusedAsync("a.docx", WordFile.Of(WordFile.P("Hello."), type: WordprocessingDocumentType.MacroEnabledDocument)), StringComparison.Ordinal);
        Assert.Contains("holds macros", await RefusedAsync("a.docx", SheetFile.Zip(("[Content_Types].xml", Types), ("_rels/.rels", Relations), ("word/document.xml", Body), ("word/vbaProject.bin", "x"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileOf500Megabytes_IsRefused_BeforeItIsRead()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "large.pdf");
        await using (var file = File.Create(path)) file.SetLength(500L * 1024 * 1024);

        var refused = await Assert.ThrowsAsync<DocumentException>(() => DocumentReader.ReadFileAsync(path, "large.pdf", TestContext.Current.CancellationToken));

        Assert.Contains("larger than 50 MB, so it was not read", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWrongEnding_IsRefused_WithTheRightOne()
    {
        var (pdf, word, sheet) = (new PdfFile().Page().Text("Text.").Bytes(), WordFile.Of(WordFile.P("Text.")), SheetFile.Of(["Question", "Answer"]));
        Assert.Equal("The file is named .docx but is a PDF (.pdf). Give it its own ending and send it again.", await RefusedAsync("a.docx", pdf));
        Assert.Contains("is a Word document (.docx)", await RefusedAsync("a.pdf", word), StringComparison.Ordinal);
        Assert.Contains("is a spreadsheet (.xlsx)", await RefusedAsync("a.docx", sheet), StringComparison.Ordinal);
        Assert.Contains("is a Word document (.docx)", await RefusedAsync("a.zip", word), StringComparison.Ordinal);
        Assert.Contains("is a web page (.html)", await RefusedAsync("a.docx", "<!DOCTYPE html><html></html>"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("is a web page (.html)", await RefusedAsync("a.txt", "<html><script>x</script></html>"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("is plain text or damaged", await RefusedAsync("a.docx", "Just text."u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("neither a document nor text", await RefusedAsync("a.txt", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0]), StringComparison.Ordinal);
        Assert.Contains("neither a document nor text", await RefusedAsync("a.pdf", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]), StringComparison.Ordinal);
        Assert.Contains("without a password", await RefusedAsync("a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]), StringComparison.Ordinal);
        Assert.Contains("Save it as .docx", await RefusedAsync("a.doc", [0xD0, 0xCF, 0x11, 0xE0]), StringComparison.Ordinal);
        Assert.Contains("are not read", await RefusedAsync("a.exe", [0x4D, 0x5A]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATruncatedOrEmptyFile_IsRefused()
    {
        var word = WordFile.Of(WordFile.P("Everybody gets 27 days."));
        Assert.Contains("damaged or cut short", await RefusedAsync("a.docx", word[..(word.Length / 2)]), StringComparison.Ordinal);
        Assert.Equal("The file is empty.", await RefusedAsync("a.docx", []));
        Assert.Contains("cannot be opened", await RefusedAsync("a.docx", Word("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FormulasInATable_AreLeftOut_AndSaid()
    {
        var read = await ReadAsync("kb.csv", "Question,Answer\nWhat is this?,\"=cmd|' /C calc'!A0\"\n\"@SUM(1+1)\",No.\n+HYPERLINK(1),No.\nWhat is the number?,+44 20 7946 0000\nHow cold is it?,-5 degrees\n");

        Assert.Equal([("What is the number?", "+44 20 7946 0000"), ("How cold is it?", "-5 degrees")], read.Asked());
        Assert.Equal(3, read.Warnings.Count(w => w.Contains("holds a formula", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("a.txt", "[", 2_000_000)]
    [InlineData("a.txt", ".", 2_000_000)]
    [InlineData("a.txt", "? ", 1_000_000)]
    [InlineData("a.md", "[a](", 20_000)]
    [InlineData("a.html", "<p ", 500_000)]
    [InlineData("a.tsv", "<p ", 500_000)]
    public async Task TextThatIsMadeToBeSlow_IsReadAllTheSame(string name, string piece, int times)
    {
        var text = (name.EndsWith("tsv", StringComparison.Ordinal) ? "Question\tAnswer\nWho?\t" : "") + string.Concat(Enumerable.Repeat(piece, times));

        var ct = TestContext.Current.CancellationToken;

        Assert.Equal(name, (await DocumentReader.ReadAsync(name, Encoding.UTF8.GetBytes(text), ct).WaitAsync(TimeSpan.FromMinutes(1), ct)).Name);
    }

    [Theory]
    [InlineData("../../etc/passwd.txt")]
    [InlineData("..\\..\\windows\\a.txt")]
    [InlineData("/etc/passwd.txt")]
    [InlineData("C:\\a.txt")]
    public async Task ANameThatLeadsAway_IsRefused(string name) =>
        Assert.Contains("leads out of its folder", await RefusedAsync(name, "Text."u8.ToArray()), StringComparison.Ordinal);

    private static byte[] Word(string document) => SheetFile.Zip(("[Content_Types].xml", Types), ("_rels/.rels", Relations), ("word/document.xml", document));
}
