using System.Data.Common;
using Dapper;

namespace Bot.Storage;

/// <summary>
/// The outbox's table. A row is marked "sending" before the connector is called, so that one found in that state after a crash is known to be
/// possibly sent; every change of a row under way is made only by who holds it.
/// </summary>
public sealed class OutboxRows(Database database, TimeProvider time)
{
    /// <summary>Messages of which a person may have seen two: sent, but the commit that says so was lost.</summary>
    public const string Doubled = "outbox-possibly-doubled";

    /// <summary>How long a message stays with whoever is sending it. Longer than any try may take.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(90);

    /// <summary>The longest wait between two tries; one that seems to wait longer was put off by a clock that was wrong.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    private const string Insert = """
        insert into outbox (id, message_key, kind, conversation_id, reference_id, body, due, too_late, state, attempts, doubled, at)
        values (@Id, @MessageKey, @Kind, @ConversationId, @Reference, @Body, @Due, @TooLate, 'waiting', 0, 0, @At)
        on conflict (message_key) do nothing
        """;

    private const string Ready = "state = 'waiting' and (due <= @Now or (attempts > 0 and due > @Wrong))";

    // The condition stands twice, because PostgreSQL looks again only at the outer one when it had to wait for another who took the row.
    private const string Take = $"""
        update outbox set state = 'sending', attempts = attempts + 1, owner = @Owner, held_until = @Until
        where {Ready} and id = (
          select o.id from outbox o where o.{Ready}
            and not exists (select 1 from outbox s where s.state = 'sending' and s.conversation_id = o.conversation_id)
          order by o.due, o.id limit 1)
        returning id, message_key, kind, conversation_id, body, due, too_late, at, attempts
        """;

    private const string Held = "where id = @Id and owner = @Owner and state = 'sending'";

    private const string TakeBack = """
        update outbox set state = 'waiting', doubled = doubled + 1, owner = null, held_until = null, due = @Now
        where state = 'sending' and owner <> @Owner and (held_until < @Now or held_until > @Wrong)
        """;

    /// <summary>False where the key is known already. Stored before it returns.</summary>
    public async Task<bool> AddAsync(OutboxRow row, CancellationToken ct) => await ExecuteAsync(Insert, new
    {
        row.Id,
        MessageKey = Keys.Of(row.MessageKey),
        row.Kind,
        row.ConversationId,
        Reference = ConversationReference.IdOf(row.ConversationId),
        row.Body,
        row.Due,
        row.TooLate,
        row.At,
    }, ct) == 1;

    /// <summary>The next message that is due, now held by <paramref name="owner"/>; null where none is, or where another was quicker.</summary>
    public async Task<OutboxRow?> TakeAsync(string owner, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<OutboxRow>(new CommandDefinition(
            Take, new { Owner = owner, Now = now, Until = now + Hold, Wrong = now + LongestWait * 2 }, cancellationToken: ct));
    }

    /// <summary>When the next message that waits is due.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "select min(due) from outbox where state = 'waiting'", cancellationToken: ct)) is { } due
            ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;
    }

    /// <summary>Takes back what was under way when its process died. Whether it was sent nobody knows: it is sent again, and counted.</summary>
    public async Task<int> TakeBackAsync(string owner, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var found = await connection.ExecuteAsync(new CommandDefinition(
            TakeBack, new { Owner = owner, Now = now, Wrong = now + Hold * 2 }, transaction, cancellationToken: ct));
        if (found > 0) await CountAsync(connection, transaction, found, ct);
        await transaction.CommitAsync(ct);
        return found;
    }

    /// <summary>It arrived: what it said is deleted.</summary>
    public async Task<bool> SentAsync(string id, string owner, string? activityId, CancellationToken ct) => await ExecuteAsync(
        $"update outbox set state = 'sent', body = null, owner = null, held_until = null, reason = null, activity_id = @ActivityId {Held}",
        new { Id = id, Owner = owner, ActivityId = activityId is null ? null : Keys.Of(activityId) }, ct) == 1;

    /// <param name="id">Which message.</param>
    /// <param name="owner">Who holds it.</param>
    /// <param name="due">When it is to be tried again.</param>
    /// <param name="reason">Why it was not delivered.</param>
    /// <param name="mayHaveArrived">Whether the channel may have taken it all the same.</param>
    /// <param name="ct">Gives up.</param>
    public async Task PutOffAsync(string id, string owner, DateTimeOffset due, string reason, bool mayHaveArrived, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var held = await connection.ExecuteAsync(new CommandDefinition(
            $"update outbox set state = 'waiting', owner = null, held_until = null, due = @Due, reason = @Reason, doubled = doubled + @Doubled {Held}",
            new { Id = id, Owner = owner, Due = due, Reason = Keys.Text(reason, 300), Doubled = mayHaveArrived ? 1 : 0 }, transaction, cancellationToken: ct));
        if (held == 1 && mayHaveArrived) await CountAsync(connection, transaction, 1, ct);
        await transaction.CommitAsync(ct);
    }

    /// <param name="id">Which message.</param>
    /// <param name="owner">Who holds it.</param>
    /// <param name="reason">In words that an administrator can act on.</param>
    /// <param name="keep">Whether a later try could succeed, so that the text stays until retention takes it.</param>
    /// <param name="ct">Gives up.</param>
    public Task DieAsync(string id, string owner, string reason, bool keep, CancellationToken ct) => ExecuteAsync(
        $"update outbox set state = 'dead', owner = null, held_until = null, reason = @Reason, body = case when @Keep then body else null end {Held}",
        new { Id = id, Owner = owner, Reason = Keys.Text(reason, 300), Keep = keep }, ct);

    /// <summary>Takes a message out that has not been sent yet, such as a reminder that is cancelled.</summary>
    public async Task<bool> CancelAsync(string messageKey, CancellationToken ct) => await ExecuteAsync(
        "delete from outbox where message_key = @Key and state = 'waiting'", new { Key = Keys.Of(messageKey) }, ct) == 1;

    private static Task<int> CountAsync(DbConnection connection, DbTransaction transaction, int by, CancellationToken ct) => connection.ExecuteAsync(
        new CommandDefinition(Counters.Add, new { Name = Doubled, By = by }, transaction, cancellationToken: ct));

    private async Task<int> ExecuteAsync(string sql, object parameters, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: ct));
    }
}
