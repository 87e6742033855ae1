using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Turns;

namespace Bot.Features.Files;

/// <summary>The kind answer to a dropped file: what became of it, what is possible instead, what never to send.</summary>
internal static class ReceivedFileCard
{
    private const string Heading = "I did not open your file";
    private const string Instead = "I cannot read files. Type a question about what the file says, and I look for a checked answer.";
    private const string Careful = "Never send me a paper that is confidential or under embargo, or one that holds personal details about patients.";

    public static AdaptiveCard Of() => new()
    {
        Body =
        [
            CardParts.Heading(Heading),
            new TextBlock($"I kept nothing of it. {Instead}"),
            new TextBlock(Careful),
            new ActionSet([Show("The eight questions", "eight-questions"), Show("What I keep", "about-privacy")]),
        ],
        FallbackText = $"{Heading}. I kept nothing of it. {Instead} {Careful}",
        Summary = $"{Heading}. {Instead}",
    };

    private static ExecuteAction Show(string title, string article) =>
        new(title, Verbs.Answer, new JsonObject { ["article"] = article }) { SendsInputs = false };
}
