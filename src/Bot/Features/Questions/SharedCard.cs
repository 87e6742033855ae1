using Bot.Cards;

namespace Bot.Features.Questions;

/// <summary>An answer for somebody else's message: its dates and sources stay, and only buttons that need no bot.</summary>
internal static class SharedCard
{
    private const string From = "From ICS Guide. Written and checked beforehand, not generated.";

    public static AdaptiveCard Of(Reply reply)
    {
        List<CardElement> body = [CardParts.Heading(reply.Heading), new TextBlock(reply.Short)];
        body.AddRange(AnswerCard.Middle(reply));
        body.Add(AnswerCard.Provenance(reply));
        body.Add(CardParts.Subtle(From));
        return new AdaptiveCard { Body = body, FallbackText = $"{AnswerCard.Plain(reply)}\n{From}", Summary = $"{reply.Heading}. {reply.Short}" };
    }
}
