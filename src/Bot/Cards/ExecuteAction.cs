using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Cards;

/// <summary>
/// A button that asks the bot to do <paramref name="Verb"/> and may replace the card. A client without
/// Action.Execute sends a message with the same data, which is why the data holds the verb too.
/// </summary>
public sealed record ExecuteAction(string Title, string Verb, JsonObject? Data = null) : CardAction(Title)
{
    /// <summary>False for a button that must work while the card's inputs are empty or wrong.</summary>
    public bool SendsInputs { get; init; } = true;

    private protected override string Type => "Action.Execute";

    private protected override void WriteOwn(Utf8JsonWriter writer)
    {
        writer.WriteString("verb", Verb);
        WriteData(writer);
        writer.WriteStartObject("fallback");
        WriteCommon(writer, "Action.Submit");
        WriteData(writer);
        writer.WriteEndObject();
    }

    private void WriteData(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("data");
        writer.WriteVerbData(Verb, Data);
        writer.WriteEndObject();
        if (!SendsInputs)
            writer.WriteString("associatedInputs", "none");
    }
}
