using Dapper;

namespace Bot.Storage.Sources;

/// <summary>A link as it was when it was last looked at.</summary>
public sealed record WatchedLink
{
    public string Url { get; init; } = "";

    public string Etag { get; init; } = "";

    public string Modified { get; init; } = "";

    /// <summary>Of what it says; empty where it was never reached.</summary>
    public string Hash { get; init; } = "";

    /// <summary>How often in a row it was not there.</summary>
    public long Missed { get; init; }

    public DateTimeOffset CheckedAt { get; init; }
}

/// <summary>Links of sources that are looked at by the clock.</summary>
public sealed class WatchedLinks(Database database)
{
    public async Task<IReadOnlyList<WatchedLink>> ListAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<WatchedLink>(new CommandDefinition(
            "select url, etag, modified, hash, missed, checked_at from watched_link", cancellationToken: ct))).AsList();
    }

    /// <summary>Keeps the link's state and what follows from it, or neither.</summary>
    public async Task KeepAsync(WatchedLink link, IReadOnlyCollection<SourceMark> marks, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var mark in marks) await SourceMarks.WriteAsync(connection, transaction, mark, ct);
        await connection.ExecuteAsync(new CommandDefinition("""
            insert into watched_link (url, etag, modified, hash, missed, checked_at) values (@Url, @Etag, @Modified, @Hash, @Missed, @CheckedAt)
            on conflict (url) do update set etag = excluded.etag, modified = excluded.modified, hash = excluded.hash,
              missed = excluded.missed, checked_at = excluded.checked_at
            """, link with { Url = Keys.Of(link.Url), Etag = Keys.Text(link.Etag, 500), Modified = Keys.Text(link.Modified, 100) }, transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);
    }
}
