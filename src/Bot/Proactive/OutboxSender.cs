using Bot.Storage;

namespace Bot.Proactive;

/// <summary>Sends what is due in the outbox, a few messages at once, on every replica; the table sees to it that each goes to one of them.</summary>
public sealed class OutboxSender(Outbox outbox, OutboxDelivery delivery, OutboxRows rows, TimeProvider time, ILogger<OutboxSender> log) : BackgroundService
{
    private const int MostAtOnce = 4;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(10);

    // A process that starts again is another owner: what the one before held is taken back when its hold ends.
    private readonly string _owner = Guid.NewGuid().ToString("n");
    private readonly SemaphoreSlim _free = new(MostAtOnce);
    private readonly CancellationTokenSource _giveUp = new();
    private bool _stuck;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Poll;
            try
            {
                if (await rows.TakeBackAsync(_owner, stoppingToken) is > 0 and var found) Log.TakenBack(log, found);
                pause = await DrainAsync(stoppingToken);
                _stuck = false;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away for an hour is one line, not a thousand.
                if (!_stuck) Log.Stuck(log, e.GetType().Name);
                _stuck = true;
            }

            await outbox.WaitAsync(pause, stoppingToken);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        _giveUp.CancelAfter(LastWords);
        for (var i = 0; i < MostAtOnce; i++) await _free.WaitAsync(cancellationToken);
    }

    public override void Dispose()
    {
        base.Dispose();
        _giveUp.Dispose();
        _free.Dispose();
    }

    /// <returns>How long nothing will be due.</returns>
    private async Task<TimeSpan> DrainAsync(CancellationToken ct)
    {
        while (true)
        {
            await _free.WaitAsync(ct);
            OutboxRow? row = null;
            try
            {
                row = await rows.TakeAsync(_owner, ct);
            }
            finally
            {
                if (row is null) _free.Release();
            }

            if (row is null) return await PauseAsync(ct);
            _ = DeliverAsync(row);
        }
    }

    private async Task<TimeSpan> PauseAsync(CancellationToken ct)
    {
        if (await rows.NextDueAsync(ct) is not { } due) return Poll;
        var pause = due - time.GetUtcNow();

        // Due and not taken: another was quicker, or an earlier message to the same conversation is under way.
        if (pause <= TimeSpan.Zero) return TimeSpan.FromMilliseconds(100 + Random.Shared.Next(100));
        return pause < Poll ? pause : Poll;
    }

    private async Task DeliverAsync(OutboxRow row)
    {
        try
        {
            await delivery.RunAsync(row, _owner, _giveUp.Token);
        }
        catch (Exception e)
        {
            // It stays marked as under way, so it is taken back and counted when its hold ends.
            Log.DeliveryFailed(log, e, row.Id, row.Kind);
        }
        finally
        {
            _free.Release();
            outbox.Wake();
        }
    }
}
