using System.Text.Json;

namespace Bot.Cards;

/// <summary>A button. Its title makes sense when read alone.</summary>
public abstract record CardAction(string Title)
{
    public string? Id { get; init; }
    public ActionStyle? Style { get; init; }
    public string? Tooltip { get; init; }

    private protected abstract string Type { get; }

    private protected abstract void WriteOwn(Utf8JsonWriter writer);

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteCommon(writer, Type);
        WriteOwn(writer);
        writer.WriteEndObject();
    }

    private protected void WriteCommon(Utf8JsonWriter writer, string type)
    {
        writer.WriteString("type", type);
        writer.WriteText("id", Id);
        writer.WriteString("title", Title);
        writer.WriteChoice("style", Style);
        writer.WriteText("tooltip", Tooltip);
    }
}
