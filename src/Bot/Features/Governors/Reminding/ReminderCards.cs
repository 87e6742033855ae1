using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Features.Governors.Recording;
using Bot.Knowledge;
using Bot.Storage.Governors;

namespace Bot.Features.Governors.Reminding;

/// <summary>Cards around reminders: the question before one is kept, the list, and the reminder itself.</summary>
internal static class ReminderCards
{
    /// <summary>Nothing is kept before the person has said yes to the exact day.</summary>
    public static AdaptiveCard Confirm(Workspace workspace, DateOnly day, DateOnly meeting, bool yearWasGuessed)
    {
        var which = day == meeting ? "" : $", before the meeting on {SpokenDate.Words(meeting)}";
        var text = $"I will write to you here on {day:dddd} {SpokenDate.Words(day)} at {ReminderTime.Words}{which}, with what is open then for {workspace.Trust.Trust.ShortName}.";
        var guessed = yearWasGuessed ? $" You gave no year, so I took {(day == meeting ? day : meeting).Year}." : "";
        var data = new JsonObject { ["trust"] = workspace.Trust.Trust.Code, ["day"] = NoteForm.Day(day), ["meeting"] = NoteForm.Day(meeting) };
        return Card("Reminder: is this right", $"{text}{guessed}",
            new ExecuteAction("Yes, remind me", GovernorVerbs.ReminderKeep, data) { SendsInputs = false, Style = ActionStyle.Positive },
            new ExecuteAction("No, do not", GovernorVerbs.ReminderDrop) { SendsInputs = false });
    }

    public static AdaptiveCard Kept(Workspace workspace, DateOnly day, DateOnly meeting) => Card(
        "Reminder set", $"I will write to you on {SpokenDate.Words(day)} at {ReminderTime.Words} about the meeting on {SpokenDate.Words(meeting)} for {workspace.Trust.Trust.ShortName}. Say \"my reminders\" to see or cancel it.");

    public static AdaptiveCard Listed(IReadOnlyList<Reminder> reminders, KnowledgeSnapshot snapshot)
    {
        if (reminders.Count == 0) return Card("No reminders", "You have no reminders. To set one, say for example: remind me a week before 12 January.");
        List<CardElement> body = [CardParts.Heading("Your reminders")];
        foreach (var reminder in reminders)
        {
            body.Add(new TextBlock(Line(reminder, snapshot)));
            body.Add(new ActionSet([new ExecuteAction($"Cancel the reminder of {SpokenDate.Words(ReminderTime.DayOf(reminder.Due))}", GovernorVerbs.ReminderCancel, new JsonObject { ["id"] = reminder.Id }) { SendsInputs = false }]) { Spacing = Spacing.Small });
        }

        var summary = $"You have {reminders.Count} {(reminders.Count == 1 ? "reminder" : "reminders")}.";
        return new AdaptiveCard { Body = body, FallbackText = $"{summary}\n{string.Join('\n', reminders.Select(r => Line(r, snapshot)))}", Summary = summary };
    }

    /// <summary>Made when it is sent, so that it says what is open then.</summary>
    public static AdaptiveCard Due(Workspace workspace, DateOnly meeting, KnowledgeSnapshot snapshot) =>
        RecordCards.StillOpen(workspace, snapshot, $"You asked me to remind you of the meeting on {SpokenDate.Words(meeting)}.");

    private static string Line(Reminder reminder, KnowledgeSnapshot snapshot) =>
        $"{SpokenDate.Words(ReminderTime.DayOf(reminder.Due))} at {ReminderTime.Words}, about the meeting on {SpokenDate.Words(reminder.Meeting)}, {snapshot.Records.Set.Trust(reminder.Trust)?.ShortName ?? reminder.Trust}";

    private static AdaptiveCard Card(string heading, string text, params CardAction[] actions) => new()
    {
        Body = [CardParts.Heading(heading), new TextBlock(text), .. actions.Length > 0 ? (CardElement[])[new ActionSet(actions)] : []],
        FallbackText = text,
        Summary = text,
    };
}
