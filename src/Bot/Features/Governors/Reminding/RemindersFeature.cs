using Bot.Cards;
using Bot.Storage.Governors;
using Bot.Trusts;
using Bot.Turns;

namespace Bot.Features.Governors.Reminding;

/// <summary>Sets, lists and cancels reminders; each only after a yes to its exact day.</summary>
public sealed class RemindersFeature(Workspaces workspaces, Reminders reminders) : IFeature, IListener
{
    private const string OnlyPersonal = "A reminder says what is open in your own notes, so I set it only in your personal chat with me.";
    private const string Unread = "I could not read the day. Write it like this: remind me a week before 12 January 2027.";
    private const string TooMany = "You have 20 reminders, which is the most I keep. Cancel one first: say \"my reminders\".";
    private const string NotThere = "That reminder is not there any more.";

    public string Name => "Reminders";

    public IReadOnlyCollection<string> Handles { get; } =
        [RouteKey.Verb(GovernorVerbs.ReminderKeep), RouteKey.Verb(GovernorVerbs.ReminderDrop), RouteKey.Verb(GovernorVerbs.ReminderCancel)];

    public async ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct)
    {
        if (!turn.IsPersonal) return new TurnResult.Text(OnlyPersonal);
        var press = turn.Press!;
        if (press.Verb == GovernorVerbs.ReminderDrop) return new TurnResult.Text("No reminder was set.");
        if (press.Verb == GovernorVerbs.ReminderKeep) return await KeepAsync(turn, press, ct);
        return press.Text("id") is { } id && await reminders.CancelAsync(turn.UserId, id, ct)
            ? new TurnResult.Card(await ListAsync(turn, ct)) : new TurnResult.Text(NotThere);
    }

    public async ValueTask<TurnResult?> HearAsync(TurnContext turn, string text, CancellationToken ct)
    {
        if (ReminderSentence.Of(text) is not { } said) return null;
        if (!turn.IsPersonal || turn.UserId.Length == 0) return new TurnResult.Text(OnlyPersonal);
        return said switch
        {
            ReminderSentence.Add add => await AskAsync(turn, text, add, ct),
            ReminderSentence.Cancel cancel => await CancelAsync(turn, cancel, ct),
            _ => new TurnResult.Card(await ListAsync(turn, ct)),
        };
    }

    private async ValueTask<TurnResult> AskAsync(TurnContext turn, string text, ReminderSentence.Add add, CancellationToken ct)
    {
        var opened = await workspaces.OpenAsync(turn, text, ct);
        if (opened is not Opened.Ready { Value: var workspace }) return new TurnResult.Card(((Opened.NotYet)opened).Card);
        var date = SpokenDate.In(add.When, turn.Today) ?? (workspace.Meeting is { } known && add.When.Contains("meeting", StringComparison.OrdinalIgnoreCase) ? new SpokenDate(known, true) : null);
        if (date is null) return new TurnResult.Text(Unread);
        var day = date.Day.DayNumber > add.DaysBefore ? date.Day.AddDays(-add.DaysBefore) : date.Day;
        if (ReminderTime.On(day) <= turn.Now)
            return new TurnResult.Text($"That would be {SpokenDate.Words(day)} at {ReminderTime.Words}, which has passed. Choose a later day, for example: remind me on {SpokenDate.Words(turn.Today.AddDays(1))}.");
        // "On 5 January" is the day to write on; the meeting may be the later one that is prepared.
        var meeting = add.DaysBefore == 0 && workspace.Meeting > day ? workspace.Meeting.Value : date.Day;
        return new TurnResult.Card(ReminderCards.Confirm(workspace, day, meeting, !date.IsWithYear));
    }

    private async ValueTask<TurnResult> KeepAsync(TurnContext turn, CardPress press, CancellationToken ct)
    {
        if (press.Text("trust") is not { } code || OwnTrusts.Find(workspaces.Snapshot.Records, code) is not { } trust
            || DateInput.Read(press.Text("day")) is not { } day || DateInput.Read(press.Text("meeting")) is not { } meeting)
            return new TurnResult.Text(Unread);
        var due = ReminderTime.On(day);
        if (due <= turn.Now) return new TurnResult.Text($"{SpokenDate.Words(day)} at {ReminderTime.Words} has passed meanwhile, so no reminder was set.");
        var reminder = new Reminder { Trust = code, ConversationId = turn.ConversationId, Meeting = meeting, Due = due };
        if (!await reminders.AddAsync(turn.UserId, reminder, ct)) return new TurnResult.Text(TooMany);
        return new TurnResult.Card(ReminderCards.Kept(new Workspace(trust, null, []), day, meeting));
    }

    private async ValueTask<TurnResult> CancelAsync(TurnContext turn, ReminderSentence.Cancel cancel, CancellationToken ct)
    {
        var all = await reminders.OfAsync(turn.UserId, ct);
        var named = cancel.When.Length == 0 ? null : SpokenDate.In(cancel.When, turn.Today);
        var meant = all.Where(r => named is null || r.Meeting == named.Day || ReminderTime.DayOf(r.Due) == named.Day).ToArray();
        if (all.Count == 0 || (named is null && !cancel.IsAll && all.Count > 1)) return new TurnResult.Card(await ListAsync(turn, ct));
        foreach (var reminder in meant) await reminders.CancelAsync(turn.UserId, reminder.Id, ct);
        return meant.Length == 0
            ? new TurnResult.Card(await ListAsync(turn, ct))
            : new TurnResult.Text($"Cancelled: {string.Join("; ", meant.Select(r => $"the reminder of {SpokenDate.Words(ReminderTime.DayOf(r.Due))}"))}.");
    }

    private async ValueTask<AdaptiveCard> ListAsync(TurnContext turn, CancellationToken ct) =>
        ReminderCards.Listed(await reminders.OfAsync(turn.UserId, ct), workspaces.Snapshot);
}
