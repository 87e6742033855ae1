using Answers;
using Bot.Cards;
using Bot.Experts;

namespace Bot.Features.Questions;

/// <summary>Declines a postcode and says what to ask with instead.</summary>
internal static class PostcodeCard
{
    public const string Note = "I dropped the postcode and did not keep it. No list of postcodes is held here.";

    private const string Text =
        "I cannot look up a postcode: no list of them is held here, and I did not keep yours. Ask with the name of your town, council or trust instead, such as \"Which footprint is Barnsley in?\".";

    private const string PartText =
        "I cannot look up a postcode or a part of one: no list of them is held here. Ask with the name of your town, council or trust instead, such as \"Which footprint is Barnsley in?\".";

    /// <summary>"What footprint is my postcode?": the word, without one.</summary>
    public static bool IsAskedFor(Outcome outcome) =>
        outcome is not Answered && outcome.Reasons.Question is { Mentions.Count: 0 } question && question.Words.Any(w => w is "postcode" or "postcodes");

    /// <summary>For the first half alone, which points to nobody and was kept like any other word.</summary>
    public static AdaptiveCard OfPart(Person person, IReadOnlyList<Prompt> next, string? note) => NotHeldCard.Of("Postcodes are not held here", PartText, person, next, note);

    public static AdaptiveCard Of(Person person, IReadOnlyList<Prompt> next, string? note) => NotHeldCard.Of("Postcodes are not held here", Text, person, next, note);
}
