using System.Text.Json;

namespace Bot.Cards;

public sealed record Choice(string Title, string Value);

public sealed record ChoiceSetInput : InputElement
{
    public ChoiceSetInput(string id, string label, IReadOnlyList<Choice> choices) : base(id, label) => Choices = choices;

    public IReadOnlyList<Choice> Choices { get; init; }
    public ChoiceStyle? Style { get; init; }
    public bool IsMultiSelect { get; init; }

    /// <summary>Where the client can, it asks the bot while a name is being typed; where not, it searches the choices.</summary>
    public string? Dataset { get; init; }

    private protected override string Type => "Input.ChoiceSet";

    private protected override void WriteOwn(Utf8JsonWriter writer)
    {
        WriteInput(writer);
        writer.WriteStartArray("choices");
        foreach (var choice in Choices)
        {
            writer.WriteStartObject();
            writer.WriteString("title", choice.Title);
            writer.WriteString("value", choice.Value);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        if (Dataset is { } dataset)
        {
            writer.WriteStartObject("choices.data");
            writer.WriteString("type", "Data.Query");
            writer.WriteString("dataset", dataset);
            writer.WriteEndObject();
        }
        writer.WriteChoice("style", Style);
        writer.WriteFlag("isMultiSelect", IsMultiSelect, otherwise: false);
        // Long choices are cut off unless they may wrap.
        writer.WriteBoolean("wrap", true);
    }
}
