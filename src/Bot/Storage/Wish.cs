namespace Bot.Storage;

/// <summary>A question without an answer, of which somebody wants to be told when there is one.</summary>
public sealed record Wish
{
    public string Id { get; init; } = "";

    public required string ConversationId { get; init; }

    public required string Question { get; init; }

    /// <summary>The state of the knowledge base that last had no answer.</summary>
    public required string HeldAgainst { get; init; }

    public DateTimeOffset At { get; init; }
}
