using System.Data.Common;
using System.Text;
using Bot.Activities;
using Bot.Storage;

namespace Bot.Proactive;

/// <summary>One try of one message, and what is kept of how it ended.</summary>
public sealed class OutboxDelivery(OutboxRows rows, ConversationReferences conversations, ConversationClient client, TimeProvider time, ILogger<OutboxDelivery> log)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task RunAsync(OutboxRow row, string owner, CancellationToken giveUp)
    {
        var fate = await SendAsync(row, giveUp);

        // What the connector has taken must be written down, or it is sent again: the hold is the only limit.
        var until = time.GetTimestamp();
        while (true)
        {
            try
            {
                await KeepAsync(row, owner, fate, giveUp);
                return;
            }
            catch (Exception e) when (e is DbException or TimeoutException or IOException && time.GetElapsedTime(until) < OutboxRows.Hold)
            {
                await Task.Delay(Pause, time, giveUp);
            }
        }
    }

    private async Task<Fate> SendAsync(OutboxRow row, CancellationToken giveUp)
    {
        if (row.Body is null) return new Fate.Dead("The text is no longer there.", Keep: false);
        if (await conversations.FindAsync(row.ConversationId, giveUp) is not { } conversation
            || !Uri.TryCreate(conversation.ServiceUrl, UriKind.Absolute, out var serviceUrl)) return Fate.Unknown;
        if (await client.WhyBlockedAsync(row.ConversationId, giveUp) is { } reason) return Fate.Blocked(reason);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(giveUp);
        limit.CancelAfter(Limit);
        try
        {
            var result = await client.SendStoredAsync(serviceUrl, row.ConversationId, Encoding.UTF8.GetBytes(row.Body), limit.Token);
            return Fate.Of(result, row, time);
        }
        catch (OperationCanceledException) when (!giveUp.IsCancellationRequested)
        {
            return Fate.BrokenOff(row, "No answer in 30 seconds.", time);
        }
    }

    private async Task KeepAsync(OutboxRow row, string owner, Fate fate, CancellationToken ct)
    {
        switch (fate)
        {
            case Fate.Sent sent:
                await rows.SentAsync(row.Id, owner, sent.ActivityId, ct);
                break;
            case Fate.Later later:
                await rows.PutOffAsync(row.Id, owner, time.GetUtcNow() + later.Wait, later.Reason, later.MayHaveArrived, ct);
                break;
            case Fate.Dead dead:
                Log.Dead(log, row.Id, row.Kind, dead.Reason);
                await rows.DieAsync(row.Id, owner, dead.Reason, dead.Keep, ct);
                if (dead.ForgetConversation) await conversations.ForgetAsync(row.ConversationId, ct);
                break;
        }
    }
}
