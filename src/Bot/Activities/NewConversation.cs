namespace Bot.Activities;

/// <summary>A conversation that was opened.</summary>
public sealed record NewConversation
{
    public string? Id { get; init; }

    /// <summary>The first message of a channel thread; none in a personal chat.</summary>
    public string? ActivityId { get; init; }

    public string? ServiceUrl { get; init; }
}
