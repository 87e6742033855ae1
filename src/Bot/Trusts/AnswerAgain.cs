using Bot.Cards;
using Bot.Turns;

namespace Bot.Trusts;

/// <summary>Answers a question that waited for the trust to be chosen. Choosing is one feature and answering another, and neither may know the other.</summary>
/// <param name="turn">The turn in which the trust was chosen.</param>
/// <param name="question">What was asked before.</param>
/// <param name="note">Said above the answer.</param>
/// <param name="ct">Gives up.</param>
public delegate ValueTask<AdaptiveCard> AnswerAgain(TurnContext turn, string question, string? note, CancellationToken ct);
