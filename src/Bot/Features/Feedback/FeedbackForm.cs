using System.Text.Json;
using Bot.Cards;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Feedback;

/// <summary>The dialog that asks what was wrong with an answer, or what was good.</summary>
internal static class FeedbackForm
{
    private const string ReasonsId = "reasons", WordsId = "words";
    private const int MostWords = 500;

    private const string Keeps =
        "What you write is kept for as long as unanswered questions, without your name. Do not write personal details about patients.";

    private const string DroppedToo = " I dropped personal details from what you wrote and did not keep them.";

    private static readonly Choice[] Reasons =
    [
        new("It is wrong or out of date", "wrong"),
        new("It does not answer my question", "other"),
        new("It is hard to understand", "unclear"),
        new("The sources do not help", "sources"),
    ];

    public static TurnResult Of(Vote vote)
    {
        var title = vote.Helpful ? "What helped" : "What was wrong";
        List<CardElement> body = [CardParts.Heading(vote.Helpful ? "Say what helped" : "Say what was wrong")];
        if (!vote.Helpful) body.Add(new ChoiceSetInput(ReasonsId, "Choose any that fit", Reasons) { IsMultiSelect = true, Style = ChoiceStyle.Expanded });
        body.Add(new TextInput(WordsId, "In your own words (optional)") { IsMultiline = true, MaxLength = MostWords });
        body.Add(CardParts.Subtle(Keeps));
        return new TurnResult.Dialog(title, new AdaptiveCard
        {
            Body = body,
            Actions = [new SubmitAction("Send feedback", Verbs.FeedbackWords, vote.Data) { Style = ActionStyle.Positive }],
            FallbackText = title,
            Summary = title,
        });
    }

    /// <summary>All that was chosen and written, as one line; empty where nothing was.</summary>
    public static string Words(JsonElement form)
    {
        if (form.ValueKind != JsonValueKind.Object) return "";
        var chosen = Text(form, ReasonsId).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var reasons = Reasons.Where(r => chosen.Contains(r.Value)).Select(r => r.Title);

        // "feedbackText" is what the form of Teams itself sends.
        var written = new[] { Text(form, WordsId), Text(form, "feedbackText") }.Select(w => w.Length > MostWords ? w[..MostWords] : w).Where(w => w.Length > 0);
        return string.Join(". ", reasons.Concat(written));
    }

    public static string Thanks(string words) =>
        "Thank you. Your feedback is noted." + (PersonalDetails.Drop(words).Found == PersonalDetailKinds.None ? "" : DroppedToo);

    private static string Text(JsonElement form, string name) =>
        form.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";
}
