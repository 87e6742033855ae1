using Bot.Telemetry;
using Microsoft.Extensions.Options;

namespace Bot.Activities;

/// <summary>Runs one queued turn under its deadline and shows "typing" when it takes a while.</summary>
public sealed class QueuedTurns(ITurnRunner runner, ConversationClient client, IOptions<ActivityOptions> options, TimeProvider time)
{
    private readonly TimeSpan _limit = TimeSpan.FromSeconds(options.Value.TurnSeconds);
    private readonly TimeSpan _typingAfter = TimeSpan.FromSeconds(options.Value.TypingAfterSeconds);

    public async Task RunAsync(QueuedTurn queued, CancellationToken stop)
    {
        using var deadline = new CancellationTokenSource(_limit, time);
        using var stopping = stop.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);
        var replies = new ConnectorReplies(client, queued.ServiceUrl, queued.Activity);
        await using var slow = queued.Activity.IsMessage
            ? time.CreateTimer(static replies => Type((ConnectorReplies)replies!), replies, _typingAfter, Timeout.InfiniteTimeSpan)
            : null;
        queued.Watch?.Resume();
        try
        {
            await runner.RunAsync(queued.Activity, replies, deadline.Token);
        }
        catch
        {
            queued.Watch?.End(TurnTelemetry.Failed);
            throw;
        }

        queued.Watch?.End();
    }

    // The turn does not wait for it; a message that follows does.
    private static void Type(ConnectorReplies replies) => _ = replies.TypingAsync(CancellationToken.None).AsTask();
}
