using System.Text.Json.Nodes;
using Bot.Cards;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.LocalChat;

/// <summary>A dialog with two pages and a last word.</summary>
internal static class ToyDialogs
{
    public static AdaptiveCard Opener { get; } = Card(
        "Your notes",
        [new TextBlock("Notes are kept for you alone.")],
        [new SubmitAction("Open my notes", "notes", new JsonObject { ["question"] = 1 }) { OpensDialog = true, SendsInputs = false }]);

    private static AdaptiveCard First { get; } = Card(
        "Question 1",
        [
            new TextBlock("What is the plan of the partnership? " + string.Join(' ', Enumerable.Repeat("A long page scrolls inside the dialog.", 30))),
            new TextInput("note", "Your note") { IsMultiline = true, MaxLength = 500, IsRequired = true, ErrorMessage = "Write a few words" },
        ],
        [
            new SubmitAction("Keep my note", "keep") { Style = ActionStyle.Positive },
            new SubmitAction("Say goodbye", "bye") { SendsInputs = false },
            new SubmitAction("Close without keeping", "close") { SendsInputs = false },
            new SubmitAction("Break on purpose", "crash") { SendsInputs = false },
        ]);

    public static IResult Answer(JsonNode activity)
    {
        var data = activity["value"]!["data"]!;
        return (string?)data["verb"] switch
        {
            "notes" => Page("Notes on question 1", First),
            "keep" => Page("Kept", Card("Kept", [new TextBlock($"Your note: {CardParts.Plain((string)data["note"]!)}")], [])),
            "bye" => Results.Json(new { task = new { type = "message", value = "Goodbye from the toy." } }),
            "close" => Results.Ok(),
            _ => Results.StatusCode(500),
        };
    }

    private static IResult Page(string title, AdaptiveCard card) => Results.Json(new
    {
        task = new
        {
            type = "continue",
            value = new { title, width = "medium", card = new { contentType = AdaptiveCard.ContentType, content = JsonNode.Parse(card.ToUtf8Json().Span) } },
        },
    });

    private static AdaptiveCard Card(string heading, IReadOnlyList<CardElement> body, IReadOnlyList<CardAction> actions) =>
        new() { FallbackText = heading, Summary = heading, Body = [CardParts.Heading(heading), .. body], Actions = actions };
}
