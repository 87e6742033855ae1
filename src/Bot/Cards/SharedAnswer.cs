namespace Bot.Cards;

/// <summary>An answer that can stand in somebody else's message.</summary>
/// <param name="Key">Finds it again: an article's id, or what was asked of the records.</param>
/// <param name="Heading">For a list.</param>
/// <param name="Dates">How old it is, in words.</param>
/// <param name="Text">Its first sentences.</param>
/// <param name="Card">Without buttons that only work in a chat with the guide.</param>
public sealed record SharedAnswer(string Key, string Heading, string Dates, string Text, AdaptiveCard Card);

/// <summary>What came of reading somebody's words: answers, or two or three to choose from, or a card that says no.</summary>
/// <param name="Answers">None where the card says no.</param>
/// <param name="IsChoice">The answers are offered to choose from: which was meant is not sure.</param>
/// <param name="Refusal">Says that it is not covered, and whom to ask.</param>
public sealed record SharedReading(IReadOnlyList<SharedAnswer> Answers, bool IsChoice, AdaptiveCard Refusal);
