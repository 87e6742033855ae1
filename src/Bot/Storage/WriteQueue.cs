using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Bot.Storage;

/// <summary>Groups small writes into shared commits, in order, so that a turn need not wait for one.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue.")]
public sealed class WriteQueue(PreparedConnections connections, ILogger<WriteQueue> log) : IHostedLifecycleService, IDisposable
{
    private const int MostWaiting = 20_000;
    private const int LongestWait = 50;
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(20);

    // A stop goes on as long as writes do; the host has the last word.
    private static readonly TimeSpan DrainDeadline = TimeSpan.FromSeconds(5);

    private readonly Channel<Write> _waiting =
        Channel.CreateBounded<Write>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    // A file has one writer, so a long commit keeps nobody waiting; on a server others wait for the rows it holds.
    private readonly int _mostAtOnce = connections.AreOfOneProcess ? 3_000 : 200;
    private readonly SemaphoreSlim _hurry = new(0);
    private readonly CancellationTokenSource _giveUp = new();
    private Task _running = Task.CompletedTask;
    private bool _urgent;
    private volatile bool _stopping;

    /// <summary>Returns when the write is in line, not when it is stored; waits only while the line is full.</summary>
    public async ValueTask EnqueueAsync(Write write, CancellationToken ct)
    {
        if (!_waiting.Writer.TryWrite(write))
        {
            await _waiting.Writer.WriteAsync(write, ct);
        }

        if (!write.CanWait)
        {
            Volatile.Write(ref _urgent, true);
        }

        if (_waiting.Reader.Count >= _mostAtOnce)
        {
            Hurry();
        }
    }

    /// <summary>Returns when everything enqueued before is stored.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await EnqueueAsync(Write.Marker(reached.SetResult), ct);
        Hurry();
        await Task.WhenAny(reached.Task, _running).WaitAsync(ct);
        if (!reached.Task.IsCompleted)
        {
            throw new InvalidOperationException("The write queue is not running.");
        }
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.Run(RunAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    // After every other service has stopped: their last turns still write.
    async Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        _stopping = true;
        Hurry();
        _giveUp.CancelAfter(DrainDeadline);
        await using var hostGivesUp = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _giveUp);
        await _running;
    }

    Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _giveUp.Dispose();
        _hurry.Dispose();
    }

    private async Task RunAsync()
    {
        var batch = new WriteBatch();
        var writer = new BatchWriter(connections, log, Progressed);
        IReadOnlyList<Write> storing = [];
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(_giveUp.Token))
            {
                await GatherAsync();
                Volatile.Write(ref _urgent, false);
                for (var i = 0; i < _mostAtOnce && _waiting.Reader.TryRead(out var write); i++)
                {
                    batch.Add(write);
                }

                storing = batch.Take();
                await writer.StoreAsync(storing, _giveUp.Token);
                storing = [];
            }
        }
        catch (OperationCanceledException)
        {
            var lost = storing.Count(write => !write.IsMarker);
            while (_waiting.Reader.TryRead(out var write))
            {
                lost += write.IsMarker ? 0 : 1;
            }

            Log.WritesLost(log, lost);
        }
    }

    private void Progressed()
    {
        if (_stopping) _giveUp.CancelAfter(DrainDeadline);
    }

    // Real time on purpose: this is how long a commit is worth waiting for, not what the clock says.
    private async Task GatherAsync()
    {
        for (var i = 0; i < LongestWait && _waiting.Reader.Count < _mostAtOnce; i++)
        {
            if (await _hurry.WaitAsync(Window, _giveUp.Token) || Volatile.Read(ref _urgent)) return;
        }
    }

    private void Hurry()
    {
        if (_hurry.CurrentCount == 0)
        {
            _hurry.Release();
        }
    }
}
