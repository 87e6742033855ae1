using Bot.Cards;
using Bot.Storage.Governors;

namespace Bot.Features.Governors.Walking;

/// <summary>How a question stands, in a word and in a colour that only repeats the word.</summary>
internal static class HowItStands
{
    public static string Of(MeetingNote? note) => note?.Status switch
    {
        NoteStatus.Asked => "Asked",
        NoteStatus.Answered => "Answered",
        NoteStatus.Concern => "Concern",
        _ => "Open",
    };

    public static TextColor Color(MeetingNote? note) => note?.Status switch
    {
        NoteStatus.Answered => TextColor.Good,
        NoteStatus.Concern => TextColor.Attention,
        _ => TextColor.Default,
    };

    /// <summary>With the meeting, and with what stood before where that says more.</summary>
    public static string Words(Workspace workspace, int question)
    {
        if (workspace.Current(question) is { } note) return $"{Of(note)}, {SpokenDate.Words(note.Meeting)}";
        return workspace.Before(question) is { } last ? $"Open. Last time: {Of(last).ToLowerInvariant()}, {SpokenDate.Words(last.Meeting)}" : "Open";
    }
}
