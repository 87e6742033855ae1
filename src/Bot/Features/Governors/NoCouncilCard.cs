using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Knowledge.Records;
using Bot.Trusts;
using Bot.Turns;

namespace Bot.Features.Governors;

/// <summary>Says that a trust has no council of governors, and what can be done instead.</summary>
internal static class NoCouncilCard
{
    public static AdaptiveCard Of(TrustSubject trust, string sentence)
    {
        var text = $"{trust.Name} is not a foundation trust. By law only foundation trusts have a council of governors, so there is no council meeting to prepare.";
        const string instead = "You can still read the 8 questions. If you act for another trust, choose it. What you noted for other trusts is kept.";
        return new AdaptiveCard
        {
            Body =
            [
                CardParts.Heading("No council of governors"),
                new TextBlock(text),
                new TextBlock(instead),
                new ActionSet(
                [
                    Article("Trusts without governors", "nhs-trust-no-governors"),
                    Article("Read the 8 questions", "eight-questions"),
                    OwnTrustCard.Another("Choose another trust", sentence),
                ]),
            ],
            FallbackText = $"{text} {instead}",
            Summary = text,
        };
    }

    public static AdaptiveCard Plain(string heading, string text) =>
        new() { Body = [CardParts.Heading(heading), new TextBlock(text)], FallbackText = text, Summary = text };

    private static ExecuteAction Article(string title, string id) => new(title, Verbs.Answer, new JsonObject { ["article"] = id }) { SendsInputs = false };
}
