using Bot.Cards;
using Bot.Turns;

namespace Bot.Trusts;

/// <summary>Shows an article for the trust of a person who is going through the eight questions. Answering is one feature and the walk another.</summary>
/// <param name="turn">The turn in which it was asked.</param>
/// <param name="article">Id of the article that answers.</param>
/// <param name="note">Said above the answer.</param>
/// <param name="ct">Gives up.</param>
/// <returns>Null where the article is shown as to everyone.</returns>
public delegate ValueTask<AdaptiveCard?> ForOwnTrust(TurnContext turn, string article, string? note, CancellationToken ct);
