using System.Data.Common;
using Bot.Knowledge.Articles;
using Bot.Storage;
using Microsoft.Extensions.Logging;

namespace Bot.Knowledge.Releases;

/// <summary>
/// Follows the published release: makes the wanted one ready, says so, and swaps when the pointer moves.
/// Whatever fails here, the release that is served stays.
/// </summary>
public sealed class ReleaseWatch(
    ServedRelease pointer, ArticleStanding standing, PublishedRelease published, KnowledgeStore store, ILogger<ReleaseWatch> log) : BackgroundService
{
    // Every replica serves a release within 5 seconds of its publication, also where no word of it arrives.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly string _replica = Guid.NewGuid().ToString("n");
    private KnowledgeSnapshot? _ready;
    private bool _blind;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await published.LoadAsync(cancellationToken);
        published.BesideTurns();
        await standing.LookAsync(cancellationToken);
        // At once, so that nothing is published past a replica that has just started.
        await pointer.BeatAsync(_replica, store.Current.Number, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>One look at the pointer, and what follows from it.</summary>
    internal async Task LookAsync(CancellationToken ct)
    {
        await standing.LookAsync(ct);
        var served = await pointer.ReadAsync(ct);
        if (served.Wanted != served.Number) await PrepareAsync(served.Wanted, ct);
        else await pointer.BeatAsync(_replica, store.Current.Number, ct);
        served = await pointer.ReadAsync(ct);
        if (store.Current.Number == served.Number) return;
        store.Serve(_ready?.Number == served.Number ? _ready : await published.MakeAsync(served.Number, ct));
        _ready = null;
        Log.ReleaseServed(log, served.Number, store.Current.Revision);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await pointer.ChangedAsync(Pause, stoppingToken);
                await LookAsync(stoppingToken);
                _blind = false;
            }
            catch (Exception e) when (e is DbException or IOException or TimeoutException or ContentException && !stoppingToken.IsCancellationRequested)
            {
                if (!_blind) Log.PointerNotSeen(log, e.GetType().Name);
                _blind = true;
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await pointer.LeaveAsync(_replica, cancellationToken);
        }
        catch (Exception e) when (e is DbException or IOException or TimeoutException or OperationCanceledException)
        {
            // The others find out by its silence.
        }
    }

    private async Task PrepareAsync(long wanted, CancellationToken ct)
    {
        if (_ready?.Number != wanted)
        {
            try
            {
                _ready = store.Current.Number == wanted ? store.Current : await WhileBeatingAsync(published.MakeAsync(wanted, ct), ct);
            }
            catch (ContentException e)
            {
                await pointer.GiveUpAsync(wanted, e.Message, ct);
                Log.ReleaseNotReady(log, wanted, e.Problems.Count);
                return;
            }
        }

        await pointer.BeatAsync(_replica, wanted, ct);
        await pointer.MoveAsync(wanted, ct);
    }

    // Training outlasts the silence after which a replica is taken for dead.
    private async Task<KnowledgeSnapshot> WhileBeatingAsync(Task<KnowledgeSnapshot> making, CancellationToken ct)
    {
        while (await Task.WhenAny(making, Task.Delay(ServedRelease.Silence / 3, ct)) != making)
            await pointer.BeatAsync(_replica, store.Current.Number, ct);
        return await making;
    }
}
