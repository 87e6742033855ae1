using Bot.Cards;

namespace Bot.Turns;

/// <summary>Draws an answer again for one person. Taking a vote is one feature and drawing answers another, and neither may know the other.</summary>
/// <param name="turn">The turn of the person who looks.</param>
/// <param name="press">What the card says of itself.</param>
/// <param name="helpful">What this person said of it; null where nothing.</param>
/// <returns>Null where what was shown is no longer held.</returns>
public delegate AdaptiveCard? AnswerView(TurnContext turn, CardPress press, bool? helpful);
