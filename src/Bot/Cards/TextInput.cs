using System.Text.Json;

namespace Bot.Cards;

public sealed record TextInput : InputElement
{
    public TextInput(string id, string label) : base(id, label)
    {
    }

    public bool IsMultiline { get; init; }
    public int? MaxLength { get; init; }

    private protected override string Type => "Input.Text";

    private protected override void WriteOwn(Utf8JsonWriter writer)
    {
        WriteInput(writer);
        writer.WriteFlag("isMultiline", IsMultiline, otherwise: false);
        if (MaxLength is { } length)
            writer.WriteNumber("maxLength", length);
    }
}
