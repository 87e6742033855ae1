using System.Globalization;

namespace Bot.Knowledge.Records.Files;

internal static class TileReader
{
    private const int Most = 20;

    /// <returns>Null for a row that cannot be read; the problem is noted.</returns>
    public static Tile? Tile(CsvRow row, List<RecordProblem> problems)
    {
        var era = Eras.OfColumn(row["era"]) is { } map && map.IsBoard() ? map : (Era?)null;
        if (era is null) problems.Add(row.Problem($"'{row["era"]}' is no map of boards."));
        var (column, line) = (Place(row, "column", problems), Place(row, "row", problems));
        return era is null || column is null || line is null ? null : new Tile(era.Value, row["code"], row["label"], column.Value, line.Value);
    }

    private static int? Place(CsvRow row, string column, List<RecordProblem> problems)
    {
        if (int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < Most) return place;
        problems.Add(row.Problem($"'{row[column]}' in '{column}' is not a number under {Most}."));
        return null;
    }
}
