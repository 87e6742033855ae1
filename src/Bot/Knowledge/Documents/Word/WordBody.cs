using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Knowledge.Documents.Word;

/// <summary>A piece, and how it looks: in many documents only that tells a heading.</summary>
internal sealed record WordPart(Piece Piece, int Size = 0, bool IsBold = false);

/// <summary>Walks through paragraphs and tables in order.</summary>
internal sealed class WordBody(WordStyles styles, WordNumbers numbers, WordWords words, Findings findings)
{
    private const int MostDepth = 60, LongestJoined = 20_000;
    private readonly List<WordPart> _parts = [];
    private string _joined = "";

    public string? Title { get; private set; }

    public static WordBody Of(MainDocumentPart main, Findings findings)
    {
        var styles = new WordStyles(main);
        return new WordBody(styles, new WordNumbers(main, styles), new WordWords(main, styles, findings), findings);
    }

    public IReadOnlyList<WordPart> Parts(Body body)
    {
        foreach (var child in body.ChildElements) Add(child, 0);
        AddBoxes();
        return _parts;
    }

    private void Add(OpenXmlElement element, int depth)
    {
        if (depth > MostDepth) return;
        switch (element)
        {
            case Paragraph paragraph: AddParagraph(paragraph); break;
            case Table table: AddTable(table, depth); break;
            case SdtBlock block when IsContents(block): findings.Drop(ContentsLines.What, ContentsLines.Why); break;
            case DeletedRun or MoveFromRun or SectionProperties or SdtProperties: break;
            case AlternateContent alternate:
                var branch = (OpenXmlElement?)alternate.ChildElements.OfType<AlternateContentChoice>().FirstOrDefault() ?? alternate.ChildElements.OfType<AlternateContentFallback>().FirstOrDefault();
                foreach (var child in (IEnumerable<OpenXmlElement>?)branch?.ChildElements ?? []) Add(child, depth + 1);
                break;
            default:
                foreach (var child in element.ChildElements) Add(child, depth + 1);
                break;
        }
    }

    private void AddParagraph(Paragraph paragraph)
    {
        var number = numbers.Next(paragraph);
        var line = words.Of(paragraph);
        var text = _joined + line.Text;
        // Where the mark at a paragraph's end was deleted, the next one goes on.
        _joined = paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.Deleted is not null && text.Length < LongestJoined ? text : "";
        if (_joined.Length > 0 || string.IsNullOrWhiteSpace(text)) return;
        if (styles.IsContents(paragraph))
        {
            findings.Drop(ContentsLines.What, ContentsLines.Why);
            return;
        }

        var one = CleanText.Collapsed(text);
        if (styles.Is(paragraph, "title") && Title is null)
        {
            AddBoxes();
            Title = one;
            _parts.Add(new WordPart(Piece.Heading(one, 0, words.Page)));
        }
        else if (styles.HeadingLevel(paragraph) is { } level)
        {
            AddBoxes();
            _parts.Add(new WordPart(Piece.Heading(number is { IsBullet: false } ? $"{number.Mark} {one}" : one, level, words.Page), line.Size, line.IsBold));
        }
        else if (number is null) _parts.AddRange(Lines.Pieces(text, words.Page).Select(piece => new WordPart(piece, line.Size, line.IsBold)));
        // "Q1:" is printed before questions, and is no number of a list.
        else if (Wording.IsLabelled($"{number.Mark} {one}") || Wording.IsAnswer($"{number.Mark} {one}")) _parts.Add(new WordPart(new Piece(PieceKind.Text, $"{number.Mark} {one}", words.Page), line.Size, line.IsBold));
        else _parts.Add(new WordPart(Piece.Item(one, number.Depth, number.Mark, words.Page), line.Size, line.IsBold));
    }

    private void AddTable(Table table, int depth)
    {
        var page = words.Page;
        var rows = WordTable.Rows(table, cell => CellText(cell));
        if (rows.Count == 0) return;
        // A frame round text, not a table.
        if (rows.Max(row => row.Count) == 1)
        {
            foreach (var row in rows) _parts.AddRange(Lines.Pieces(row[0], page).Select(piece => new WordPart(piece)));
        }
        else _parts.Add(new WordPart(Piece.Table(rows, page)));
    }

    private string CellText(TableCell cell)
    {
        var lines = new List<string>();
        foreach (var paragraph in cell.Descendants<Paragraph>().Where(p => p.Ancestors<TextBoxContent>().FirstOrDefault() is null))
        {
            var number = numbers.Next(paragraph);
            var text = words.Of(paragraph).Text.Trim();
            if (text.Length == 0) continue;
            lines.Add(number is null ? text : $"{number.Mark} {text}");
        }

        return lines.Exists(line => Marks.Split(line) is not null) ? string.Join('\n', lines) : CleanText.Collapsed(string.Join(' ', lines));
    }

    // Boxes float beside the text, so they come behind it. Those without a sentence are labels of drawings.
    private void AddBoxes()
    {
        foreach (var box in words.Boxes().ToArray())
        {
            foreach (var paragraph in box.Descendants<Paragraph>())
            {
                var text = CleanText.Collapsed(words.Of(paragraph).Text);
                if (text.Length == 0) continue;
                if (Fragments.IsOne(text)) findings.Drop("labels of drawings", "Without the drawing they say nothing.", text);
                else _parts.Add(new WordPart(new Piece(PieceKind.Text, text, words.Page)));
            }
        }
    }

    private static bool IsContents(SdtBlock block) =>
        block.SdtProperties?.GetFirstChild<SdtContentDocPartObject>()?.DocPartGallery?.Val?.Value?.Contains("Table of Contents", StringComparison.OrdinalIgnoreCase) == true;
}
