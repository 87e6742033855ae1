using System.Text.Json;

namespace Bot.Cards;

public sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    public ContainerStyle? Style { get; init; }
    public bool Bleed { get; init; }

    private protected override string Type => "Container";

    private protected override void WriteOwn(Utf8JsonWriter writer)
    {
        writer.WriteElements("items", Items);
        writer.WriteChoice("style", Style);
        writer.WriteFlag("bleed", Bleed, otherwise: false);
    }
}
