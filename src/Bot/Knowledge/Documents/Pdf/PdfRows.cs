namespace Bot.Knowledge.Documents.Pdf;

/// <summary>Words that stand far enough from their neighbours to be a cell.</summary>
internal sealed record PdfCell(string Text, double Left, double Right);

/// <summary>Everything on one height of a page, whichever column it is in.</summary>
/// <param name="Lines">At least one.</param>
/// <param name="Space">How wide the space between two words mostly is, as a share of their height.</param>
internal sealed record PdfRow(IReadOnlyList<PdfLine> Lines, double Space)
{
    private const double Wide = 1.8, Least = 0.45, BetweenLines = 0.35;
    private const int EnoughGaps = 3;

    public double Top { get; } = Lines.Min(line => line.Top);

    public double Bottom { get; } = Lines.Max(line => line.Bottom);

    public double Height { get; } = Lines.Max(line => line.Height);

    public IReadOnlyList<PdfCell> Cells { get; } = Cut(Lines, Space);

    public string Text => string.Join(' ', Cells.Select(cell => cell.Text));

    private static List<PdfCell> Cut(IReadOnlyList<PdfLine> lines, double space)
    {
        var cells = new List<PdfCell>();
        PdfLine? last = null;
        foreach (var (word, line) in lines.SelectMany(line => line.Words.Select(word => (word, line))).OrderBy(at => at.word.Left))
        {
            // Words of one line stand together; what the page keeps apart is another cell though it may stand close. A bullet or a number stands far from its own text.
            var gap = line == last ? Gap(line, space) : BetweenLines * word.Height;
            last = line;
            var joins = cells.Count > 0 && (word.Left - cells[^1].Right < gap || Marks.Split($"{cells[^1].Text} x") is (_, "x"));
            if (joins) cells[^1] = new PdfCell($"{cells[^1].Text} {word.Text}", cells[^1].Left, word.Right);
            else cells.Add(new PdfCell(word.Text, word.Left, word.Right));
        }

        return cells;
    }

    // A line that was stretched to the margin has wide spaces everywhere.
    private static double Gap(PdfLine line, double space)
    {
        var gaps = PdfRows.Gaps(line);
        var usual = space * line.Height;
        if (gaps.Length >= EnoughGaps) usual = Math.Max(usual, gaps.Order().ElementAt(gaps.Length / 4));
        return Math.Max(Least * line.Height, Wide * usual);
    }
}

internal static class PdfRows
{
    public static IReadOnlyList<PdfRow> Of(IReadOnlyList<PdfLine> lines)
    {
        var rows = new List<List<PdfLine>>();
        foreach (var line in lines.OrderBy(line => line.Middle))
        {
            if (rows.Count > 0 && Math.Abs(rows[^1].Average(l => l.Middle) - line.Middle) < Math.Min(rows[^1][0].Height, line.Height) * 0.5) rows[^1].Add(line);
            else rows.Add([line]);
        }

        var spaces = lines.SelectMany(line => Gaps(line).Select(gap => gap / Math.Max(1, line.Height))).Order().ToArray();
        var space = spaces.Length == 0 ? 0 : spaces[spaces.Length / 2];
        return [.. rows.Select(row => new PdfRow(row, space))];
    }

    public static double[] Gaps(PdfLine line) => [.. line.Words.Skip(1).Zip(line.Words, (next, word) => next.Left - word.Right)];
}
