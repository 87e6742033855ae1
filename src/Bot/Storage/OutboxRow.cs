namespace Bot.Storage;

/// <summary>A message that must arrive.</summary>
public sealed record OutboxRow
{
    public required string Id { get; init; }

    /// <summary>Given by whoever adds it: the same key again is the same message.</summary>
    public required string MessageKey { get; init; }

    /// <summary>What it is for, such as "reminder"; never holds what it says.</summary>
    public required string Kind { get; init; }

    /// <summary>Where it goes, thread included.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The final activity as JSON; null once it is sent, or where nobody will ever be sent it.</summary>
    public string? Body { get; init; }

    public required DateTimeOffset Due { get; init; }

    /// <summary>From then on it is not worth sending.</summary>
    public required DateTimeOffset TooLate { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How often it was tried, the try now under way included.</summary>
    public long Attempts { get; init; }
}

/// <summary>A message that could not be sent, without what it says.</summary>
public sealed record DeadLetter
{
    public string Id { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Reason { get; init; } = "";

    public long Attempts { get; init; }

    public DateTimeOffset Due { get; init; }

    /// <summary>Whether it can be tried again: the text is still there.</summary>
    public bool IsKept { get; init; }
}

public sealed record OutboxCount
{
    /// <summary>waiting, sending, sent or dead.</summary>
    public string State { get; init; } = "";

    public long Messages { get; init; }
}
