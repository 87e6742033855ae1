using System.Text.Json;

namespace Bot.Turns;

/// <summary>A button on one of our cards was pressed.</summary>
/// <param name="Verb">Says which button.</param>
/// <param name="Data">The button's data and the card's inputs; always an object.</param>
/// <param name="ReplyToId">The message that holds the card, where the channel says so.</param>
public sealed record CardPress(string Verb, JsonElement Data, string? ReplyToId);
