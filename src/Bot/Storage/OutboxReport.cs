using Dapper;

namespace Bot.Storage;

/// <summary>What an administrator can see of the outbox and do about it; never what a message says.</summary>
public sealed class OutboxReport(Database database, TimeProvider time)
{
    public async Task<IReadOnlyList<OutboxCount>> CountsAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<OutboxCount>(new CommandDefinition(
            "select state, count(*) as messages from outbox group by state order by state", cancellationToken: ct))).AsList();
    }

    /// <summary>Messages that could not be sent, the latest first.</summary>
    public async Task<IReadOnlyList<DeadLetter>> DeadAsync(int most, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<DeadLetter>(new CommandDefinition(
            "select id, kind, reason, attempts, due, body is not null as is_kept from outbox where state = 'dead' order by due desc, id desc limit @most",
            new { most }, cancellationToken: ct))).AsList();
    }

    /// <summary>Lets a message that could not be sent be tried again for a day; false where there is none of this id, or its text is gone.</summary>
    public async Task<bool> RetryAsync(string id, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(
            "update outbox set state = 'waiting', attempts = 0, due = @now, too_late = @late where id = @id and state = 'dead' and body is not null",
            new { id, now, late = now.AddDays(1) }, cancellationToken: ct)) == 1;
    }
}
