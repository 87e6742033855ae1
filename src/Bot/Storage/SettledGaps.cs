using Dapper;

namespace Bot.Storage;

/// <summary>A wording that was dealt with.</summary>
public sealed record SettledGap
{
    /// <summary>A digest of the wording.</summary>
    public string Wording { get; init; } = "";

    /// <summary>It stays so if it is asked again.</summary>
    public bool ForGood { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>What editors have done with the gap board. No text is kept, and who did it is in the audit log only.</summary>
public sealed class SettledGaps(Database database, TimeProvider time)
{
    public async Task<IReadOnlyList<SettledGap>> ListAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<SettledGap>(new CommandDefinition("select wording, for_good, at from gap_settled", cancellationToken: ct))).AsList();
    }

    /// <summary>With an entry in the audit log, in one transaction.</summary>
    public async Task SettleAsync(IReadOnlyCollection<string> wordings, bool forGood, AuditEntry entry, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var wording in wordings)
        {
            await connection.ExecuteAsync(new CommandDefinition("""
                insert into gap_settled (wording, for_good, at) values (@wording, @forGood, @now)
                on conflict (wording) do update set for_good = excluded.for_good, at = excluded.at
                """, new { wording, forGood, now }, transaction, cancellationToken: ct));
        }

        await AuditRows.AddAsync(connection, transaction, entry with { At = now }, ct);
        await transaction.CommitAsync(ct);
    }
}
