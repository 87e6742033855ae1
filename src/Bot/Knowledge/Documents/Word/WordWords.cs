using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Knowledge.Documents.Word;

/// <summary>The words of a paragraph, and how they look.</summary>
/// <param name="Text">With line breaks where somebody typed them.</param>
/// <param name="Size">Of most letters, in half points; 0 where nothing says it.</param>
/// <param name="IsBold">All of them.</param>
internal sealed record WordLine(string Text, int Size, bool IsBold);

/// <summary>Reads paragraphs as a reader sees them once every tracked change is accepted.</summary>
internal sealed class WordWords(MainDocumentPart main, WordStyles styles, Findings findings)
{
    private readonly Stack<Field> _fields = new();
    private readonly Queue<TextBoxContent> _boxes = new();
    private readonly StringBuilder _text = new();
    private readonly Dictionary<int, int> _sizes = [];
    private int _letters, _bold;

    /// <summary>1 on the first page; null while nothing has said where pages end.</summary>
    public int? Page { get; private set; } = main.Document.Descendants<LastRenderedPageBreak>().Any() ? 1 : null;

    /// <summary>Text boxes that were met and not taken yet.</summary>
    public IEnumerable<TextBoxContent> Boxes()
    {
        while (_boxes.TryDequeue(out var box)) yield return box;
    }

    public WordLine Of(Paragraph paragraph)
    {
        _text.Clear();
        _sizes.Clear();
        (_letters, _bold) = (0, 0);
        foreach (var child in paragraph.ChildElements) Add(child, paragraph);
        var size = _sizes.Count == 0 ? 0 : _sizes.MaxBy(s => s.Value).Key;
        return new WordLine(CleanText.Characters(_text.ToString(), findings), size, _letters > 0 && _bold == _letters);
    }

    private void Add(OpenXmlElement element, Paragraph paragraph)
    {
        switch (element)
        {
            case ParagraphProperties or RunProperties or SdtProperties: break;
            case DeletedRun or MoveFromRun: findings.Drop("tracked deletions", "Whoever edited the document took them out.", element.InnerText); break;
            case SimpleField field when IsContents(field.Instruction?.Value): DropContents(); break;
            case Hyperlink link: AddLink(link, paragraph); break;
            case Run run when styles.IsHidden(run, paragraph): findings.Drop("hidden text", "It does not show in the document.", run.InnerText); break;
            case Run run when IsNoteSign(run): findings.Drop("footnotes", "They would stand in the middle of a sentence."); break;
            case Run run: AddRun(run, paragraph); break;
            case AlternateContent alternate:
                if (Branch(alternate) is { } branch) foreach (var child in branch.ChildElements) Add(child, paragraph);
                break;
            default:
                foreach (var child in element.ChildElements) Add(child, paragraph);
                break;
        }
    }

    // "pays for.1" leads to a note, "100 m2" is a unit.
    private bool IsNoteSign(Run run) =>
        (run.RunProperties?.VerticalTextAlignment?.Val?.Value == VerticalPositionValues.Superscript || (int.TryParse(run.RunProperties?.Position?.Val?.Value, out var raised) && raised > 0)) && Notes.IsSign(run.InnerText, _text.ToString());

    private void AddRun(Run run, Paragraph paragraph)
    {
        var before = _text.Length;
        foreach (var child in run.ChildElements) AddPart(child);
        var letters = 0;
        for (var i = before; i < _text.Length; i++) letters += char.IsLetterOrDigit(_text[i]) ? 1 : 0;
        if (letters == 0) return;
        _letters += letters;
        if (styles.IsBold(run, paragraph)) _bold += letters;
        var size = styles.Size(run, paragraph);
        _sizes[size] = _sizes.GetValueOrDefault(size) + letters;
    }

    private void AddPart(OpenXmlElement part)
    {
        switch (part)
        {
            case FieldChar mark: Turn(mark); return;
            case FieldCode code when _fields.TryPeek(out var field): field.Code.Append(code.Text); return;
            case FieldCode or DeletedText or RunProperties: return;
            case LastRenderedPageBreak: Page++; return;
            case AlternateContent alternate:
                foreach (var child in (IEnumerable<OpenXmlElement>?)Branch(alternate)?.ChildElements ?? []) AddPart(child);
                return;
            case DocumentFormat.OpenXml.Wordprocessing.Drawing or Picture or EmbeddedObject: AddDrawing(part); return;
            case FootnoteReference or EndnoteReference: findings.Drop("footnotes", "They would stand in the middle of a sentence."); return;
        }

        if (_fields.Any(field => field.IsSkipped)) return;
        _text.Append(part switch
        {
            Text text => text.Text,
            TabChar => "\t",
            Break { Type.Value: var type } when type == BreakValues.Page || type == BreakValues.Column => " ",
            Break or CarriageReturn => "\n",
            NoBreakHyphen => "-",
            SymbolChar symbol => Symbol(symbol),
            _ => "",
        });
    }

    private void AddLink(Hyperlink link, Paragraph paragraph)
    {
        var before = _text.Length;
        foreach (var child in link.ChildElements) Add(child, paragraph);
        var address = link.Id?.Value is { } id ? main.HyperlinkRelationships.FirstOrDefault(r => r.Id == id)?.Uri?.OriginalString : null;
        var words = _text.ToString(before, _text.Length - before);
        if (address is null || words.Trim().Length == 0) return;
        _text.Length = before;
        _text.Append(Links.Markdown(words, address, findings));
    }

    private void AddDrawing(OpenXmlElement drawing)
    {
        var boxes = drawing.Descendants<TextBoxContent>().Where(box => box.Ancestors<AlternateContentFallback>().FirstOrDefault() is null || drawing.Ancestors<AlternateContentFallback>().Any()).ToArray();
        foreach (var box in boxes) _boxes.Enqueue(box);
        if (boxes.Length == 0) findings.Drop("pictures", "Only words are read.");
    }

    private void Turn(FieldChar mark)
    {
        var type = mark.FieldCharType?.Value;
        if (type == FieldCharValues.Begin) _fields.Push(new Field());
        else if (type == FieldCharValues.End) _fields.TryPop(out _);
        else if (type == FieldCharValues.Separate && _fields.TryPeek(out var field) && IsContents(field.Code.ToString()))
        {
            field.IsSkipped = true;
            DropContents();
        }
    }

    private void DropContents() => findings.Drop(ContentsLines.What, ContentsLines.Why);

    private static bool IsContents(string? code) => code?.TrimStart().StartsWith("TOC", StringComparison.OrdinalIgnoreCase) == true;

    // Both branches say the same for older and newer programs.
    private static OpenXmlElement? Branch(AlternateContent alternate) =>
        (OpenXmlElement?)alternate.ChildElements.OfType<AlternateContentChoice>().FirstOrDefault() ?? alternate.ChildElements.OfType<AlternateContentFallback>().FirstOrDefault();

    private static string Symbol(SymbolChar symbol) =>
        int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 0x1F and < 0xD800 or >= 0xE000 and <= 0xFFFD ? ((char)code).ToString() : "";

    private sealed class Field
    {
        public StringBuilder Code { get; } = new();

        public bool IsSkipped { get; set; }
    }
}
