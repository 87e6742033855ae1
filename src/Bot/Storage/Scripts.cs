using System.Data.Common;
using Dapper;

namespace Bot.Storage;

/// <summary>Brings the schema up to date before anything else starts; forward only.</summary>
public sealed class Scripts : IHostedLifecycleService
{
    private const long Lock = 0x6963_7367_7569_6465; // "icsguide"

    private const string VersionTable = """
        create table if not exists schema_version (
          number bigint not null primary key,
          name text not null,
          sha256 text not null,
          applied_at bigint not null
        )
        """;

    private readonly Database _database;
    private readonly IReadOnlyList<Script> _scripts;
    private readonly TimeProvider _time;
    private readonly ILogger<Scripts> _log;

    public Scripts(Database database, TimeProvider time, ILogger<Scripts> log) : this(database, Script.Embedded(), time, log) { }

    internal Scripts(Database database, IReadOnlyList<Script> scripts, TimeProvider time, ILogger<Scripts> log)
    {
        (_database, _scripts, _time, _log) = (database, scripts, time, log);
    }

    public async Task ApplyAsync(CancellationToken ct)
    {
        for (var i = 0; i < _scripts.Count; i++)
        {
            if (_scripts[i].Number != i + 1)
            {
                throw new StorageStartException($"The database scripts must be numbered 1, 2, 3 without gaps; {_scripts[i].Number:0000}-{_scripts[i].Name} is out of line.");
            }
        }

        try
        {
            _database.MakeFolder();
            await using var connection = await _database.OpenAsync(ct);
            while (await ApplyNextAsync(connection, ct))
            {
            }
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or TimeoutException)
        {
            throw new StorageStartException(
                $"The {_database.Name} could not be opened or brought up to date ({Faults.Describe(e)}). "
                + "Check that it is there, that this program may write to it, and Bot:Database:ConnectionString.", e);
        }
    }

    // Each round looks anew under the lock, so a second process finds what the first has done.
    private async Task<bool> ApplyNextAsync(DbConnection connection, CancellationToken ct)
    {
        // On SQLite this is "begin immediate".
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (_database.Kind == DatabaseKind.Postgres)
        {
            await connection.ExecuteAsync(Command("select pg_advisory_xact_lock(@Lock)", new { Lock }));
        }

        await connection.ExecuteAsync(Command(VersionTable));
        var applied = (await connection.QueryAsync<Applied>(Command("select number, name, sha256 from schema_version order by number"))).AsList();
        Check(applied);
        if (applied.Count == _scripts.Count)
        {
            if (applied.Exists(script => script.Name == AuditGuard.Since)) await AuditGuard.SetAsync(connection, transaction, _database.Kind, ct);
            await transaction.CommitAsync(ct);
            return false;
        }

        var next = _scripts[applied.Count];
        await connection.ExecuteAsync(Command(next.Sql));
        await connection.ExecuteAsync(Command(
            "insert into schema_version (number, name, sha256, applied_at) values (@Number, @Name, @Sha256, @At)",
            new { Number = (long)next.Number, next.Name, next.Sha256, At = _time.GetUtcNow() }));
        await transaction.CommitAsync(ct);
        Log.ScriptApplied(_log, next.Number, next.Name);
        return true;

        CommandDefinition Command(string sql, object? parameters = null) => new(sql, parameters, transaction, cancellationToken: ct);
    }

    private void Check(List<Applied> applied)
    {
        if (applied.Count > _scripts.Count)
        {
            throw new StorageStartException(
                $"The {_database.Name} was made by a newer version of this program (its script {applied[^1].Number:0000}-{applied[^1].Name} "
                + $"is not known here; the last one known is {_scripts.Count:0000}). Start that version, or name another database.");
        }

        for (var i = 0; i < applied.Count; i++)
        {
            if (applied[i].Number != _scripts[i].Number || applied[i].Sha256 != _scripts[i].Sha256)
            {
                throw new StorageStartException(
                    $"The script {_scripts[i].Number:0000}-{_scripts[i].Name} was changed after the {_database.Name} had applied it. "
                    + "Scripts are never changed: put the old text back and write the change as a new script.");
            }
        }
    }

    Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken) => ApplyAsync(cancellationToken);

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private sealed record Applied
    {
        public long Number { get; init; }

        public string Name { get; init; } = "";

        public string Sha256 { get; init; } = "";
    }
}
