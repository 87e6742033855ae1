using Bot.Cards;

namespace Bot.Features.Feedback;

/// <summary>Takes the place of an old answer that the guide does not hold any more.</summary>
internal static class GoneCard
{
    private const string Words = "This answer is no longer in the guide. Ask your question again in words.";

    public static AdaptiveCard Value { get; } = new() { Body = [CardParts.Heading("Answer withdrawn"), new TextBlock(Words)], FallbackText = Words, Summary = Words };
}
