using Bot.Cards;
using Bot.Experts;

namespace Bot.Features.Questions;

/// <summary>The card that asks which of two or three things was meant.</summary>
internal static class ChoiceCard
{
    /// <summary>Stands on every card that offers a choice.</summary>
    public const string Marker = "None of these?";

    private const string Ask = "I am not sure which of these you mean. Choose one, or ask again in other words.";

    public static AdaptiveCard Of(IReadOnlyList<Prompt> choices, Person person, string heading = "Choose what you mean", string? ask = null, string? note = null)
    {
        List<CardElement> body = [];
        if (note is not null) body.Add(new TextBlock(note) { Weight = TextWeight.Bolder });
        body.Add(CardParts.Heading(heading));
        body.Add(new TextBlock(ask ?? Ask));
        body.AddRange(AnswerCard.Buttons(choices));
        body.Add(CardParts.Subtle($"{Marker} {person.Sentence}"));
        var labels = string.Join("; ", choices.Select(c => c.Label));
        return new AdaptiveCard { Body = body, FallbackText = $"{ask ?? Ask} {labels}", Summary = $"{ask ?? Ask} {labels}" };
    }
}
