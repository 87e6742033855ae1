using CsvHelper;

namespace Bot.Knowledge.Documents;

/// <summary>The same columns with commas or semicolons between them, as a spreadsheet saves them.</summary>
internal static class PairCsv
{
    public static PairFile Read(byte[] bytes)
    {
        var warnings = new List<string>();
        var text = TextBytes.Decode(bytes, warnings);
        var first = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : text.Length);
        var form = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = first.Count(';') > first.Count(',') ? ';' : ',',
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            MalformedData = CsvMalformedDataHandling.Throw,
        };
        try
        {
            using var reader = CsvReader.FromText(text, form);
            var rows = new List<IReadOnlyList<string>>();
            while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
            var file = PairColumns.Read(rows);
            return file with { Warnings = [.. warnings, .. file.Warnings] };
        }
        catch (CsvFormatException e)
        {
            throw new DocumentException($"The table cannot be read at line {e.LineNumber}: a quotation mark is missing or out of place. Mend that line, or save it as .xlsx.");
        }
    }
}
