using System.Globalization;
using CsvHelper;

namespace Bot.Knowledge.Records.Files;

/// <summary>Rows on their way into a file.</summary>
internal sealed class CsvText
{
    private static readonly CsvWriterOptions Form = new() { NewLine = "\n" };

    private readonly List<string[]> _rows = [];

    public CsvText(params string[] header) => Add(header);

    public void Add(params string[] cells)
    {
        if (_rows.Count > 0 && cells.Length != _rows[0].Length) throw new ArgumentException($"The row has {cells.Length} cells; the header has {_rows[0].Length}.", nameof(cells));
        _rows.Add(cells);
    }

    public override string ToString()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = CsvWriter.Create(text, Form, leaveOpen: true))
            foreach (var row in _rows) writer.WriteRecord(row);
        return text.ToString();
    }
}
