using Dapper;

namespace Bot.Storage.Governors;

/// <summary>When a person's term as a governor ends: the day after, their walk and notes for that trust are deleted.</summary>
public sealed class Terms(Database database, PersonKeys people)
{
    private static readonly string[] Ended =
    [
        "delete from meeting_note where exists (select 1 from term t where t.person = meeting_note.person and t.trust = meeting_note.trust and t.ends < @today)",
        "delete from walk where exists (select 1 from term t where t.person = walk.person and t.trust = walk.trust and t.ends < @today)",
        "delete from term where ends < @today",
    ];

    public async Task WriteAsync(string userId, string trust, DateOnly ends, CancellationToken ct)
    {
        var person = await people.OfAsync(userId, ct);
        await using var connection = await database.OpenAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into term (person, trust, ends) values (@person, @trust, @ends) on conflict (person, trust) do update set ends = excluded.ends",
            new { person, trust = Keys.Of(trust), ends = Days.Write(ends) }, cancellationToken: ct));
    }

    /// <summary>Deletes what belongs to terms that have ended.</summary>
    public async Task<int> SweepAsync(DateOnly today, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var deleted = 0;
        foreach (var sql in Ended)
            deleted += await connection.ExecuteAsync(new CommandDefinition(sql, new { today = Days.Write(today) }, transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);
        return deleted;
    }
}
