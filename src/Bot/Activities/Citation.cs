using System.Text.Json;

namespace Bot.Activities;

/// <summary>A source that a text names as [1], [2] and so on; Teams shows it behind the number.</summary>
/// <param name="Name">Its title.</param>
/// <param name="Abstract">Who published it, and when.</param>
/// <param name="Url">Where it can be read; null where nowhere.</param>
public sealed record Citation(string Name, string Abstract, string? Url)
{
    // Teams refuses a message with more or longer ones.
    private const int Most = 20, LongestName = 80, LongestAbstract = 160;

    /// <summary>The one entity that holds them all. It bears no mark of generated content: the sentences were written by people.</summary>
    internal static void Write(Utf8JsonWriter json, IReadOnlyList<Citation> citations)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "https://schema.org/Message");
        json.WriteString("@type"u8, "Message");
        json.WriteString("@context"u8, "https://schema.org");
        json.WriteString("@id"u8, "");
        json.WriteStartArray("citation"u8);
        for (var i = 0; i < Math.Min(citations.Count, Most); i++)
            citations[i].Write(json, i + 1);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, int position)
    {
        json.WriteStartObject();
        json.WriteString("@type"u8, "Claim");
        json.WriteNumber("position"u8, position);
        json.WriteStartObject("appearance"u8);
        json.WriteString("@type"u8, "DigitalDocument");
        json.WriteString("name"u8, Short(Name, LongestName));
        json.WriteString("abstract"u8, Short(Abstract, LongestAbstract));
        if (Url is not null)
            json.WriteString("url"u8, Url);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Short(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end].TrimEnd() + "…";
    }
}
