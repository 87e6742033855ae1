using System.Threading.Channels;
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
/// a full lane refuses, so one busy conversation cannot fill the memory.
/// </summary>
public sealed class TurnLanes : IHostedService, IDisposable
{
    private static readonly TimeSpan s_lastWords = TimeSpan.FromSeconds(2);

    private readonly QueuedTurns _turns;
    private readonly TimeProvider _time;
    private readonly ILogger<TurnLanes> _log;
    private readonly TimeSpan _drain;
    private readonly TimeSpan _wait;
    private readonly Channel<QueuedTurn>[] _lanes;
    private readonly CancellationTokenSource _stop = new();
    private Task _working = Task.CompletedTask;

    public TurnLanes(QueuedTurns turns, IOptions<ActivityOptions> options, TimeProvider time, ILogger<TurnLanes> log)
    {
        _turns = turns;
        _time = time;
        _log = log;
        _drain = TimeSpan.FromSeconds(options.Value.DrainSeconds);
        _wait = TimeSpan.FromSeconds(options.Value.QueueWaitSeconds);
        _lanes = new Channel<QueuedTurn>[options.Value.Lanes];
        for (var i = 0; i < _lanes.Length; i++)
            _lanes[i] = Channel.CreateBounded<QueuedTurn>(new BoundedChannelOptions(options.Value.QueuePerLane) { SingleReader = true });
    }

    /// <returns>False when there was no room in time, the caller went away, or the process is stopping.</returns>
    public ValueTask<bool> AddAsync(QueuedTurn turn, CancellationToken gone)
    {
        var lane = (uint)string.GetHashCode(turn.Activity.Conversation!.Id, StringComparison.Ordinal) % (uint)_lanes.Length;
        var writer = _lanes[lane].Writer;
        return writer.TryWrite(turn) ? new(true) : WaitForRoomAsync(writer, turn, gone);
    }

    // A short wait slows a burst down to what we can do; a refusal would only make its sender repeat it.
    private async ValueTask<bool> WaitForRoomAsync(ChannelWriter<QueuedTurn> lane, QueuedTurn turn, CancellationToken gone)
    {
        using var limit = new CancellationTokenSource(_wait, _time);
        using var left = gone.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), limit);
        try
        {
            await lane.WriteAsync(turn, limit.Token);
            return true;
        }
        catch (Exception e) when (e is OperationCanceledException or ChannelClosedException)
        {
            return false;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _working = Task.WhenAll(_lanes.Select(lane => Task.Run(() => WorkAsync(lane.Reader), CancellationToken.None)));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var lane in _lanes)
            lane.Writer.TryComplete();
        if (await EndsWithinAsync(_drain, cancellationToken))
            return;
        Log.DrainedTooSlowly(_log, _lanes.Sum(lane => lane.Reader.Count));
        await _stop.CancelAsync();
        await EndsWithinAsync(s_lastWords, cancellationToken);
    }

    private async Task WorkAsync(ChannelReader<QueuedTurn> lane)
    {
        await foreach (var turn in lane.ReadAllAsync())
        {
            if (_stop.IsCancellationRequested)
                return;
            try
            {
                await _turns.RunAsync(turn, _stop.Token);
            }
            catch (Exception e)
            {
                // The lane outlives whatever came up; the turn itself has its own place for bugs.
                Log.LaneCaught(_log, e, turn.Activity.Id, turn.Activity.Conversation!.Id);
            }
        }
    }

    private async Task<bool> EndsWithinAsync(TimeSpan limit, CancellationToken ct)
    {
        try
        {
            await _working.WaitAsync(limit, _time, ct);
            return true;
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => _stop.Dispose();
}
