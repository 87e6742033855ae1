using System.Data.Common;
using Bot.Proactive;
using Bot.Storage.Governors;
using Bot.Trusts;

namespace Bot.Features.Governors.Reminding;

/// <summary>
/// Hands reminders whose time has come to the outbox, on every replica: the reminder's id is the message's key, so it is sent once.
/// Its text is made now and not when it was asked for, because it says what is open.
/// </summary>
public sealed class ReminderClock(Workspaces workspaces, Reminders reminders, Outbox outbox, TimeProvider time, ILogger<ReminderClock> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    // A day late it still helps; after the meeting it does not.
    private static readonly TimeSpan Worthwhile = TimeSpan.FromDays(2);

    public async Task RingAsync(CancellationToken ct)
    {
        foreach (var reminder in await reminders.DueAsync(ct))
        {
            var addition = await SendAsync(reminder, ct);
            if (addition is OutboxAddition.UnknownConversation or OutboxAddition.TooLarge) Log.ReminderNotSent(log, addition);
            await reminders.DoneAsync(reminder.Id, ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await RingAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or TimeoutException or IOException)
            {
                Log.RemindersStuck(log, e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<OutboxAddition> SendAsync(Reminder reminder, CancellationToken ct)
    {
        // A trust that a later release of the records no longer holds leaves nothing to say.
        if (OwnTrusts.Find(workspaces.Snapshot.Records, reminder.Trust) is not { } trust) return OutboxAddition.AlreadyThere;
        var workspace = await workspaces.OfPersonAsync(reminder.Person, trust, ct);
        return await outbox.AddAsync(new OutboxMessage
        {
            Key = $"reminder:{reminder.Id}",
            Kind = "reminder",
            ConversationId = reminder.ConversationId,
            Activity = Outbox.Of(ReminderCards.Due(workspace, reminder.Meeting, workspaces.Snapshot)),
            TooLate = time.GetUtcNow() + Worthwhile,
        }, ct);
    }
}
