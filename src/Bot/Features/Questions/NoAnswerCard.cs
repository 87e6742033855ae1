using Bot.Cards;
using Bot.Experts;
using Bot.Features.Questions.Telling;

namespace Bot.Features.Questions;

/// <summary>The card that says no: that it is not covered, why, whom to ask, and what can be asked instead. It states no fact.</summary>
internal static class NoAnswerCard
{
    /// <summary>An answer that is not shown for now is no gap in what is covered.</summary>
    public const string TakenBack = "The answer to this was taken back and is being checked.";

    private const string Unknown = "That is not covered here, so I do not know the answer.";

    private const string Covers =
        "I only answer questions about the areas and partnerships that plan health and care in England, and about governors' questions on them.";

    public static AdaptiveCard Of(Person person, IReadOnlyList<Prompt> instead, string? why = null, string? note = null, TellingOffer? offer = null)
    {
        var said = why == TakenBack ? TakenBack : $"{why ?? Unknown} {Covers}";
        List<CardElement> body = [];
        if (note is not null) body.Add(new TextBlock(note) { Weight = TextWeight.Bolder });
        body.Add(CardParts.Heading(why == TakenBack ? "Answer taken back for now" : "Not covered in this guide"));
        body.Add(new TextBlock(said));
        body.Add(new TextBlock($"{person.Sentence} For care or advice about your health, contact your GP practice or NHS 111. In an emergency call 999."));
        if (offer is not null) body.Add(new TextBlock(offer.Words));
        List<CardAction> actions = [.. instead.Select(AnswerCard.Button)];
        if (person.Link is { } link) actions.Add(new OpenUrlAction("Contact a person", link));
        if (offer is not null) actions.Add(offer.Button);
        if (actions.Count > 0) body.Add(new ActionSet(actions));
        return new AdaptiveCard
        {
            Body = body,
            FallbackText = $"{said} {person.Sentence}",
            Summary = $"{why ?? Unknown} {person.Sentence}",
            IsPersonal = true,
        };
    }
}
