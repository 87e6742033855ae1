using System.Data.Common;
using Dapper;
using Npgsql;

namespace Bot.Storage;

/// <summary>
/// Tells the processes on one PostgreSQL database that what is served has changed, so that they need not wait for their next look. Only a hint:
/// whoever misses it looks a second later.
/// </summary>
public sealed class ReleaseSignal(Database database, ILogger<ReleaseSignal> log) : BackgroundService
{
    private const string Send = "select pg_notify('icsguide_release', '')";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StillThere = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _changed = new(0);
    private bool _deaf;

    /// <summary>Says it to all when the transaction commits.</summary>
    internal static Task SendAsync(DbConnection connection, DbTransaction transaction, CancellationToken ct) => connection is NpgsqlConnection
        ? connection.ExecuteAsync(new CommandDefinition(Send, transaction: transaction, cancellationToken: ct)) : Task.CompletedTask;

    /// <summary>Returns at a change, or after a while.</summary>
    // Real time on purpose: how fresh the pointer is does not depend on what the clock says.
    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        await _changed.WaitAsync(atMost, ct);
        while (_changed.Wait(0, CancellationToken.None))
        {
            // One look serves all changes before it.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Kind != DatabaseKind.Postgres) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception e) when (Faults.IsOutage(e) && !stoppingToken.IsCancellationRequested)
            {
                if (!_deaf) Log.SignalLost(log, Faults.Describe(e));
                _deaf = true;
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = (NpgsqlConnection)await database.OpenAsync(ct);
        connection.Notification += (_, _) => _changed.Release();
        await connection.ExecuteAsync(new CommandDefinition("listen icsguide_release", cancellationToken: ct));
        _deaf = false;
        // What was said before this moment was missed.
        _changed.Release();
        while (true)
        {
            // A connection that broke without a word is found by asking.
            if (!await connection.WaitAsync(StillThere, ct)) await connection.ExecuteAsync(new CommandDefinition("select 1", cancellationToken: ct));
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _changed.Dispose();
    }
}
