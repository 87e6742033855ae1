namespace Bot.Activities;

/// <summary>What became of a question to the connector: a value, never an exception.</summary>
/// <param name="Outcome">Delivered where <paramref name="Value"/> is there; Gone for somebody who is not a member.</param>
public sealed record Fetched<T>(DeliveryOutcome Outcome, int Status, T? Value, string? Code = null, TimeSpan? RetryAfter = null)
    where T : class;
