namespace Bot.Storage;

/// <summary>Stores a batch in one commit and does not come back before it is stored.</summary>
/// <param name="connections">Lend the connection.</param>
/// <param name="log">Hears of outages.</param>
/// <param name="progressed">Called when a write ran that had not run before.</param>
internal sealed class BatchWriter(PreparedConnections connections, ILogger log, Action progressed)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    // A large batch takes tens of milliseconds of the thread that turns wait for.
    private const int TurnsWaitFor = 100;

    private bool _stuck;
    private int _reached;

    public async Task StoreAsync(IReadOnlyList<Write> batch, CancellationToken ct)
    {
        _reached = 0;
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await CommitAsync(batch, ct);
                break;
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                if (Faults.IsOfTheWrite(e))
                {
                    await StoreTheRestAsync(batch, e, ct);
                    return;
                }

                if (!_stuck && !Faults.IsCollision(e))
                {
                    _stuck = true;
                    Log.WritesStuck(log, Faults.Describe(e));
                }
            }

            await Task.Delay(pause, ct);
        }

        if (_stuck)
        {
            _stuck = false;
            Log.WritesFlow(log);
        }

        foreach (var write in batch)
        {
            write.Settled?.Invoke();
        }
    }

    // One write that no database will ever take must not hold up those behind it.
    private async Task StoreTheRestAsync(IReadOnlyList<Write> batch, Exception fault, CancellationToken ct)
    {
        if (batch.Count == 1)
        {
            Log.WriteDropped(log, Faults.Describe(fault), batch[0].Sql);
            batch[0].Settled?.Invoke();
            return;
        }

        foreach (var write in batch)
        {
            await StoreAsync([write], ct);
        }
    }

    private async Task CommitAsync(IReadOnlyList<Write> batch, CancellationToken ct)
    {
        if (batch.All(write => write.IsMarker))
        {
            return;
        }

        var connection = await connections.RentWriterAsync(ct);
        try
        {
            await RunAsync(connection, batch, ct);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connections.ReturnWriterAsync(connection);
    }

    private async Task RunAsync(PreparedConnection connection, IReadOnlyList<Write> batch, CancellationToken ct)
    {
        await using var transaction = await connection.BeginAsync(ct);
        for (var i = 0; i < batch.Count; i++)
        {
            if (i % TurnsWaitFor == TurnsWaitFor - 1) await Task.Yield();
            if (batch[i] is { IsMarker: false } write)
            {
                (write.Parameters as OpenParameters)?.Close();
                await connection.ExecuteAsync(write.Sql, write.Parameters, transaction, ct);
            }

            // What only runs again after a failure is no progress.
            if (i < _reached) continue;
            _reached = i + 1;
            progressed();
        }

        await transaction.CommitAsync(ct);
    }
}
