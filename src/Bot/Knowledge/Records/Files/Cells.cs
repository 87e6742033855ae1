using System.Globalization;

namespace Bot.Knowledge.Records.Files;

/// <summary>Reads what stands in one cell. What cannot be read is reported and left out.</summary>
internal static class Cells
{
    public static string[] List(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static bool Yes(string cell) => cell == "yes";

    public static DateOnly? Day(CsvRow row, string column, List<RecordProblem> problems)
    {
        if (row.OrNull(column) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        problems.Add(row.Problem($"'{text}' in '{column}' is not a date such as 2026-04-01."));
        return null;
    }

    public static RecordDate Date(CsvRow row, string column, List<RecordProblem> problems)
    {
        if (RecordDate.TryParse(row[column], out var date)) return date;
        problems.Add(row.Problem($"'{row[column]}' in '{column}' is not a date such as 2017-06 or 2019-06-19."));
        return default;
    }

    /// <summary>Reads <c>QF7</c> or <c>QNQ:83;QU9:17</c> for each map, largest share first.</summary>
    public static ByEra<IReadOnlyList<AreaShare>> Shares(CsvRow row, List<RecordProblem> problems)
    {
        var shares = new ByEra<IReadOnlyList<AreaShare>>();
        foreach (var era in Eras.All)
        {
            var cell = row[era.Column()];
            if (cell.Length == 0) continue;
            if (!cell.Contains(';') && !cell.Contains(':')) shares[era] = [new AreaShare(cell, 100)];
            else shares[era] = [.. List(cell).Select(part => Share(row, part, problems)).OrderByDescending(s => s.Percent)];
        }

        return shares;
    }

    public static ByEra<string> Codes(CsvRow row)
    {
        var codes = new ByEra<string>();
        foreach (var era in Eras.All)
            if (row.OrNull(era.Column()) is { } code) codes[era] = code;
        return codes;
    }

    private static AreaShare Share(CsvRow row, string part, List<RecordProblem> problems)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return new AreaShare(part, null);
        if (decimal.TryParse(part[(colon + 1)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100)
            return new AreaShare(part[..colon], percent);
        problems.Add(row.Problem($"'{part}' has no share between 0 and 100."));
        return new AreaShare(part[..colon], null);
    }
}
