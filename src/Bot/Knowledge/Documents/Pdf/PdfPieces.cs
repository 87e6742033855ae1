namespace Bot.Knowledge.Documents.Pdf;

/// <summary>Makes paragraphs, items, headings and tables of lines. Only sizes and places tell them apart: a PDF knows no paragraphs.</summary>
internal sealed class PdfPieces(PdfShapes shapes, Hyphens hyphens, ILookup<int, PdfTable> tablesByPage)
{
    private const double Indent = 8, MostIndent = 60;
    private readonly List<Piece> _pieces = [];
    private readonly List<(double Left, int Depth)> _indents = [];
    private Piece? _open;
    private PdfLine? _last;
    private double _openLeft;
    private double? _unmarked;

    public IReadOnlyList<Piece> Of(IReadOnlyList<PdfPage> pages)
    {
        foreach (var page in pages)
        {
            var tables = tablesByPage[page.Number];
            var told = new HashSet<PdfTable>();
            foreach (var line in page.Lines)
            {
                if (tables.FirstOrDefault(table => table.Lines.Contains(line)) is not { } table) Take(line);
                else if (told.Add(table))
                {
                    Close();
                    _pieces.Add(Piece.Table(table.Rows, page.Number));
                }
            }
        }

        Close();
        return Joined();
    }

    private void Take(PdfLine line)
    {
        if (shapes.HeadingLevel(line) is { } level)
        {
            if (_open is { Kind: PieceKind.Heading } && _open.Level == level && Follows(line, 1.2)) Append(line.Text);
            else Open(Piece.Heading(line.Text, level, line.Page), line);
        }
        else if (IsUnmarkedItem(line)) Open(Piece.Item(line.Text, 0, "-", line.Page), line);
        else if (Marks.Split(line.Text) is var (mark, item) && MayBegin(line, mark)) Open(Piece.Item(item, Depth(line), mark, line.Page), line);
        else if (_open is { Kind: PieceKind.Text } && _last!.Block == line.Block && Follows(line, 1) && !IsNewParagraph(line)) Append(line.Text);
        else if (_open is { Kind: PieceKind.Item } && Follows(line, 1) && (line.Left > _openLeft + 2 || _unmarked is not null && line.Left > _unmarked - 2 || (_last!.Block == line.Block && char.IsLower(line.Text[0])))) Append(line.Text);
        else Open(new Piece(PieceKind.Text, line.Text, line.Page), line);
        _last = line;
    }

    // Some programs draw bullets as pictures, so only the place is left: further right, under a line that ends with a colon.
    private bool IsUnmarkedItem(PdfLine line)
    {
        if (_open is { Kind: PieceKind.Text } && _open.Text[^1] == ':' && _last!.Page == line.Page && line.Left > _openLeft + Indent && line.Top > _last.Top && line.Left < _openLeft + MostIndent && Marks.Split(line.Text) is null)
        {
            _unmarked = line.Left;
            return true;
        }

        if (_unmarked is { } left && Math.Abs(line.Left - left) < 2 && _open is { Kind: PieceKind.Item } && Follows(line, 1) && Marks.Split(line.Text) is null) return shapes.EndsEarly(_last!, line);
        if (_unmarked is not null && (_open is not { Kind: PieceKind.Item } || line.Left < _unmarked - 2)) _unmarked = null;
        return false;
    }

    private bool Follows(PdfLine line, double most) => _last is not null && _last.Page == line.Page && line.Top - _last.Bottom < most * line.Height && line.Top > _last.Top;

    // "4." within a sentence is the end of one, not the beginning of a list.
    private bool MayBegin(PdfLine line, string mark) =>
        mark == "-" && line.Text[0] != '-' || _open is not { Kind: PieceKind.Text } || _last!.Block != line.Block || _open.Text[^1] is '.' or ':' or ';' or ',' or '?' or '!';

    private bool IsNewParagraph(PdfLine line) =>
        _open!.Text[^1] is '.' or '?' or '!' or ':' && (line.Left - _last!.Left > 0.8 * line.Height || _last.Right < shapes.RightOf(line) - 12 * line.Height || Wording.IsLabelled(line.Text) || Wording.IsAnswer(line.Text) || Wording.IsQuestion(_open.Text));

    private int Depth(PdfLine line)
    {
        if (_open is not { Kind: PieceKind.Item }) _indents.Clear();
        while (_indents.Count > 0 && line.Left < _indents[^1].Left - 4) _indents.RemoveAt(_indents.Count - 1);
        if (_indents.Count == 0 || line.Left > _indents[^1].Left + 4) _indents.Add((line.Left, _indents.Count));
        return _indents[^1].Depth;
    }

    private void Append(string text) => _open = _open! with { Text = hyphens.Joined(_open.Text, text) };

    private void Open(Piece piece, PdfLine line)
    {
        Close();
        (_open, _openLeft) = (piece, line.Left);
    }

    private void Close()
    {
        if (_open is not null) _pieces.Add(_open);
        _open = null;
    }

    // What a page's or a column's end has cut goes on where the next begins.
    private List<Piece> Joined()
    {
        var joined = new List<Piece>();
        foreach (var piece in _pieces)
        {
            if (piece.Kind == PieceKind.Text && joined.Count > 0 && joined[^1] is { Kind: PieceKind.Text or PieceKind.Item } before && IsCut(before.Text) && char.IsLower(piece.Text[0]))
                joined[^1] = before with { Text = hyphens.Joined(before.Text, piece.Text) };
            else joined.Add(piece);
        }

        return [.. joined.Select(piece => piece with { Text = piece.Text.Replace("\u00AD", "", StringComparison.Ordinal) })];
    }

    private static bool IsCut(string text) => text[^1] is not ('.' or '?' or '!' or ':');
}
