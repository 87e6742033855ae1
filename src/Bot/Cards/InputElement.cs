using System.Text.Json;

namespace Bot.Cards;

/// <summary>Something to fill in. The label is demanded because screen readers do not read placeholders.</summary>
public abstract record InputElement : CardElement
{
    private protected InputElement(string id, string label)
    {
        Id = id;
        Label = label;
    }

    public string Label { get; init; }
    public string? Value { get; init; }
    public string? Placeholder { get; init; }
    public bool IsRequired { get; init; }
    public string? ErrorMessage { get; init; }

    private protected void WriteInput(Utf8JsonWriter writer)
    {
        writer.WriteString("label", Label);
        writer.WriteText("value", Value);
        writer.WriteText("placeholder", Placeholder);
        writer.WriteFlag("isRequired", IsRequired, otherwise: false);
        writer.WriteText("errorMessage", ErrorMessage);
    }
}
