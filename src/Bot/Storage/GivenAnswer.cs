namespace Bot.Storage;

/// <summary>One message of ours that answered a message.</summary>
public sealed record GivenAnswer
{
    public required string ConversationId { get; init; }

    /// <summary>The message that was answered.</summary>
    public required string QuestionId { get; init; }

    /// <summary>A message that asks several things is answered by several messages.</summary>
    public long Position { get; init; }

    /// <summary>Our message, as the channel names it.</summary>
    public required string AnswerId { get; init; }

    /// <summary>The article or record that was shown; empty where a vote on it would say nothing.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What a vote on this message counts for.</summary>
    public string Vote { get; init; } = "";

    public required DateTimeOffset At { get; init; }
}
