using System.Text.Json;

namespace Bot.Cards;

public sealed record ActionSet(IReadOnlyList<CardAction> Actions) : CardElement
{
    private protected override string Type => "ActionSet";

    private protected override void WriteOwn(Utf8JsonWriter writer) => writer.WriteActions("actions", Actions);
}
