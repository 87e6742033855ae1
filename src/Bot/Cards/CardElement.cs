using System.Text.Json;

namespace Bot.Cards;

/// <summary>Something a card shows. Each kind writes itself; a value equal to the schema's default is left out.</summary>
public abstract record CardElement
{
    public string? Id { get; init; }
    public bool IsVisible { get; init; } = true;
    public Spacing? Spacing { get; init; }
    public bool Separator { get; init; }

    private protected abstract string Type { get; }

    private protected abstract void WriteOwn(Utf8JsonWriter writer);

    internal virtual void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", Type);
        writer.WriteText("id", Id);
        WriteOwn(writer);
        writer.WriteChoice("spacing", Spacing);
        writer.WriteFlag("separator", Separator, otherwise: false);
        writer.WriteFlag("isVisible", IsVisible, otherwise: true);
        writer.WriteEndObject();
    }
}
