using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Cards;

/// <summary>
/// A button of a dialog, which sends its inputs to <paramref name="Verb"/>; or, on the card of a message, one that opens a dialog.
/// </summary>
public sealed record SubmitAction(string Title, string Verb, JsonObject? Data = null) : CardAction(Title)
{
    /// <summary>Teams then asks with task/fetch for the dialog, instead of sending a message.</summary>
    public bool OpensDialog { get; init; }

    /// <summary>False for a button that must work while the card's inputs are empty or wrong.</summary>
    public bool SendsInputs { get; init; } = true;

    private protected override string Type => "Action.Submit";

    private protected override void WriteOwn(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("data");
        if (OpensDialog)
        {
            writer.WriteStartObject("msteams");
            writer.WriteString("type", "task/fetch");
            writer.WriteEndObject();
        }
        writer.WriteVerbData(Verb, Data);
        writer.WriteEndObject();
        if (!SendsInputs)
            writer.WriteString("associatedInputs", "none");
    }
}
