using System.Data.Common;
using Dapper;

namespace Bot.Storage;

/// <summary>Who did what to the knowledge base, when and why.</summary>
public sealed record AuditEntry
{
    public required DateTimeOffset At { get; init; }

    /// <summary>An object id, or "command line".</summary>
    public required string Who { get; init; }

    public required string Action { get; init; }

    public required string What { get; init; }

    public required string Why { get; init; }
}

/// <summary>Append only: there is no way to change or delete an entry, and the database refuses it too (<see cref="AuditGuard"/>).</summary>
public sealed class AuditRows(Database database)
{
    private const int LongestText = 2000;

    public async Task AddAsync(AuditEntry entry, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await AddAsync(connection, null, entry, ct);
    }

    /// <summary>The latest first; of one thing where it is named.</summary>
    public async Task<IReadOnlyList<AuditEntry>> ListAsync(string? what, int most, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<AuditEntry>(new CommandDefinition(
            "select at, who, action, what, why from audit where @what = '' or what = @what order by at desc, id desc limit @most",
            new { what = what ?? "", most }, cancellationToken: ct))).AsList();
    }

    /// <summary>The latest first, of an article, which has a file and an id; with the releases that were served since it was first changed.</summary>
    public async Task<IReadOnlyList<AuditEntry>> OfArticleAsync(string path, string id, int most, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<AuditEntry>(new CommandDefinition(
            """
            select at, who, action, what, why from audit
            where what = @path or what = @article
              or (action = 'publication asked' and at >= (select min(at) from audit where what = @path or what = @article))
            order by at desc, id desc limit @most
            """, new { path = Keys.Of(path), article = Keys.Of($"article {id}"), most }, cancellationToken: ct))).AsList();
    }

    internal static Task AddAsync(DbConnection connection, DbTransaction? transaction, AuditEntry entry, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(
            "insert into audit (id, at, who, action, what, why) values (@Id, @At, @Who, @Action, @What, @Why)",
            new
            {
                Id = Guid.CreateVersion7(entry.At).ToString(),
                entry.At,
                Who = Keys.Of(entry.Who),
                entry.Action,
                What = Keys.Of(entry.What),
                Why = Keys.Text(entry.Why, LongestText),
            }, transaction, cancellationToken: ct));
}
