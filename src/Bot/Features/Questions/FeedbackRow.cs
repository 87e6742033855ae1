using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Turns;

namespace Bot.Features.Questions;

/// <summary>The foot of an answer: whether it helped, a person to ask, the answer as text, and why it was given.</summary>
internal static class FeedbackRow
{
    /// <param name="facts">Of the answer.</param>
    /// <param name="answerId">Ties votes to this answer.</param>
    /// <param name="reader">Set where others read it too, and this person may have voted.</param>
    /// <param name="whyId">The element that says why; null where there is none.</param>
    public static IEnumerable<CardElement> Of(AnswerFacts facts, string answerId, Audience? reader, string? whyId)
    {
        var helpful = reader?.Helpful;
        yield return new TextBlock(Words(helpful)) { Size = TextSize.Small, Separator = true, Spacing = Spacing.Medium };
        List<CardAction> actions = [.. Votes(helpful, voted => Data(facts, answerId, reader, voted)), new ExecuteAction("Ask a person", Verbs.Person) { SendsInputs = false }];
        // What could not be drawn again is not kept either.
        if (facts.Origin.Count > 0) actions.Add(new ExecuteAction("Keep this answer", Verbs.Keep, new JsonObject { ["answer"] = facts.Subject }) { SendsInputs = false });
        if (facts.Copy is { } copy) actions.Add(AnswerCard.Button(copy));
        if (whyId is not null) actions.Add(new ToggleVisibilityAction("Why this answer?", [new VisibilityTarget(whyId)]));
        yield return new ActionSet(actions) { Spacing = Spacing.Small };
    }

    private static string Words(bool? helpful) => helpful switch
    {
        true => "You said that this helped. Only you see this.",
        false => "You said that this did not help. Only you see this.",
        null => "Was this helpful?",
    };

    private static IEnumerable<CardAction> Votes(bool? helpful, Func<bool, JsonObject> data)
    {
        if (helpful == false) yield return new SubmitAction("Tell us what was wrong", Verbs.FeedbackWords, data(false)) { OpensDialog = true, SendsInputs = false };
        if (helpful != true) yield return new ExecuteAction(helpful is null ? "Yes, it helped" : "It did help", Verbs.Feedback, data(true)) { SendsInputs = false };
        if (helpful != false) yield return new ExecuteAction(helpful is null ? "No, it did not" : "It did not help", Verbs.Feedback, data(false)) { SendsInputs = false };
    }

    // Where others read it too, a vote is answered with the card itself, which needs to know what it shows.
    private static JsonObject Data(AnswerFacts facts, string answerId, Audience? reader, bool helpful)
    {
        var data = reader is { IsShared: true } ? AnswerMark.Data(facts, answerId) : new JsonObject { ["subject"] = facts.Subject, ["answer"] = answerId };
        data["helpful"] = helpful;
        return data;
    }
}
