using System.Text.Json;

namespace Bot.Cards;

/// <summary>Text in the card's Markdown. Words from outside go through <see cref="CardParts.Plain"/> first.</summary>
public sealed record TextBlock(string Text) : CardElement
{
    public bool Wrap { get; init; } = true;
    public TextStyle? Style { get; init; }
    public TextSize? Size { get; init; }
    public TextWeight? Weight { get; init; }
    public TextColor? Color { get; init; }
    public bool IsSubtle { get; init; }
    public HorizontalAlignment? HorizontalAlignment { get; init; }

    private protected override string Type => "TextBlock";

    private protected override void WriteOwn(Utf8JsonWriter writer)
    {
        writer.WriteString("text", Text);
        writer.WriteFlag("wrap", Wrap, otherwise: false);
        writer.WriteChoice("style", Style);
        writer.WriteChoice("size", Size);
        writer.WriteChoice("weight", Weight);
        writer.WriteChoice("color", Color);
        writer.WriteFlag("isSubtle", IsSubtle, otherwise: false);
        writer.WriteChoice("horizontalAlignment", HorizontalAlignment);
    }
}
