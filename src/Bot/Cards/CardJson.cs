using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Cards;

internal static class CardJson
{
    public static void WriteText(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    public static void WriteFlag(this Utf8JsonWriter writer, string name, bool value, bool otherwise)
    {
        if (value != otherwise)
            writer.WriteBoolean(name, value);
    }

    public static void WriteChoice<T>(this Utf8JsonWriter writer, string name, T? value) where T : struct, Enum
    {
        if (value is { } chosen)
            writer.WriteString(name, JsonNamingPolicy.CamelCase.ConvertName(chosen.ToString()));
    }

    public static void WriteElements(this Utf8JsonWriter writer, string name, IEnumerable<CardElement> elements)
    {
        writer.WriteStartArray(name);
        foreach (var element in elements)
            element.Write(writer);
        writer.WriteEndArray();
    }

    public static void WriteActions(this Utf8JsonWriter writer, string name, IEnumerable<CardAction> actions)
    {
        writer.WriteStartArray(name);
        foreach (var action in actions)
            action.Write(writer);
        writer.WriteEndArray();
    }

    /// <summary>What a button sends: its data, and the verb, which no data may hide.</summary>
    public static void WriteVerbData(this Utf8JsonWriter writer, string verb, JsonObject? data)
    {
        foreach (var (name, value) in data ?? [])
        {
            if (name == "verb")
                continue;
            writer.WritePropertyName(name);
            if (value is null)
                writer.WriteNullValue();
            else
                value.WriteTo(writer);
        }
        writer.WriteString("verb", verb);
    }
}
