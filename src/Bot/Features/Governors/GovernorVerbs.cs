namespace Bot.Features.Governors;

/// <summary>Verbs of the buttons on the cards of the governors' workspace.</summary>
internal static class GovernorVerbs
{
    public const string All = "walk-all";
    public const string NoteOpen = "note-open";
    public const string NoteSave = "note-save";
    public const string NoteDelete = "note-delete";
    public const string StillOpen = "still-open";
    public const string Pack = "pack";
    public const string ReminderKeep = "reminder-keep";
    public const string ReminderDrop = "reminder-drop";
    public const string ReminderCancel = "reminder-cancel";
}
