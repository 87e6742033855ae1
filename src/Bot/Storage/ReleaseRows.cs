using System.Data.Common;
using Dapper;

namespace Bot.Storage;

/// <summary>A release as it is kept: written once, never changed.</summary>
public sealed record ReleaseRow
{
    /// <summary>From 1; 0 stands for the content that the program brings and has no row.</summary>
    public long Number { get; init; }

    public required string Hash { get; init; }

    public required long MadeFrom { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required string MadeBy { get; init; }

    public required string Why { get; init; }

    /// <summary>Empty in a list.</summary>
    public byte[] Files { get; init; } = [];
}

/// <summary>A file that a release adds, changes or removes, with who did it and why.</summary>
public sealed record ReleasedChange(string Path, string Kind, string Who, string Why);

/// <summary>The releases and their files.</summary>
public sealed class ReleaseRows(Database database)
{
    /// <summary>Stores the release under the next number, with entries in the audit log for it and for each of its changes, in one transaction.</summary>
    /// <param name="release">Its number is not read.</param>
    /// <param name="changes">What it changes.</param>
    /// <param name="drafts">What it was made of; these rows go when it is served.</param>
    /// <param name="ct">Gives up; nothing is kept.</param>
    /// <returns>Its number.</returns>
    public async Task<long> AddAsync(ReleaseRow release, IReadOnlyCollection<ReleasedChange> changes, IReadOnlyCollection<DraftRow> drafts, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = await connection.BeginTransactionAsync(ct);
                var number = await connection.ExecuteScalarAsync<long>(new CommandDefinition("""
                    insert into release (number, hash, made_from, made_at, made_by, why, files)
                    select coalesce(max(number), 0) + 1, @Hash, @MadeFrom, @MadeAt, @MadeBy, @Why, @Files from release returning number
                    """, release, transaction, cancellationToken: ct));
                await AuditRows.AddAsync(connection, transaction, new AuditEntry
                {
                    At = release.MadeAt,
                    Who = release.MadeBy,
                    Action = "release made",
                    What = $"release {number}",
                    Why = release.Why,
                }, ct);
                foreach (var change in changes)
                {
                    await AuditRows.AddAsync(connection, transaction, new AuditEntry
                    {
                        At = release.MadeAt,
                        Who = change.Who,
                        Action = $"{change.Kind} in release {number}",
                        What = change.Path,
                        Why = change.Why,
                    }, ct);
                }

                foreach (var draft in drafts)
                {
                    await connection.ExecuteAsync(new CommandDefinition(
                        "insert into released_draft (number, path, at) values (@number, @Path, @At)", new { number, draft.Path, draft.At }, transaction, cancellationToken: ct));
                }

                await transaction.CommitAsync(ct);
                return number;
            }
            catch (DbException e) when (attempt < 5 && (Faults.IsCollision(e) || Faults.IsOfTheWrite(e)))
            {
                // Somebody else took the number.
            }
        }
    }

    public async Task<ReleaseRow?> FindAsync(long number, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<ReleaseRow>(new CommandDefinition(
            "select number, hash, made_from, made_at, made_by, why, files from release where number = @number", new { number }, cancellationToken: ct));
    }

    /// <summary>The latest first, without their files.</summary>
    public async Task<IReadOnlyList<ReleaseRow>> ListAsync(int most, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<ReleaseRow>(new CommandDefinition(
            "select number, hash, made_from, made_at, made_by, why from release order by number desc limit @most", new { most }, cancellationToken: ct))).AsList();
    }
}
