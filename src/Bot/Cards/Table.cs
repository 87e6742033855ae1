using System.Text.Json;

namespace Bot.Cards;

/// <summary>A column's share of the table's width.</summary>
public sealed record TableColumn(int Width = 1);

public sealed record TableCell(IReadOnlyList<CardElement> Items)
{
    public static TableCell Of(string text) => new([new TextBlock(text)]);
}

public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    public static TableRow Of(params IEnumerable<string> texts) => new([.. texts.Select(TableCell.Of)]);
}

public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : CardElement
{
    /// <summary>The JavaScript renderer 3.0.6 knows only its own misspelling of this name, so there the first row is always a head.</summary>
    public bool FirstRowAsHeader { get; init; } = true;
    public bool ShowGridLines { get; init; } = true;

    private protected override string Type => "Table";

    private protected override void WriteOwn(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("columns");
        foreach (var column in Columns)
        {
            writer.WriteStartObject();
            writer.WriteNumber("width", column.Width);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();

        writer.WriteStartArray("rows");
        foreach (var row in Rows)
            WriteRow(writer, row);
        writer.WriteEndArray();

        writer.WriteFlag("firstRowAsHeader", FirstRowAsHeader, otherwise: true);
        writer.WriteFlag("showGridLines", ShowGridLines, otherwise: true);
    }

    private static void WriteRow(Utf8JsonWriter writer, TableRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "TableRow");
        writer.WriteStartArray("cells");
        foreach (var cell in row.Cells)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "TableCell");
            writer.WriteElements("items", cell.Items);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
