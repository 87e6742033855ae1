namespace Bot.Turns;

/// <summary>What somebody asked to be given an answer. Votes are one feature and questions another, and neither may know the other.</summary>
/// <param name="turn">A turn of who asked.</param>
/// <param name="answerId">Of the answer.</param>
/// <param name="ct">Gives up.</param>
/// <returns>Null where it is not this person's latest question any more.</returns>
public delegate ValueTask<string?> AskedText(TurnContext turn, string answerId, CancellationToken ct);
