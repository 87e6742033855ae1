namespace Bot.Storage.Governors;

/// <summary>Where a person is in the eight questions for a trust.</summary>
public sealed record Walk
{
    public required string Trust { get; init; }

    /// <summary>The question that was last looked at, 1 to 8.</summary>
    public required int Question { get; init; }

    /// <summary>The meeting that is prepared; null where none was named.</summary>
    public DateOnly? Meeting { get; init; }

    public DateTimeOffset At { get; init; }
}
