using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Bot.Storage;

/// <summary>Looks at the database without changing it; a SQLite file that is not there is not made.</summary>
public sealed class DatabaseState(Database database, TimeProvider time)
{
    private const long MostToRead = 256 * 1024 * 1024;

    // A server behind a firewall says nothing at all. Less than a look may take, so that it is the database that is named.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(7);

    /// <summary>False for a SQLite file that the first start will make.</summary>
    public bool IsMade => database.File is not { } file || File.Exists(file);

    /// <exception cref="DbException">It cannot be reached or read; see <see cref="DatabaseTrouble"/>.</exception>
    /// <exception cref="TimeoutException">It says nothing.</exception>
    public Task<DatabaseFacts> ReadAsync(CancellationToken ct) => WithinAsync(LookAsync, ct);

    private async Task<DatabaseFacts> LookAsync(CancellationToken ct)
    {
        var started = time.GetTimestamp();
        await using var connection = await database.OpenAsync(ct);
        var isSqlite = database.Kind == DatabaseKind.Sqlite;
        var server = await connection.ExecuteScalarAsync<string>(Command(isSqlite ? "select 'SQLite ' || sqlite_version()" : "select 'PostgreSQL ' || current_setting('server_version')", ct)) ?? "";
        var answered = time.GetElapsedTime(started);
        var applied = await AppliedAsync(connection, ct);
        var scripts = Script.Embedded();
        return new DatabaseFacts
        {
            Server = server,
            Answered = answered,
            Applied = applied.Count > 0 ? applied[^1].Number : 0,
            Last = applied.Count > 0 ? applied[^1].Name : null,
            Known = scripts.Count,
            Changed = applied.Zip(scripts).Where(pair => pair.First.Sha256 != pair.Second.Sha256).Select(pair => $"{pair.First.Number:0000}-{pair.First.Name}").FirstOrDefault(),
            WhyNotWritable = isSqlite ? await WhySqliteIsNotWritableAsync(connection, ct) : await WhyPostgresIsNotWritableAsync(connection, ct),
            Damage = isSqlite && new FileInfo(database.File!).Length < MostToRead ? await DamageAsync(connection, ct) : null,
        };
    }

    /// <returns>The server's clock; null where it is this machine's, or cannot be asked.</returns>
    public async Task<DateTimeOffset?> ClockAsync(CancellationToken ct) => database.Kind == DatabaseKind.Sqlite ? null
        : await AskAsync("select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)", ct) is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    /// <returns>How many processes of the service were heard of lately; null where the database does not say.</returns>
    public Task<long?> CountRunningAsync(CancellationToken ct) => AskAsync("select count(*) from replica where seen_at > @alive", ct);

    private async Task<long?> AskAsync(string sql, CancellationToken ct)
    {
        if (!IsMade) return 0;
        try
        {
            return await WithinAsync(async limit =>
            {
                await using var connection = await database.OpenAsync(limit);
                return await connection.ExecuteScalarAsync<long>(new CommandDefinition(sql, new { alive = time.GetUtcNow() - ServedRelease.Silence }, cancellationToken: limit));
            }, ct);
        }
        catch (Exception e) when (Faults.IsOutage(e) || e is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            // The driver does not hear a token while a server keeps silent in its greeting.
            return await ask(limit.Token).WaitAsync(Patience, ct);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    private static async Task<List<Applied>> AppliedAsync(DbConnection connection, CancellationToken ct)
    {
        try
        {
            return (await connection.QueryAsync<Applied>(Command("select number, name, sha256 from schema_version order by number", ct))).AsList();
        }
        catch (Exception e) when (e is PostgresException { SqlState: "42P01" } or SqliteException { SqliteErrorCode: 1 })
        {
            // No such table: nothing was ever applied.
            return [];
        }
    }

    private static async Task<string?> WhySqliteIsNotWritableAsync(DbConnection connection, CancellationToken ct)
    {
        try
        {
            // Takes the right to write and gives it back.
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await transaction.RollbackAsync(ct);
            return null;
        }
        catch (SqliteException e)
        {
            // 5: somebody else is writing, so it can be written.
            return e.SqliteErrorCode == 5 ? null : $"{Faults.Describe(e)}.";
        }
    }

    private static async Task<string?> WhyPostgresIsNotWritableAsync(DbConnection connection, CancellationToken ct)
    {
        if (await connection.ExecuteScalarAsync<bool>(Command("select pg_is_in_recovery() or current_setting('transaction_read_only') = 'on'", ct))) return "this server only reads, as a replica does.";
        return await connection.ExecuteScalarAsync<bool>(Command("select coalesce(has_schema_privilege(current_schema(), 'create'), false)", ct)) ? null : "this account may not make tables in its schema.";
    }

    private static async Task<string?> DamageAsync(DbConnection connection, CancellationToken ct) =>
        await connection.ExecuteScalarAsync<string>(Command("pragma quick_check(1)", ct)) is { } said && said != "ok" ? said : null;

    private static CommandDefinition Command(string sql, CancellationToken ct) => new(sql, cancellationToken: ct);

    private sealed record Applied
    {
        public long Number { get; init; }

        public string Name { get; init; } = "";

        public string Sha256 { get; init; } = "";
    }
}
