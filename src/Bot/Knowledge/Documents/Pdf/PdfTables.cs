namespace Bot.Knowledge.Documents.Pdf;

/// <summary>A table with the lines that it was made of.</summary>
internal sealed record PdfTable(IReadOnlyList<IReadOnlyList<string>> Rows, HashSet<PdfLine> Lines);

/// <summary>Finds rows whose cells stand in the same columns. Columns of running text do so too, and are left alone.</summary>
internal static class PdfTables
{
    private const int LeastRows = 3, LeastColumns = 2, MostWordsOfLabel = 6, LongCell = 4;
    private const double LongestGap = 2.6, Close = 0.6, MostLowerCase = 0.4;

    public static IReadOnlyList<PdfTable> Of(PdfPage page)
    {
        var tables = new List<PdfTable>();
        var rows = PdfRows.Of(page.Lines);
        for (var at = 0; at < rows.Count; at++)
        {
            if (rows[at].Cells.Count < LeastColumns) continue;
            var (region, columns) = Region(rows, at);
            if (Table(region, columns) is not { } table) continue;
            tables.Add(table);
            at += region.Count - 1;
        }

        return tables;
    }

    private static (List<PdfRow> Region, PdfColumns Columns) Region(IReadOnlyList<PdfRow> rows, int from)
    {
        var columns = new PdfColumns();
        var region = new List<PdfRow>();
        for (var i = from; i < rows.Count; i++)
        {
            var isFar = region.Count > 0 && rows[i].Top - region[^1].Bottom > LongestGap * region[^1].Height;
            // One cell under the first column is the text below the table, unless the table goes on after it.
            if (isFar || (region.Count > 0 && rows[i].Cells.Count == 1 && columns.Of(rows[i].Cells[0]) == 0 && !GoesOn(rows, i, columns, region[^1])) || !columns.TryAdd(rows[i])) break;
            region.Add(rows[i]);
        }

        return (region, columns);
    }

    private static bool GoesOn(IReadOnlyList<PdfRow> rows, int at, PdfColumns columns, PdfRow last) =>
        at + 1 < rows.Count && rows[at + 1].Cells.Count >= LeastColumns && rows[at].Top - last.Bottom < Close * last.Height
        && rows[at + 1].Cells.All(cell => columns.Of(cell) >= 0) && Wording.Words(rows[at].Text) <= MostWordsOfLabel;

    private static PdfTable? Table(List<PdfRow> region, PdfColumns columns)
    {
        if (columns.Count < LeastColumns || IsRunningText(region)) return null;
        var rows = new List<string[]>();
        foreach (var row in region)
        {
            var cells = new string[columns.Count];
            Array.Fill(cells, "");
            foreach (var cell in row.Cells) cells[columns.Of(cell)] = cell.Text;
            // A row whose first cell is empty, or that has no other, goes on with the row above.
            if (rows.Count > 0 && (cells[0].Length == 0 || row.Cells.Count == 1)) Append(rows[^1], cells);
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

    // Lines of running text are long and mostly begin in the middle of a sentence.
    private static bool IsRunningText(List<PdfRow> region)
    {
        var cells = region.Skip(1).Where(row => row.Cells.Count > 1).SelectMany(row => row.Cells).ToArray();
        return cells.Length > 0 && cells.Count(cell => char.IsLower(cell.Text[0]) && Wording.Words(cell.Text) >= LongCell) > cells.Length * MostLowerCase;
    }
}
