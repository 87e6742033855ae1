using System.Text.Json;

namespace Bot.Turns;

/// <summary>A button on one of our cards was pressed.</summary>
/// <param name="Verb">Says which button.</param>
/// <param name="Data">The button's data and the card's inputs; always an object.</param>
/// <param name="ReplyToId">The message that holds the card, where the channel says so.</param>
public sealed record CardPress(string Verb, JsonElement Data, string? ReplyToId)
{
    private const int MostCharacters = 500;

    /// <returns>A non-empty text of reasonable length, else null: data comes from outside.</returns>
    public string? Text(string name) =>
        Data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= MostCharacters } text
            ? text : null;

    public bool? Flag(string name) => Data.TryGetProperty(name, out var value)
        ? value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null }
        : null;
}
