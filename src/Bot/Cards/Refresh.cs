using System.Text.Json;

namespace Bot.Cards;

/// <summary>How a card is drawn anew when it is opened, for each person by themselves.</summary>
/// <param name="Action">Answered with the card that this person sees.</param>
/// <param name="UserIds">For whom that happens without being asked, at most 60; everybody else keeps the card and may ask for it.</param>
public sealed record Refresh(ExecuteAction Action, IReadOnlyList<string> UserIds)
{
    /// <summary>Teams refuses more.</summary>
    public const int MostUsers = 60;

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("refresh");
        writer.WritePropertyName("action");
        Action.Write(writer);
        writer.WriteStartArray("userIds");
        foreach (var id in UserIds.Take(MostUsers))
            writer.WriteStringValue(id);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
