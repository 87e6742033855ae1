namespace Bot.Storage;

/// <summary>
/// One turn of a conversation at a time, whichever process has it, in the order in which they were sent. SQLite serves one process, whose lanes keep
/// the order; there nothing is asked.
/// </summary>
public sealed class ConversationTurns(Database database, WriteQueue queue, TimeProvider time, ILogger<ConversationTurns> log)
{
    private const string Give = "update conversation_turn set held_until = 0 where chat = @Conversation and key = @Key";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan SignOfLife = TurnRows.Place / 3;

    private readonly TurnRows _rows = new(database, time);
    private readonly bool _isShared = database.Kind == DatabaseKind.Postgres;
    private readonly string _holder = Guid.NewGuid().ToString("n");

    /// <summary>Returns when it is this turn's turn; give it back by disposing. Where the database cannot be asked, the turn goes on: an answer out of order is better than none.</summary>
    /// <param name="conversationId">The channel's.</param>
    /// <param name="key">Of the activity.</param>
    /// <param name="sentAt">When the channel says it was sent.</param>
    /// <param name="ct">Ends the wait; the turn then goes on as it is.</param>
    public ValueTask<IAsyncDisposable?> EnterAsync(string conversationId, ActivityKey key, DateTimeOffset? sentAt, CancellationToken ct) =>
        _isShared
            ? EnterSharedAsync(new ConversationTurn(ActivityKey.Of(conversationId, "").ToString(), _holder, key.ToString(), sentAt ?? time.GetUtcNow()), ct)
            : default;

    private async ValueTask<IAsyncDisposable?> EnterSharedAsync(ConversationTurn turn, CancellationToken ct)
    {
        try
        {
            if (!await _rows.TakeAsync(turn, ct)) await WaitAsync(turn, ct);
            return new Held(queue, new SignsOfLife(TurnRows.Hold / 3, time, () => _rows.RenewAsync(turn, CancellationToken.None)), turn);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            Log.NotInOrder(log, Faults.Describe(e));
            return null;
        }
    }

    private async Task WaitAsync(ConversationTurn turn, CancellationToken ct)
    {
        await _rows.LineUpAsync(turn, ct);
        try
        {
            using var alive = new SignsOfLife(SignOfLife, time, () => _rows.LineUpAsync(turn, CancellationToken.None));
            do await Task.Delay(Look, time, ct);
            while (!await _rows.TakeAsync(turn, ct));
        }
        finally
        {
            await _rows.LeaveLineAsync(turn, CancellationToken.None);
        }
    }

    private sealed class Held(WriteQueue queue, SignsOfLife alive, ConversationTurn turn) : IAsyncDisposable
    {
        // In a shared commit: whoever waits looks again a moment later.
        public async ValueTask DisposeAsync()
        {
            alive.Dispose();
            await queue.EnqueueAsync(new Write(Give, new { turn.Conversation, turn.Key }), CancellationToken.None);
        }
    }
}
