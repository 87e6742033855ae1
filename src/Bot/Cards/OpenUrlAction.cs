using System.Text.Json;

namespace Bot.Cards;

public sealed record OpenUrlAction(string Title, string Url) : CardAction(Title)
{
    private protected override string Type => "Action.OpenUrl";

    private protected override void WriteOwn(Utf8JsonWriter writer) => writer.WriteString("url", Url);
}
