namespace Bot.Knowledge.Documents.Pdf;

/// <summary>A table with the lines that it was made of.</summary>
internal sealed record PdfTable(IReadOnlyList<IReadOnlyList<string>> Rows, HashSet<PdfLine> Lines);

/// <summary>Finds rows of cells that begin at the same places. Columns of running text do so too, and are left alone.</summary>
internal static class PdfTables
{
    private const int LeastRows = 3, LeastColumns = 2;
    private const double Aligned = 6, LongestGap = 2.6, MostLowerCase = 0.4;

    public static IReadOnlyList<PdfTable> Of(PdfPage page)
    {
        var tables = new List<PdfTable>();
        var rows = PdfRows.Of(page.Lines);
        for (var at = 0; at < rows.Count; at++)
        {
            var region = Region(rows, at);
            if (region.Count < 2) continue;
            if (Table(region) is { } table) tables.Add(table);
            at += region.Count - 1;
        }

        return tables;
    }

    private static List<PdfRow> Region(IReadOnlyList<PdfRow> rows, int from)
    {
        if (rows[from].Cells.Count < LeastColumns) return [];
        var region = new List<PdfRow> { rows[from] };
        for (var i = from + 1; i < rows.Count; i++)
        {
            var (row, last) = (rows[i], region[^1]);
            if (row.Top - last.Bottom > LongestGap * last.Height) break;
            var starts = region.SelectMany(r => r.Cells).Select(cell => cell.Left).ToArray();
            if (!row.Cells.All(cell => starts.Any(start => Math.Abs(start - cell.Left) < Aligned))) break;
            // One cell under the first column is the text below the table, unless the table goes on after it.
            if (row.Cells.Count == 1 && IsFirst(row.Cells[0], region) && !GoesOn(rows, i, starts, last)) break;
            region.Add(row);
        }

        return region;
    }

    private static bool IsFirst(PdfCell cell, List<PdfRow> region) => Math.Abs(cell.Left - region.Min(row => row.Cells[0].Left)) < Aligned;

    private static bool GoesOn(IReadOnlyList<PdfRow> rows, int at, double[] starts, PdfRow last) =>
        at + 1 < rows.Count && rows[at + 1].Cells.Count >= LeastColumns && rows[at].Top - last.Bottom < 0.6 * last.Height
        && rows[at + 1].Cells.All(cell => starts.Any(start => Math.Abs(start - cell.Left) < Aligned)) && Wording.Words(rows[at].Text) <= 6;

    private static PdfTable? Table(List<PdfRow> region)
    {
        var columns = Columns(region);
        if (columns.Count < LeastColumns || IsRunningText(region)) return null;
        var rows = new List<string[]>();
        for (var i = 0; i < region.Count; i++)
        {
            var cells = new string[columns.Count];
            Array.Fill(cells, "");
            foreach (var cell in region[i].Cells) cells[Nearest(columns, cell.Left)] = cell.Text;
            // A row whose first cell is empty, or that stands closer than rows do, goes on with the row above.
            if (rows.Count > 0 && (cells[0].Length == 0 || cells.Count(cell => cell.Length > 0) == 1)) Append(rows[^1], cells);
            else rows.Add(cells);
        }

        var isTable = rows.Count >= LeastRows || (rows.Count == 2 && columns.Count >= 3);
        return isTable ? new PdfTable(rows, [.. region.SelectMany(row => row.Lines)]) : null;
    }

    private static void Append(string[] row, string[] more)
    {
        for (var i = 0; i < row.Length; i++)
            if (more[i].Length > 0) row[i] = $"{row[i]} {more[i]}".Trim();
    }

    private static List<double> Columns(List<PdfRow> region)
    {
        var starts = new List<double>();
        foreach (var left in region.Where(row => row.Cells.Count > 1).SelectMany(row => row.Cells).Select(cell => cell.Left).Order())
            if (starts.Count == 0 || left - starts[^1] > Aligned) starts.Add(left);
        return starts;
    }

    private static int Nearest(List<double> columns, double left) =>
        Enumerable.Range(0, columns.Count).MinBy(i => Math.Abs(columns[i] - left));

    // Lines of running text mostly begin in the middle of a sentence.
    private static bool IsRunningText(List<PdfRow> region)
    {
        var cells = region.Skip(1).Where(row => row.Cells.Count > 1).SelectMany(row => row.Cells).ToArray();
        return cells.Length > 0 && cells.Count(cell => char.IsLower(cell.Text[0])) > cells.Length * MostLowerCase && cells.Average(cell => Wording.Words(cell.Text)) > 2.5;
    }
}
