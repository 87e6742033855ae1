using Bot.Cards;
using Bot.Experts;

namespace Bot.Features.Questions;

/// <summary>A brief, friendly reply to a greeting or thanks, that does not pretend to be a person.</summary>
internal static class SmallTalkCard
{
    private const string Said =
        "Hello. I am a guide, not a person. I answer questions about the areas that plan health and care in England. Small talk is not covered here.";

    public static AdaptiveCard Of(Person person, IReadOnlyList<Prompt> prompts, string? note = null) => new()
    {
        Body =
        [
            .. Note(note),
            CardParts.Heading("ICS Guide"),
            new TextBlock($"{Said} For anything else, {person.Clause}."),
            new ActionSet([.. prompts.Select(AnswerCard.Button)]),
        ],
        FallbackText = Said,
        Summary = Said,
        IsPersonal = true,
    };

    private static IEnumerable<CardElement> Note(string? note) =>
        note is null ? [] : [new TextBlock(note) { Weight = TextWeight.Bolder }];
}
