using System.Text.Json.Nodes;
using Bot.Cards;

namespace Bot.Features.Compose;

/// <summary>Cards of the dialogs: an answer to insert, a choice, the list of kept answers.</summary>
internal static class ComposeDialogs
{
    public const string Insert = "insert", Show = "show", Remove = "remove";

    private const string AddressAbove = "The answer is for the message that you chose. I read it once and kept nothing of it.";

    public static AdaptiveCard Of(SharedReading reading) => reading switch
    {
        { Answers.Count: 0 } => reading.Refusal,
        { IsChoice: true } => Choice(reading.Answers),
        _ => Answered(reading.Answers),
    };

    /// <summary>One answer after the other, each with its own button.</summary>
    public static AdaptiveCard Answered(IReadOnlyList<SharedAnswer> answers) => new()
    {
        Body = [.. answers.SelectMany(Insertable), CardParts.Subtle(AddressAbove)],
        FallbackText = string.Join("\n\n", answers.Select(a => a.Card.FallbackText)),
        Summary = answers[0].Card.Summary,
    };

    public static AdaptiveCard Choice(IReadOnlyList<SharedAnswer> answers) => Card(
        "Choose what is meant", "I am not sure which of these the message is about.",
        [new ActionSet([.. answers.Select(answer => Button(answer.Heading, Show, answer))]), CardParts.Subtle(AddressAbove)]);

    public static AdaptiveCard Kept(IReadOnlyList<SharedAnswer> answers) => answers.Count == 0
        ? Card("You have kept no answers", "Press \"Keep this answer\" under an answer in your chat with me. It then stands first when you open ICS Guide under the compose box.", [])
        : Card("Answers that you keep", "They stand first when you open ICS Guide under the compose box.", [.. answers.SelectMany(Kept)]);

    private static IEnumerable<CardElement> Insertable(SharedAnswer answer)
    {
        foreach (var part in answer.Card.Body) yield return part;
        yield return new ActionSet([Button("Insert this answer", Insert, answer)]);
    }

    private static IEnumerable<CardElement> Kept(SharedAnswer answer)
    {
        yield return new TextBlock(answer.Heading) { Weight = TextWeight.Bolder, Separator = true };
        yield return CardParts.Subtle(answer.Dates);
        yield return new ActionSet([Button("Insert this answer", Insert, answer), Button("Remove from kept answers", Remove, answer)]) { Spacing = Spacing.Small };
    }

    private static SubmitAction Button(string title, string verb, SharedAnswer answer) =>
        new(title, verb, new JsonObject { ["answer"] = answer.Key }) { SendsInputs = false };

    private static AdaptiveCard Card(string heading, string text, IReadOnlyList<CardElement> more) => new()
    {
        Body = [CardParts.Heading(heading), new TextBlock(text), .. more],
        FallbackText = $"{heading}. {text}",
        Summary = heading,
    };
}
