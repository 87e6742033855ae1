using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Knowledge.Documents.Word;

/// <summary>A table as rows of equal columns: what is merged downwards is said again in each row, what is merged sideways once.</summary>
internal static class WordTable
{
    private const int MostColumns = 30, MostRows = 2000, LongestSaidAgain = 300;

    public static IReadOnlyList<IReadOnlyList<string>> Rows(Table table, Func<TableCell, string> read)
    {
        var rows = new List<List<string>>();
        foreach (var row in table.Descendants<TableRow>().Where(row => row.Ancestors<Table>().First() == table).Take(MostRows))
        {
            if (row.TableRowProperties?.GetFirstChild<Deleted>() is not null) continue;
            var cells = new List<string>();
            foreach (var cell in row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row))
            {
                var text = read(cell);
                var merged = cell.TableCellProperties?.VerticalMerge;
                var goesOn = merged is not null && merged.Val?.Value != MergedCellValues.Restart;
                if (goesOn && rows.Count > 0 && cells.Count < rows[^1].Count) text = rows[^1][cells.Count] is { Length: <= LongestSaidAgain } above ? above : "";
                cells.Add(text);
                for (var span = cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1; span > 1 && cells.Count < MostColumns; span--) cells.Add("");
            }

            if (cells.Exists(text => text.Length > 0)) rows.Add(cells);
        }

        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        var filled = Enumerable.Range(0, columns).Where(at => rows.Exists(row => at < row.Count && row[at].Length > 0)).ToArray();
        return [.. rows.Select(row => (IReadOnlyList<string>)[.. filled.Select(at => at < row.Count ? row[at] : "")])];
    }
}
