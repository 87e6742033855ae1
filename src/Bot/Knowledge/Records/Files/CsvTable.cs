using CsvHelper;

namespace Bot.Knowledge.Records.Files;

/// <summary>One file of rows under a header. A missing file or column is a problem, not an exception.</summary>
internal sealed class CsvTable
{
    private static readonly CsvReaderOptions Form = new()
    {
        TrackLineNumbers = true,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private CsvTable(string name) => Name = name;

    public string Name { get; }

    public List<CsvRow> Rows { get; } = [];

    public static CsvTable Read(string folder, string name, string[] columns, List<RecordProblem> problems)
    {
        var table = new CsvTable(name);
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            problems.Add(new RecordProblem(name, 1, "The file is missing."));
            return table;
        }

        try
        {
            using var reader = CsvReader.FromFile(path, Form);
            table.Fill(reader, columns, problems);
        }
        catch (CsvFormatException e)
        {
            problems.Add(new RecordProblem(name, (int)Math.Max(1, e.LineNumber), $"The file cannot be read: {e.Message}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new RecordProblem(name, 1, $"The file cannot be read: {e.Message}"));
        }

        return table;
    }

    public int Column(string name) => _columns[name];

    private void Fill(CsvReader reader, string[] columns, List<RecordProblem> problems)
    {
        reader.ReadHeader();
        var headers = reader.Headers ?? [];
        for (var i = 0; i < headers.Count; i++) _columns.TryAdd(headers[i].Trim(), i);
        var missing = columns.Where(c => !_columns.ContainsKey(c)).ToArray();
        foreach (var column in missing) problems.Add(new RecordProblem(Name, 1, $"The column '{column}' is missing."));
        if (missing.Length > 0) return;
        while (reader.Read())
        {
            var cells = new string[headers.Count];
            for (var i = 0; i < cells.Length; i++) cells[i] = i < reader.FieldCount ? reader.GetString(i).Trim() : "";
            var line = (int)reader.LineNumber;
            if (reader.FieldCount != cells.Length)
                problems.Add(new RecordProblem(Name, line, $"The row has {reader.FieldCount} cells; the header has {cells.Length}."));
            Rows.Add(new CsvRow(this, line, cells));
        }
    }
}

/// <summary>One row, read by column name.</summary>
internal sealed record CsvRow(CsvTable Table, int Line, string[] Cells)
{
    public string this[string column] => Cells[Table.Column(column)];

    public string? OrNull(string column) => this[column] is { Length: > 0 } text ? text : null;

    public RecordProblem Problem(string message) => new(Table.Name, Line, message);
}
