namespace Bot.Knowledge.Documents.Pdf;

/// <summary>Tells headings from text by size, number and place.</summary>
internal sealed class PdfShapes
{
    private const double Larger = 1.13, SpaceOfHeight = 0.3;
    private const int MostWords = 20, MostWordsOfPlain = 10, LeastWordsBelow = 6, PlainDepth = 4;
    private readonly Dictionary<int, PdfLine[]> _blocks;
    private readonly Dictionary<PdfLine, PdfLine?> _next = new(ReferenceEqualityComparer.Instance);
    private readonly List<double> _sizes;
    private readonly double _body;
    private readonly HashSet<PdfLine> _inTables;
    private readonly Dictionary<int, double> _rights;

    /// <param name="pages">Their lines.</param>
    /// <param name="body">The height of most lines.</param>
    /// <param name="inTables">Lines of tables, which a heading may stand above as well.</param>
    public PdfShapes(IReadOnlyList<PdfPage> pages, double body, HashSet<PdfLine> inTables)
    {
        (_body, _inTables) = (body, inTables);
        var lines = pages.SelectMany(page => page.Lines).ToArray();
        _blocks = lines.GroupBy(line => line.Block).ToDictionary(group => group.Key, group => group.ToArray());
        for (var i = 0; i < lines.Length; i++) _next[lines[i]] = i + 1 < lines.Length ? lines[i + 1] : null;
        _rights = lines.GroupBy(line => line.Page).ToDictionary(page => page.Key, page => page.Max(line => line.Right));
        _sizes = [.. lines.Where(IsLarge).Select(line => Math.Round(line.Height)).Distinct().OrderDescending()];
    }

    public static double BodyOf(IEnumerable<PdfPage> pages) =>
        pages.SelectMany(page => page.Lines).GroupBy(line => Math.Round(line.Height * 2) / 2).MaxBy(group => group.Sum(line => line.Text.Length))?.Key ?? 0;

    /// <summary>Whether a line ends early: the next one's first word would have had room.</summary>
    public bool EndsEarly(PdfLine line, PdfLine next) =>
        line.Right + (SpaceOfHeight * line.Height) + next.Words[0].Right - next.Words[0].Left < _rights[line.Page];

    public double RightOf(PdfLine line) => _blocks[line.Block].Max(other => other.Right);

    /// <summary>From 1; null where the line is no heading.</summary>
    public int? HeadingLevel(PdfLine line)
    {
        if (IsLarge(line)) return _sizes.IndexOf(Math.Round(line.Height)) + 1;
        var text = line.Text;
        var isNumbered = Marks.HasHeadingNumber(text);
        if (Wording.Words(text) is 0 or > MostWordsOfPlain || text[^1] is '.' or ',' or ';' or ':' or '!' || (!isNumbered && Marks.Split(text) is not null)) return null;
        if (!char.IsUpper(Marks.WithoutNumber(text)[0]) || Wording.IsLabelled(text) || Wording.IsAnswer(text) || !StandsAlone(line)) return null;
        if (!isNumbered) return _sizes.Count + PlainDepth;
        // "1. Who may apply?" belongs to a list of questions, whose numbers are no sections.
        return text.EndsWith('?') && Marks.Split(text) is not null ? null : _sizes.Count + 1 + text[..text.IndexOf(' ', StringComparison.Ordinal)].TrimEnd('.').Count(c => c == '.');
    }

    private bool IsLarge(PdfLine line) => line.Height >= _body * Larger && Wording.Words(line.Text) is > 0 and <= MostWords && line.Text.Any(char.IsLetter) && !Fragments.IsFigure(line.Text);

    // Alone in its block, or its first line and much shorter than what it stands above.
    private bool StandsAlone(PdfLine line)
    {
        var block = _blocks[line.Block];
        if (_next[line] is not { } next || IsLarge(next) || (Wording.Words(next.Text) < LeastWordsBelow && Marks.Split(next.Text) is null && !_inTables.Contains(next))) return false;
        if (HeadingLines.GoesOn(line.Text, next.Text)) return false;
        if (block.Length == 1) return next.Page != line.Page || next.Top > line.Top;
        return block[0] == line && char.IsUpper(next.Text[0]) && line.Right - line.Left < 0.6 * (block.Max(other => other.Right) - line.Left);
    }
}
