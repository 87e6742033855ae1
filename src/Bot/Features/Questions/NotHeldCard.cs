using Bot.Cards;
using Bot.Experts;

namespace Bot.Features.Questions;

/// <summary>The card that says what the records do not hold, and whom to ask.</summary>
internal static class NotHeldCard
{
    public static AdaptiveCard Of(string heading, string text, Person person, IReadOnlyList<Prompt> next, string? note = null)
    {
        List<CardElement> body = [];
        if (note is not null) body.Add(new TextBlock(note) { Weight = TextWeight.Bolder });
        body.AddRange([CardParts.Heading(heading), new TextBlock(text), CardParts.Subtle(person.Sentence)]);
        if (next.Count > 0) body.Add(new ActionSet([.. next.Select(AnswerCard.Button)]));
        return new AdaptiveCard { Body = body, FallbackText = $"{text} {person.Sentence}", Summary = text, IsPersonal = true };
    }
}
