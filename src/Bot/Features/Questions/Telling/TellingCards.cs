using System.Text.Json.Nodes;
using Bot.Cards;

namespace Bot.Features.Questions.Telling;

internal static class TellingCards
{
    /// <summary>The wish is kept: until when, how, and how to take it back.</summary>
    public static AdaptiveCard Kept(string id, string question, DateOnly until)
    {
        var words = $"I will tell you here, once, if this guide gets an answer by {ArticleReply.Day(until)}. After that day I delete your question and cannot tell you any more; then ask again.";
        const string keeps = "Your question is kept with a keyed hash of your Teams id, not with your name. Editors of the guide see the question without knowing whose it is.";
        return new AdaptiveCard
        {
            Body =
            [
                CardParts.Heading("I will tell you"), new TextBlock($"Your question: {CardParts.Plain(question)}"), new TextBlock(words), CardParts.Subtle(keeps),
                new ActionSet([new ExecuteAction("Do not tell me", TellingOffer.GiveUpVerb, new JsonObject { ["wish"] = id }) { SendsInputs = false }]),
            ],
            FallbackText = $"{words} {keeps}",
            Summary = "I will tell you when your question is answered.",
            IsPersonal = true,
        };
    }

    /// <summary>Said above the answer when it comes.</summary>
    public static string Note(string question, DateOnly asked) => $"You asked on {ArticleReply.Day(asked)}: \"{CardParts.Plain(question)}\". This guide can answer it now.";
}
