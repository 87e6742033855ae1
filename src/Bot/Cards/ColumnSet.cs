using System.Globalization;
using System.Text.Json;

namespace Bot.Cards;

public sealed record ColumnSet(IReadOnlyList<Column> Columns) : CardElement
{
    private protected override string Type => "ColumnSet";

    private protected override void WriteOwn(Utf8JsonWriter writer) => writer.WriteElements("columns", Columns);
}

/// <summary>A column, which stands only inside a <see cref="ColumnSet"/>.</summary>
public sealed record Column(IReadOnlyList<CardElement> Items) : CardElement
{
    /// <summary>"auto", "stretch" or a weight such as "2". Beside a weight, "auto" is squeezed: put it beside "stretch".</summary>
    public string? Width { get; init; }

    public ContainerStyle? Style { get; init; }

    private protected override string Type => "Column";

    private protected override void WriteOwn(Utf8JsonWriter writer)
    {
        writer.WriteElements("items", Items);
        // The schema has weights as numbers and everything else as text.
        if (int.TryParse(Width, NumberStyles.None, CultureInfo.InvariantCulture, out var weight))
            writer.WriteNumber("width", weight);
        else
            writer.WriteText("width", Width);
        writer.WriteChoice("style", Style);
    }
}
