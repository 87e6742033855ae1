using Bot.Telemetry;
using Microsoft.Extensions.Options;

namespace Bot.Activities;

/// <summary>An accepted activity that waits for its turn.</summary>
public readonly record struct QueuedTurn(Activity Activity, Uri ServiceUrl)
{
    /// <summary>Null unless somebody listens.</summary>
    public WatchedTurn? Watch { get; init; }
}

/// <summary>
/// Turns whose replies go through the connector. A conversation always falls into the same lane, so its turns keep their order;
/// a full lane refuses, so one busy conversation cannot fill the memory. A turn runs in the request that brought it; one that takes
/// long goes on after the request was answered.
/// </summary>
public sealed class TurnLanes : IHostedService, IDisposable
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private readonly QueuedTurns _turns;
    private readonly TimeProvider _time;
    private readonly ILogger<TurnLanes> _log;
    private readonly (TimeSpan Drain, TimeSpan Room, TimeSpan Acknowledge) _limits;
    private readonly Lane[] _lanes;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _underWay;
    private volatile bool _closed;

    public TurnLanes(QueuedTurns turns, IOptions<ActivityOptions> options, TimeProvider time, ILogger<TurnLanes> log)
    {
        (_turns, _time, _log) = (turns, time, log);
        var set = options.Value;
        _limits = (TimeSpan.FromSeconds(set.DrainSeconds), TimeSpan.FromSeconds(set.QueueWaitSeconds), TimeSpan.FromSeconds(set.AcknowledgeSeconds));
        _lanes = [.. Enumerable.Range(0, set.Lanes).Select(_ => new Lane(set.QueuePerLane + 1))];
    }

    /// <returns>False when there was no room in time, the caller went away, or the process is stopping. True once the turn has ended, or goes on without the caller.</returns>
    public async ValueTask<bool> AddAsync(QueuedTurn turn, CancellationToken gone)
    {
        var lane = _lanes[(uint)string.GetHashCode(turn.Activity.Conversation!.Id, StringComparison.Ordinal) % (uint)_lanes.Length];
        if (_closed || (!lane.Room.Wait(0, CancellationToken.None) && !await WaitForRoomAsync(lane, gone))) return false;
        var work = WorkAsync(lane, turn);

        // Until then a death of this process is noticed by the channel, which delivers again.
        if (!work.IsCompleted) await work.WaitAsync(_limits.Acknowledge, _time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return true;
    }

    // A short wait slows a burst down to what we can do; a refusal would only make its sender repeat it.
    private async ValueTask<bool> WaitForRoomAsync(Lane lane, CancellationToken gone)
    {
        using var limit = new CancellationTokenSource(_limits.Room, _time);
        using var left = gone.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), limit);
        try
        {
            await lane.Room.WaitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task WorkAsync(Lane lane, QueuedTurn turn)
    {
        Interlocked.Increment(ref _underWay);
        await lane.Order.WaitAsync(CancellationToken.None);
        try
        {
            if (!_stop.IsCancellationRequested) await _turns.RunAsync(turn, _stop.Token);
        }
        catch (Exception e)
        {
            // The lane outlives whatever came up; the turn itself has its own place for bugs.
            Log.LaneCaught(_log, e, turn.Activity.Id, turn.Activity.Conversation!.Id);
        }
        finally
        {
            lane.Order.Release();
            lane.Room.Release();
            if (Interlocked.Decrement(ref _underWay) == 0 && _closed) _drained.TrySetResult();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _closed = true;
        if (Volatile.Read(ref _underWay) == 0 || await EndsWithinAsync(_limits.Drain, cancellationToken)) return;
        Log.DrainedTooSlowly(_log, Volatile.Read(ref _underWay));
        await _stop.CancelAsync();
        await EndsWithinAsync(LastWords, cancellationToken);
    }

    private async Task<bool> EndsWithinAsync(TimeSpan limit, CancellationToken ct)
    {
        try
        {
            await _drained.Task.WaitAsync(limit, _time, ct);
            return true;
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _stop.Dispose();
        foreach (var lane in _lanes) lane.Dispose();
    }

    private sealed class Lane(int room) : IDisposable
    {
        public SemaphoreSlim Room { get; } = new(room);

        // Hands itself on in the order in which it was asked for.
        public SemaphoreSlim Order { get; } = new(1);

        public void Dispose()
        {
            Room.Dispose();
            Order.Dispose();
        }
    }
}
