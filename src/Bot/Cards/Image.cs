using System.Text.Json;

namespace Bot.Cards;

/// <summary>A picture and what it says to someone who cannot see it; empty when it only decorates.</summary>
public sealed record Image(string Url, string AltText) : CardElement
{
    public ImageSize? Size { get; init; }

    /// <summary>An exact width such as "120px".</summary>
    public string? Width { get; init; }

    private protected override string Type => "Image";

    private protected override void WriteOwn(Utf8JsonWriter writer)
    {
        writer.WriteString("url", Url);
        writer.WriteString("altText", AltText);
        writer.WriteChoice("size", Size);
        writer.WriteText("width", Width);
    }
}
