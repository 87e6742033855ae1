namespace Bot.Storage.Governors;

/// <summary>A message that a person asked for.</summary>
public sealed record Reminder
{
    public string Id { get; init; } = "";

    /// <summary>The person's key, see <see cref="PersonKeys"/>.</summary>
    public string Person { get; init; } = "";

    public required string Trust { get; init; }

    /// <summary>Where it was asked for, and where it goes.</summary>
    public required string ConversationId { get; init; }

    public required DateOnly Meeting { get; init; }

    public required DateTimeOffset Due { get; init; }
}
