using System.Data.Common;
using Dapper;

namespace Bot.Storage;

/// <summary>Which release is served, and which one the replicas are making ready to serve next.</summary>
public sealed record Served
{
    /// <summary>0 is the content that the program brings.</summary>
    public long Number { get; init; }

    /// <summary>Equal to <see cref="Number"/> unless a publication is under way.</summary>
    public long Wanted { get; init; }

    /// <summary>Why the last publication did not happen; null after one that did.</summary>
    public string? Problem { get; init; }

    /// <summary>Counts the moves of the pointer.</summary>
    public long Moved { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>
/// The one pointer that publishing moves. It moves only when every living replica has the wanted release ready,
/// so that all of them swap within a moment.
/// </summary>
public sealed class ServedRelease(Database database, TimeProvider time, Replicas replicas, ReleaseSignal signal)
{
    /// <summary>A replica that was not heard of for this long is taken for dead.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>Returns when another look is worth it: at a change, or after a while.</summary>
    public Task ChangedAsync(TimeSpan atMost, CancellationToken ct) => signal.WaitAsync(atMost, ct);

    public async Task<Served> ReadAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.QuerySingleAsync<Served>(new CommandDefinition("select number, wanted, problem, moved, at from served where id = 1", cancellationToken: ct));
    }

    /// <summary>Asks the replicas to make a release ready. A publication that is under way gives way to this one.</summary>
    /// <returns>False where there is no such release.</returns>
    public async Task<bool> WantAsync(long number, string who, string why, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var moved = await connection.ExecuteAsync(new CommandDefinition(
            "update served set wanted = @number, problem = null where id = 1 and (@number = 0 or exists (select 1 from release where number = @number))",
            new { number }, transaction, cancellationToken: ct));
        if (moved == 0) return false;
        await AuditAsync(connection, transaction, who, "publication asked", number, why, ct);
        await ReleaseSignal.SendAsync(connection, transaction, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Says that this replica lives and which release it has ready besides the served one.</summary>
    public async Task BeatAsync(string replica, long ready, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var now = time.GetUtcNow();
        replicas.Alive = (int)await connection.ExecuteScalarAsync<long>(new CommandDefinition("""
            insert into replica (id, ready, seen_at) values (@replica, @ready, @now)
            on conflict (id) do update set ready = excluded.ready, seen_at = excluded.seen_at;
            select count(*) from replica where seen_at > @alive
            """, new { replica, ready, now, alive = now - Silence }, cancellationToken: ct));
    }

    public async Task LeaveAsync(string replica, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition("delete from replica where id = @replica", new { replica }, cancellationToken: ct));
    }

    /// <summary>Moves the pointer if every living replica is ready; whoever calls first does it, once. The drafts that the release holds go with it.</summary>
    public async Task<bool> MoveAsync(long number, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var now = time.GetUtcNow();
        var moved = await connection.ExecuteAsync(new CommandDefinition("""
            update served set number = wanted, moved = moved + 1, at = @now
            where id = 1 and wanted = @number and number <> wanted
              and not exists (select 1 from replica where seen_at > @alive and ready <> @number)
            """, new { number, now, alive = now - Silence }, transaction, cancellationToken: ct));
        if (moved == 0) return false;
        await AuditAsync(connection, transaction, "service", "published", number, "", ct);
        await ReleaseSignal.SendAsync(connection, transaction, ct);
        // Not later: left behind by a program that died, they would come back as changes that nobody made after a rollback.
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from draft where exists (select 1 from released_draft r where r.number = @number and r.path = draft.path and r.at = draft.at)",
            new { number }, transaction, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition("delete from released_draft where number = @number", new { number }, transaction, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition("delete from replica where seen_at <= @alive", new { alive = now - Silence }, transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Gives a publication up, because a replica cannot serve the release; what is served stays.</summary>
    public async Task GiveUpAsync(long number, string problem, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var given = await connection.ExecuteAsync(new CommandDefinition(
            "update served set wanted = number, problem = @problem where id = 1 and wanted = @number and number <> wanted",
            new { number, problem = Keys.Text(problem, 2000) }, transaction, cancellationToken: ct));
        if (given > 0) await AuditAsync(connection, transaction, "service", "publication failed", number, problem, ct);
        await transaction.CommitAsync(ct);
    }

    private Task AuditAsync(DbConnection connection, DbTransaction transaction, string who, string action, long number, string why, CancellationToken ct) =>
        AuditRows.AddAsync(connection, transaction, new AuditEntry { At = time.GetUtcNow(), Who = who, Action = action, What = $"release {number}", Why = why }, ct);
}
