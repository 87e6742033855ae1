namespace Bot.Activities;

/// <summary>Who sent an activity: let in, or refused.</summary>
/// <param name="Refusal">Null where the caller may come in.</param>
/// <param name="ServiceUrl">Where replies may go; null where nowhere.</param>
/// <param name="NoAddress">What to answer where replies would have to go somewhere and may not.</param>
public readonly record struct Caller(Refusal? Refusal, Uri? ServiceUrl = null, Refusal? NoAddress = null);
