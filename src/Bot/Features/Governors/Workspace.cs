using Bot.Cards;
using Bot.Knowledge.Records;
using Bot.Storage.Governors;

namespace Bot.Features.Governors;

/// <summary>A governor's desk: the trust, the place in the eight questions, and what was noted.</summary>
/// <param name="Notes">The newest meeting first.</param>
public sealed record Workspace(TrustSubject Trust, Walk? Walk, IReadOnlyList<MeetingNote> Notes)
{
    public DateOnly? Meeting => Walk?.Meeting;

    /// <summary>The note that counts now: of the meeting that is prepared, or the latest where none was named.</summary>
    public MeetingNote? Current(int question) =>
        Notes.FirstOrDefault(note => note.Question == question && (Meeting is null || note.Meeting == Meeting));

    /// <summary>The note from the last meeting before that.</summary>
    public MeetingNote? Before(int question)
    {
        var current = Current(question);
        return Notes.FirstOrDefault(note => note.Question == question && note != current && (Meeting is null || note.Meeting < Meeting));
    }
}

/// <summary>A workspace, or the card that says why there is none yet.</summary>
public abstract record Opened
{
    private Opened()
    {
    }

    public sealed record Ready(Workspace Value) : Opened;

    public sealed record NotYet(AdaptiveCard Card) : Opened;
}
