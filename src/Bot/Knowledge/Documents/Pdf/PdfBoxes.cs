using System.Globalization;
using System.Xml;

namespace Bot.Knowledge.Documents.Pdf;

/// <summary>Reads what "pdftotext -bbox-layout" writes: pages, blocks, lines and words with their boxes.</summary>
internal static class PdfBoxes
{
    private const int MostPages = 3000, MostLines = 5000;

    // The program copies what stands in the PDF, so signs come that XML forbids.
    private static readonly XmlReaderSettings Lenient = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false };

    public static IReadOnlyList<PdfPage> Read(string xhtml, Findings findings)
    {
        var pages = new List<PdfPage>();
        var lines = new List<PdfLine>();
        var words = new List<PdfWord>();
        var (block, width, height) = (0, 0.0, 0.0);
        using var reader = XmlReader.Create(new StringReader(xhtml), Lenient);
        try
        {
            for (var more = reader.Read(); more;)
            {
                var isStart = reader.NodeType == XmlNodeType.Element;
                var isEnd = reader.NodeType == XmlNodeType.EndElement || (isStart && reader.IsEmptyElement);
                if (isStart && reader.LocalName == "page") (width, height) = (Number(reader, "width"), Number(reader, "height"));
                if (isStart && reader.LocalName == "block") block++;
                if (isEnd && reader.LocalName == "line" && words.Count > 0)
                {
                    if (lines.Count < MostLines) lines.Add(new PdfLine([.. words], pages.Count + 1, block));
                    else findings.Warn($"Page {pages.Count + 1} holds more lines than a page has; what is over {MostLines} was left out.");
                    words.Clear();
                }

                if (isEnd && reader.LocalName == "page")
                {
                    pages.Add(new PdfPage(pages.Count + 1, width, height, [.. lines]));
                    lines.Clear();
                    if (pages.Count > MostPages) throw new DocumentException($"The PDF has more than {MostPages} pages. Split it and send the parts.");
                }

                // Reading a word's text leaves the reader behind it.
                if (isStart && reader.LocalName == "word")
                {
                    if (Word(reader, findings) is { } word) words.Add(word);
                    more = !reader.EOF;
                }
                else more = reader.Read();
            }
        }
        catch (XmlException)
        {
            findings.Warn($"The PDF could not be read to its end: page {pages.Count + 1} and what follows are missing.");
        }

        return pages;
    }

    private static PdfWord? Word(XmlReader reader, Findings findings)
    {
        var (left, top, right, bottom) = (Number(reader, "xMin"), Number(reader, "yMin"), Number(reader, "xMax"), Number(reader, "yMax"));
        var text = WithSoftHyphen(reader.ReadElementContentAsString(), findings);
        return text.Length == 0 ? null : new PdfWord(text, left, top, right, bottom);
    }

    // At the end of a line it is the only sign that the word goes on.
    private static string WithSoftHyphen(string text, Findings findings)
    {
        var clean = CleanText.Line(text, findings);
        return text.TrimEnd().EndsWith('\u00AD') ? clean + '\u00AD' : clean;
    }

    private static double Number(XmlReader reader, string name) =>
        double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
