using System.Data.Common;
using Bot.Storage.Sources;
using Dapper;

namespace Bot.Storage;

/// <summary>A change to one file of the content that is not in a release yet.</summary>
public sealed record DraftRow
{
    public required string Path { get; init; }

    /// <summary>The whole new file; null where it is to go.</summary>
    public string? Text { get; init; }

    /// <summary>SHA-256 of the file that the change was made on, in hexadecimal; empty for a new one.</summary>
    public required string Base { get; init; }

    /// <summary>Where it came from: a document, an import, an edit.</summary>
    public required string Origin { get; init; }

    public required string Who { get; init; }

    public required string Why { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>The changes that the next release will hold.</summary>
public sealed class DraftRows(Database database)
{
    private const string Insert =
        "insert into draft (path, text, base, origin, who, why, at) values (@Path, @Text, @Base, @Origin, @Who, @Why, @At) on conflict (path) do nothing";

    private const string Replace = """
        update draft set text = @Text, base = @Base, origin = @Origin, who = @Who, why = @Why, at = @At
        where path = @Path and at = @LastAt and coalesce(text, '') = @LastText
        """;

    public async Task<IReadOnlyList<DraftRow>> ListAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<DraftRow>(new CommandDefinition(
            "select path, text, base, origin, who, why, at from draft order by path", cancellationToken: ct))).AsList();
    }

    /// <summary>All or nothing; a later change of a file takes the place of an earlier one.</summary>
    public async Task SaveAsync(IReadOnlyCollection<DraftRow> drafts, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var draft in drafts)
        {
            await connection.ExecuteAsync(new CommandDefinition("""
                insert into draft (path, text, base, origin, who, why, at) values (@Path, @Text, @Base, @Origin, @Who, @Why, @At)
                on conflict (path) do update set text = excluded.text, base = excluded.base, origin = excluded.origin,
                  who = excluded.who, why = excluded.why, at = excluded.at
                """, draft, transaction, cancellationToken: ct));
            await AuditAsync(connection, transaction, draft, ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>All or nothing, and only where nobody else has changed one of the files since it was read.</summary>
    /// <param name="drafts">What to keep.</param>
    /// <param name="seen">The drafts as they were read.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>False where somebody was faster; then nothing is kept.</returns>
    public async Task<bool> SaveOnAsync(IReadOnlyCollection<DraftRow> drafts, IReadOnlyList<DraftRow> seen, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var draft in drafts)
        {
            if (!await WriteOnAsync(connection, transaction, draft, seen.FirstOrDefault(row => row.Path == draft.Path), ct)) return false;
        }

        await transaction.CommitAsync(ct);
        return true;
    }

    /// <returns>False where the draft is not the one that was seen: somebody was faster.</returns>
    internal static async Task<bool> WriteOnAsync(DbConnection connection, DbTransaction transaction, DraftRow draft, DraftRow? seen, CancellationToken ct)
    {
        var row = new { draft.Path, draft.Text, draft.Base, draft.Origin, draft.Who, draft.Why, draft.At, LastAt = seen?.At ?? default, LastText = seen?.Text ?? "" };
        if (await connection.ExecuteAsync(new CommandDefinition(seen is null ? Insert : Replace, row, transaction, cancellationToken: ct)) == 0) return false;
        await AuditAsync(connection, transaction, draft, ct);
        return true;
    }

    /// <returns>False where the draft is not the one that was seen.</returns>
    internal static async Task<bool> DropOnAsync(DbConnection connection, DbTransaction transaction, DraftTakenBack gone, CancellationToken ct)
    {
        var seen = new { gone.Seen.Path, gone.Seen.At, Text = gone.Seen.Text ?? "" };
        if (await connection.ExecuteAsync(new CommandDefinition(
            "delete from draft where path = @Path and at = @At and coalesce(text, '') = @Text", seen, transaction, cancellationToken: ct)) == 0) return false;
        await AuditForgottenAsync(connection, transaction, gone, ct);
        return true;
    }

    /// <summary>Takes drafts back that nobody wants, with an entry for each in the audit log.</summary>
    public async Task<int> ForgetAsync(IReadOnlyCollection<DraftRow> drafts, string who, string why, DateTimeOffset at, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var forgotten = 0;
        foreach (var draft in drafts)
        {
            if (await connection.ExecuteAsync(new CommandDefinition("delete from draft where path = @Path and at = @At", draft, transaction, cancellationToken: ct)) == 0) continue;
            forgotten++;
            await AuditForgottenAsync(connection, transaction, new DraftTakenBack(draft, who, why, at), ct);
        }

        await transaction.CommitAsync(ct);
        return forgotten;
    }

    private static Task AuditForgottenAsync(DbConnection connection, DbTransaction transaction, DraftTakenBack gone, CancellationToken ct) =>
        AuditRows.AddAsync(connection, transaction, new AuditEntry { At = gone.At, Who = gone.Who, Action = "draft forgotten", What = gone.Seen.Path, Why = gone.Why }, ct);

    private static Task AuditAsync(DbConnection connection, DbTransaction transaction, DraftRow draft, CancellationToken ct) =>
        AuditRows.AddAsync(connection, transaction, new AuditEntry
        {
            At = draft.At,
            Who = draft.Who,
            Action = draft.Text is null ? "draft removes" : "draft writes",
            What = draft.Path,
            Why = $"{draft.Origin}: {draft.Why}",
        }, ct);
}
