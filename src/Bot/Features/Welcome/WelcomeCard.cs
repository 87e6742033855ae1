using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Experts;
using Bot.Turns;

namespace Bot.Features.Welcome;

/// <summary>What the guide is for, what it keeps, whom to ask; with four things to try.</summary>
internal static class WelcomeCard
{
    private const string Intro =
        "I answer questions about integrated care systems (ICSs) in England, the sustainability and transformation partnerships (STPs) they grew from, and what became of both.";

    private const string Keeps =
        "Every answer shows its date and its sources. I select sentences that were written and checked beforehand: no generative AI. "
        + "Questions that I cannot answer are kept for 30 days without your name, so that the guide can be improved. Do not send personal details about patients.";

    private static readonly string[] OnButtons = ["What is an ICS?", "How many integrated care boards are there now?", "What are the eight questions for governors?"];

    public static AdaptiveCard Of(Person person) => new()
    {
        Body =
        [
            CardParts.Heading("Welcome to ICS Guide"),
            new TextBlock(Intro),
            new TextBlock("You can ask in your own words, for example:"),
            new TextBlock("- What is an ICS?\n- Which footprint is Barnsley in?\n- Who decides in an STP?\n- What are the eight questions for governors?") { Spacing = Spacing.Small },
            new TextBlock(Keeps),
            new TextBlock($"If I do not know, I say so. {person.Sentence}"),
            new ActionSet(
            [
                Try("The eight questions", "eight-questions"),
                Try("What an ICS is", "ics"),
                Try("How many there are", "count-now"),
                Try("About this guide", "about-bot"),
            ]),
        ],
        FallbackText = $"{Intro} {Keeps} {person.Sentence}",
        Summary = $"Welcome to ICS Guide. {Intro}",
        Suggestions = [.. Starters.All.Where(s => !OnButtons.Contains(s.Prompt)).Take(3).Select(s => s.Prompt)],
    };

    private static ExecuteAction Try(string title, string article) =>
        new(title, Verbs.Answer, new JsonObject { ["article"] = article }) { SendsInputs = false };
}
