namespace Bot.Storage.Governors;

/// <summary>A note as its table has it.</summary>
internal sealed record MeetingNoteRow
{
    // More than any form sends; a text beyond it was refused with words before it came here.
    private const int MostCharacters = 200_000;

    public string Person { get; init; } = "";

    public string Trust { get; init; } = "";

    public string Meeting { get; init; } = "";

    public long Question { get; init; }

    public string PutTo { get; init; } = "";

    public string Answer { get; init; } = "";

    public string Status { get; init; } = "";

    public string FollowUp { get; init; } = "";

    public string FollowUpOn { get; init; } = "";

    public long Version { get; init; }

    public DateTimeOffset At { get; init; }

    public static MeetingNoteRow Of(string person, MeetingNote note, DateTimeOffset at) => new()
    {
        Person = person,
        Trust = Keys.Of(note.Trust),
        Meeting = Days.Write(note.Meeting),
        Question = note.Question,
        PutTo = Keys.Text(note.PutTo, MostCharacters),
        Answer = Keys.Text(note.Answer, MostCharacters),
        Status = note.Status.ToString(),
        FollowUp = Keys.Text(note.FollowUp, MostCharacters),
        FollowUpOn = Days.Write(note.FollowUpOn),
        Version = note.Version,
        At = at,
    };

    public MeetingNote ToNote() => new()
    {
        Trust = Trust,
        Meeting = Days.Read(Meeting) ?? default,
        Question = (int)Question,
        PutTo = PutTo,
        Answer = Answer,
        Status = Enum.TryParse<NoteStatus>(Status, out var status) ? status : NoteStatus.Asked,
        FollowUp = FollowUp,
        FollowUpOn = Days.Read(FollowUpOn),
        Version = Version,
        At = At,
    };
}
