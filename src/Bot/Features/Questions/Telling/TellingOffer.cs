using System.Text.Json.Nodes;
using Bot.Cards;

namespace Bot.Features.Questions.Telling;

/// <summary>What a refusal offers: to be told when there is an answer.</summary>
/// <param name="AnswerId">Of the refusal, by which the question is found again.</param>
/// <param name="Days">How long the question is kept.</param>
internal sealed record TellingOffer(string AnswerId, int Days)
{
    public const string Verb = "tell-me", GiveUpVerb = "tell-me-not";

    public string Words => $"If this guide gets an answer within {Period(Days)}, I can tell you once, here. Until then I keep your question.";

    public ExecuteAction Button => new("Tell me when it is answered", Verb, new JsonObject { ["answer"] = AnswerId }) { SendsInputs = false };

    public static string Period(int days) => days == 1 ? "1 day" : $"{days} days";
}
