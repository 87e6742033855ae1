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
        var turn = runner.RunAsync(queued.Activity, replies, deadline.Token).AsTask();
        if (queued.Activity.IsMessage && !turn.IsCompleted)
            await TypeIfSlowAsync(turn, replies);
        await turn;
    }

    private async Task TypeIfSlowAsync(Task turn, ConnectorReplies replies)
    {
        using var over = new CancellationTokenSource();
        if (await Task.WhenAny(turn, Task.Delay(_typingAfter, time, over.Token)) == turn)
            await over.CancelAsync();
        else
            await replies.TypingAsync(CancellationToken.None);
    }
}
