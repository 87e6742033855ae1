using Bot.Cards;
using Bot.Experts;

namespace Bot.Features.Questions;

/// <summary>Declines a postcode and says what to ask with instead.</summary>
internal static class PostcodeCard
{
    public const string Note = "I dropped the postcode and did not keep it. No list of postcodes is held here.";

    private const string Text =
        "I cannot look up a postcode: no list of them is held here, and I did not keep yours. Ask with the name of your town, council or trust instead, such as \"Which footprint is Barnsley in?\".";

    public static AdaptiveCard Of(Person person, IReadOnlyList<Prompt> next, string? note) => NotHeldCard.Of("Postcodes are not held here", Text, person, next, note);
}
