using Bot.Activities;

namespace Bot.Proactive;

/// <summary>A message that must arrive, at once or at a time of its own.</summary>
public sealed record OutboxMessage
{
    /// <summary>The same key again is the same message, so that adding it twice sends it once.</summary>
    public required string Key { get; init; }

    /// <summary>What it is for, in a word that an administrator understands, such as "reminder".</summary>
    public required string Kind { get; init; }

    /// <summary>As it came with an activity, thread included.</summary>
    public required string ConversationId { get; init; }

    /// <summary>What to say; whom it is from and where it goes is filled in.</summary>
    public required OutboundActivity Activity { get; init; }

    /// <summary>None: now.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>From then on it is not worth sending. None: three days after it is due.</summary>
    public DateTimeOffset? TooLate { get; init; }
}

public enum OutboxAddition
{
    Added,

    /// <summary>The key was added before; nothing is changed.</summary>
    AlreadyThere,

    /// <summary>The bot is not in this conversation, or was removed from it.</summary>
    UnknownConversation,

    /// <summary>Larger than Teams takes.</summary>
    TooLarge,
}
