using System.Globalization;
using System.Text.Json;
using Bot.Cards;
using Bot.Storage;
using Bot.Storage.Governors;
using Bot.Turns;

namespace Bot.Features.Governors.Recording;

/// <summary>What was typed into the form of a note, as it came; read warily, because it comes from outside.</summary>
internal sealed record NoteForm
{
    /// <summary>An answer beyond this is kept whole, but edited by adding to it: a card cannot carry it to and fro.</summary>
    public const int MostInForm = 4_000;

    /// <summary>Beyond this nobody typed it, and nothing is kept.</summary>
    public const int MostCharacters = 100_000;

    /// <summary>An answer beyond this is not sent back with a form.</summary>
    public const int MostSentBack = 15_000;

    private const int MostLine = 500;

    public string PutTo { get; init; } = "";

    public string Answer { get; init; } = "";

    public string Status { get; init; } = "";

    public string FollowUp { get; init; } = "";

    public string FollowUpOn { get; init; } = "";

    public string Meeting { get; init; } = "";

    /// <summary>Of the note that the form was opened with; 0 for a new one.</summary>
    public long Version { get; init; }

    /// <summary>The meeting of that note.</summary>
    public string OldMeeting { get; init; } = "";

    /// <summary>The follow-up date of that note: it may lie in the past by now.</summary>
    public string OldFollowUpOn { get; init; } = "";

    /// <summary>The answer that is kept is too long for the field, so what is typed is added to it.</summary>
    public bool Adds { get; init; }

    /// <summary>Personal details were taken out of what was typed.</summary>
    public bool IsCleaned { get; init; }

    public static NoteForm Read(CardPress press)
    {
        var raw = new NoteForm
        {
            PutTo = Text(press, "putTo"),
            Answer = Text(press, "answer"),
            Status = Text(press, "status"),
            FollowUp = Text(press, "followUp"),
            FollowUpOn = Text(press, "followUpOn"),
            Meeting = Text(press, "meeting"),
            OldMeeting = Text(press, "oldMeeting"),
            OldFollowUpOn = Text(press, "oldFollowUpOn"),
            Adds = press.Flag("adds") ?? false,
            Version = long.TryParse(Text(press, "version"), out var version) && version > 0 ? version : 0,
        };
        var (putTo, answer, followUp) = (PersonalDetails.Drop(raw.PutTo), PersonalDetails.Drop(raw.Answer), PersonalDetails.Drop(raw.FollowUp));
        return raw with
        {
            PutTo = putTo.Text,
            Answer = answer.Text,
            FollowUp = followUp.Text,
            IsCleaned = (putTo.Found | answer.Found | followUp.Found) != PersonalDetailKinds.None,
        };
    }

    public static NoteForm Of(MeetingNote note) => new()
    {
        PutTo = note.PutTo,
        Answer = note.Answer.Length > MostInForm ? "" : note.Answer,
        Status = note.Status.ToString(),
        FollowUp = note.FollowUp,
        FollowUpOn = note.FollowUpOn is { } on ? Day(on) : "",
        Meeting = Day(note.Meeting),
        OldMeeting = Day(note.Meeting),
        Version = note.Version,
        OldFollowUpOn = note.FollowUpOn is { } before ? Day(before) : "",
        Adds = note.Answer.Length > MostInForm,
    };

    /// <returns>What is wrong with it, in words; null where it can be kept.</returns>
    public string? Problem(DateOnly today)
    {
        if (Answer.Length > MostCharacters) return $"The answer has {Answer.Length:N0} characters. Up to {MostCharacters:N0} can be kept. Nothing was kept: shorten it and save again.";
        if (PutTo.Length > MostLine || FollowUp.Length > MostLine) return $"\"Whom you put it to\" and \"Follow-up\" take up to {MostLine} characters each. Put longer text into the answer.";
        if (DateInput.Read(Meeting) is not { } meeting) return "Choose the date of the meeting.";
        if (!IsNear(meeting, today)) return $"{SpokenDate.Words(meeting)} is too far away. Check the date of the meeting.";
        if (!Enum.TryParse<NoteStatus>(Status, out var status) || !Enum.IsDefined(status)) return "Choose how the question stands.";
        if (FollowUpOn.Length == 0) return null;
        if (DateInput.Read(FollowUpOn) is not { } on) return "I could not read the date of the follow-up.";
        return on < today && FollowUpOn != OldFollowUpOn ? $"The follow-up on {SpokenDate.Words(on)} is in the past. Choose today or a later day, or leave it empty." : null;
    }

    /// <summary>A text that a form cannot carry back is kept at once: what is wrong beside it is left out, and said.</summary>
    public NoteForm Mended(DateOnly meeting, DateOnly today) => this with
    {
        PutTo = PutTo.Length > MostLine ? "" : PutTo,
        FollowUp = FollowUp.Length > MostLine ? "" : FollowUp,
        Meeting = DateInput.Read(Meeting) is { } day && IsNear(day, today) ? Meeting : Day(meeting),
        Status = Enum.TryParse<NoteStatus>(Status, out var status) && Enum.IsDefined(status) ? Status : nameof(NoteStatus.Asked),
        FollowUpOn = "",
    };

    /// <summary>Only after <see cref="Problem"/> found none.</summary>
    public MeetingNote ToNote(string trust, int question) => new()
    {
        Trust = trust,
        Question = question,
        Meeting = DateInput.Read(Meeting)!.Value,
        PutTo = PutTo.Trim(),
        Answer = Answer.Trim(),
        Status = Enum.Parse<NoteStatus>(Status),
        FollowUp = FollowUp.Trim(),
        FollowUpOn = DateInput.Read(FollowUpOn),
        Version = Version,
    };

    /// <summary>As the form's date fields send it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsNear(DateOnly meeting, DateOnly today) => meeting <= today.AddYears(3) && meeting >= today.AddYears(-10);

    private static string Text(CardPress press, string name) =>
        press.Data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
