namespace Bot.Storage.Governors;

public enum NoteStatus
{
    Asked,
    Answered,
    Concern,
}

/// <summary>What a person noted on one question at one meeting.</summary>
public sealed record MeetingNote
{
    public required string Trust { get; init; }

    public required DateOnly Meeting { get; init; }

    public required int Question { get; init; }

    /// <summary>Whom the question was put to.</summary>
    public string PutTo { get; init; } = "";

    /// <summary>The answer received.</summary>
    public string Answer { get; init; } = "";

    public required NoteStatus Status { get; init; }

    public string FollowUp { get; init; } = "";

    public DateOnly? FollowUpOn { get; init; }

    /// <summary>Grows with every change; 0 before it is kept.</summary>
    public long Version { get; init; }

    public DateTimeOffset At { get; init; }
}
