using System.IO.Compression;
using System.Text;
using Bot.Knowledge.Documents;
using Bot.Tests.Knowledge.Documents.Made;
using static Bot.Tests.Knowledge.Documents.Made.WordFile;

namespace Bot.Tests.Knowledge.Documents;

/// <summary>Whatever happens to a file on its way here, it is read or refused in words; nothing else comes out.</summary>
public sealed class ReadingDamagedDocuments
{
    private const int Times = 200;

    private static readonly byte[] Sound = Of(
        P("Leave", "<w:pStyle w:val=\"h\"/>") + P("Who may park here?", "<w:outlineLvl w:val=\"1\"/>") + Item("a lock") + Item("4.1", 2) + Table([Cell("Question", "<w:gridSpan w:val=\"2\"/>"), Cell("Answer", "<w:vMerge w:val=\"restart\"/>")], [Cell("Who?"), Cell("", "<w:vMerge/>")])
        + "<w:p><w:hyperlink r:id=\"link1\">" + R("form") + "</w:hyperlink><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0B7\"/><w:br/><w:t>x</w:t></w:r></w:p>",
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"h\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"h\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>",
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerRoman\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"3\"/></w:lvlOverride></w:num>");

    private const string Page = "<!DOCTYPE html><html><head><title>A - B</title><script type=\"application/ld+json\">{\"@type\":\"FAQPage\",\"mainEntity\":[{\"@type\":\"Question\",\"name\":\"Who?\",\"acceptedAnswer\":{\"text\":\"<p>We.</p>\"}}]}</script></head><body><main><h1>A</h1><details><summary>Is it?</summary>Yes.</details><dl><dt>What?</dt><dd>That.</dd></dl><table><tr><th colspan=2>x</th></tr><tr><td rowspan=3>y</td><td>z</td></tr></table><ul><li>a<ol start=4><li>b</ol></ul><a href=\"//x\">l</a></main></body></html>";
    private const string Table1 = "Question\tAnswer\tMetadata\tPrompts\tQnaId\nWho?\tWe.\ta:b|c\t[{\"DisplayOrder\":0,\"QnaId\":2,\"DisplayText\":\"x\"}]\t1\nWhat?\t<p>That.</p>\t[{\"name\":\"x\"}]\t[]\t2\n";
    private const string Json = "{\"assets\":{\"synonyms\":[{\"alterations\":[\"a\",\"b\"]}],\"qnas\":[{\"id\":4,\"answer\":\"A.\",\"questions\":[\"Q?\"],\"metadata\":{\"t\":\"r\"},\"dialog\":{\"isContextOnly\":false,\"prompts\":[{\"displayOrder\":1,\"qnaId\":2,\"displayText\":\"x\"}]}}]}}";

    [Theory]
    [InlineData("a.md", "# A\n\n- b\n  1. c\n\n| q | r |\n|---|---|\n| s | t |\n\n> [x](y) `z` <b>\n\n## Who?\n\nWe.\n")]
    [InlineData("a.txt", "LEAVE\n\n1. Who?\n\nWe.\n\n\u2022 a\n\nQ: Is it?\nA: Yes.\n")]
    [InlineData("a.html", Page)]
    [InlineData("a.tsv", Table1)]
    [InlineData("a.json", Json)]
    [InlineData("a.csv", "Question,Answer\nWho?,\"We, \"\"all\"\".\"\n")]
    public Task DamagedText_IsReadOrRefused(string name, string text) => EachAsync(name, random => Damaged(Encoding.UTF8.GetBytes(text), random));

    [Fact]
    public Task ADamagedArchive_IsReadOrRefused() => EachAsync("a.docx", random => Damaged(Sound, random));

    [Fact]
    public Task DamagedXmlInASoundArchive_IsReadOrRefused() => EachAsync("a.docx", random => Repacked(Sound, random));

    [Fact]
    public Task ADamagedSpreadsheet_IsReadOrRefused() => EachAsync("a.xlsx", random => Repacked(SheetFile.Of(["Question", "Answer"], ["Who?", "We."]), random));

    [Fact]
    public async Task ADamagedPdf_IsReadOrRefused()
    {
        var sound = new PdfFile().Page().Heading("Leave", 20).Text("Everybody gets 27 days of leave in a year.", "1. Who? 2. What?").Page().Heading("Travel").Text("By bus.").Bytes();
        var random = new Random(7);
        for (var i = 0; i < 25; i++) await ReadAsync("a.pdf", Damaged(sound, random), i);
    }

    private static async Task EachAsync(string name, Func<Random, byte[]> make)
    {
        var random = new Random(7);
        for (var i = 0; i < Times; i++) await ReadAsync(name, make(random), i);
    }

    private static async Task ReadAsync(string name, byte[] bytes, int round)
    {
        try
        {
            var read = await Reading.ReadAsync(name, bytes);
            Assert.All(read.Passages, passage => Assert.NotEmpty(passage.Blocks));
            Assert.All(read.Passages, passage => Assert.NotEqual("", passage.Heading));
            Assert.All(read.Pairs, pair => Assert.NotEqual("", pair.Answer.Trim()));
        }
        catch (DocumentException e)
        {
            Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"Round {round} of {name}: {e}");
        }
    }

    // Some bytes changed, some taken out, some doubled.
    private static byte[] Damaged(byte[] sound, Random random)
    {
        var bytes = sound.ToList();
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 12), bytes.Count - at);
            switch (random.Next(3))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1 when bytes.Count > length + 1: bytes.RemoveRange(at, length); break;
                default: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
            }
        }

        return [.. bytes];
    }

    // Values changed and whole elements taken out of the XML, which stays well formed.
    private static byte[] Repacked(byte[] sound, Random random)
    {
        using var from = new ZipArchive(new MemoryStream(sound), ZipArchiveMode.Read);
        var files = from.Entries.Select(entry =>
        {
            using var text = new StreamReader(entry.Open());
            return (entry.FullName, text.ReadToEnd());
        }).ToArray();
        var at = random.Next(files.Length);
        var xml = System.Xml.Linq.XDocument.Parse(files[at].Item2);
        var elements = xml.Descendants().Skip(1).ToArray();
        for (var n = random.Next(1, 4); n > 0 && elements.Length > 0; n--)
        {
            var element = elements[random.Next(elements.Length)];
            var attributes = element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.NamespaceName != "http://www.w3.org/XML/1998/namespace").ToArray();
            if (random.Next(3) == 0 && element.Parent is not null) element.Remove();
            else if (attributes.Length > 0) attributes[random.Next(attributes.Length)].Value = ((string[])["", "-1", "99999999999", "x", "\u00e9"])[random.Next(5)];
            else if (random.Next(2) == 0 && element.Parent is { } parent) parent.Add(new System.Xml.Linq.XElement(element));
        }

        files[at].Item2 = xml.ToString(System.Xml.Linq.SaveOptions.DisableFormatting);
        return SheetFile.Zip([.. files]);
    }
}
