namespace Bot.Activities;

/// <summary>What the meeting is, where it talks and who called it.</summary>
public sealed record MeetingDetails
{
    public Meeting? Details { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public ConversationMember? Organizer { get; init; }
}

public sealed record Meeting
{
    public string? Id { get; init; }
    public string? Title { get; init; }
    public string? Type { get; init; }
    public DateTimeOffset? ScheduledStartTime { get; init; }
    public DateTimeOffset? ScheduledEndTime { get; init; }
    public string? JoinUrl { get; init; }
}

/// <summary>Somebody in a meeting, and as what.</summary>
public sealed record MeetingParticipant
{
    public ConversationMember? User { get; init; }
    public MeetingRole? Meeting { get; init; }
    public ConversationAccount? Conversation { get; init; }
}

public sealed record MeetingRole
{
    /// <summary>Organizer, Presenter or Attendee.</summary>
    public string? Role { get; init; }

    public bool? InMeeting { get; init; }
}
