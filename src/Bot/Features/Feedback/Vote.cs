using System.Text.Json.Nodes;
using Bot.Turns;

namespace Bot.Features.Feedback;

/// <summary>What one person says of one answer.</summary>
/// <param name="Subject">The article or record that was shown.</param>
/// <param name="Answer">Ties the vote to this one answer.</param>
/// <param name="Helpful">Whether it helped.</param>
internal sealed record Vote(string Subject, string Answer, bool Helpful)
{
    /// <returns>Null where the button does not say what it is about.</returns>
    public static Vote? Of(CardPress press) =>
        press.Text("subject") is { } subject && press.Text("answer") is { } answer && press.Flag("helpful") is { } helpful
            ? new Vote(subject, answer, helpful)
            : null;

    /// <summary>What a button holds that votes so.</summary>
    public JsonObject Data => new() { ["subject"] = Subject, ["answer"] = Answer, ["helpful"] = Helpful };
}
