using System.Text.Json.Nodes;
using Bot.Cards;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.LocalChat;

/// <summary>A card whose input asks for names, and a bot that knows three, one of which the card does not hold.</summary>
internal static class ToyNames
{
    private static readonly Choice[] Known =
        [new("Barnsley Hospital", "RFF"), new("Dorset County Hospital", "RBD"), new("Barts Health", "R1H")];

    public static AdaptiveCard Form { get; } = new()
    {
        FallbackText = "Choose your trust.",
        Summary = "Choose your trust",
        Body =
        [
            CardParts.Heading("Choose your trust"),
            new ChoiceSetInput("trust", "Your trust", Known[..2])
            {
                Style = ChoiceStyle.Filtered,
                Dataset = Datasets.Trusts,
                Placeholder = "Type part of its name",
                IsRequired = true,
                ErrorMessage = "Choose a trust from the list",
            },
        ],
        Actions = [new ExecuteAction("Use this trust", "keep", new JsonObject { ["note"] = "chosen" })],
    };

    // As one that mends slips: what it finds need not hold what was typed.
    public static IResult Answer(JsonNode activity)
    {
        var typed = (string)activity["value"]!["queryText"]!;
        var found = typed switch { "" => Known, "barnsly" => Known[..1], "bar" => [Known[0], Known[2]], _ => [] };
        return Results.Json(new
        {
            statusCode = 200,
            type = "application/vnd.microsoft.search.searchResponse",
            value = new { results = found.Select(c => new { title = c.Title, value = c.Value }) },
        });
    }
}
