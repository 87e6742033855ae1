using System.Text.Json;

namespace Bot.Cards;

public sealed record Fact(string Title, string Value);

public sealed record FactSet(IReadOnlyList<Fact> Facts) : CardElement
{
    private protected override string Type => "FactSet";

    private protected override void WriteOwn(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("facts");
        foreach (var fact in Facts)
        {
            writer.WriteStartObject();
            writer.WriteString("title", fact.Title);
            writer.WriteString("value", fact.Value);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
