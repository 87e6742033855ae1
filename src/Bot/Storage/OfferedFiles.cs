using System.Security.Cryptography;
using Dapper;

namespace Bot.Storage;

/// <summary>A file to hand over.</summary>
/// <param name="Name">With its ending, fit for every file system.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Description">What it is, in a sentence.</param>
/// <param name="Bytes">All of it.</param>
public sealed record OfferedFile(string Name, string ContentType, string Description, ReadOnlyMemory<byte> Bytes);

/// <summary>Files that were offered and not yet taken, kept sealed for an hour so that any process can hand them over.</summary>
public sealed class OfferedFiles(Database database, TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    // Longer than any upload may take; a process that died lets go of its claim by itself.
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(3);

    /// <returns>The id, which nobody can guess and which is stored nowhere.</returns>
    public async Task<string> KeepAsync(string conversationId, OfferedFile file, CancellationToken ct)
    {
        var id = SealedFile.NewId();
        var seal = SealedFile.Of(id)!;
        await ExecuteAsync(
            """
            insert into file_offer (id, conversation, name, content_type, description, sealed, claimed_until, expires)
            values (@Id, @Conversation, @Name, @ContentType, @Description, @Sealed, 0, @Expires)
            """,
            new
            {
                Id = seal.RowId,
                Conversation = Digest(conversationId),
                Name = Keys.Text(file.Name, 200),
                ContentType = Keys.Text(file.ContentType, 200),
                Description = Keys.Text(file.Description, 500),
                Sealed = seal.Seal(file.Bytes.Span),
                Expires = time.GetUtcNow() + Kept,
            },
            ct);
        return id;
    }

    /// <returns>Null where it was taken or withdrawn, or its hour is over.</returns>
    public async Task<OfferedFile?> ReadAsync(string id, CancellationToken ct)
    {
        if (SealedFile.Of(id) is not { } seal) return null;
        await using var connection = await database.OpenAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            "select name, content_type, description, sealed from file_offer where id = @RowId and expires > @Now",
            new { seal.RowId, Now = time.GetUtcNow() }, cancellationToken: ct));
        return row is null ? null : new OfferedFile(row.Name, row.ContentType, row.Description, seal.Open(row.Sealed));
    }

    /// <summary>True for one caller at a time, and only in the conversation that the file was offered in.</summary>
    public async Task<bool> TryClaimAsync(string id, string conversationId, CancellationToken ct) =>
        SealedFile.Of(id) is { } seal && await ExecuteAsync(
            "update file_offer set claimed_until = @Until where id = @RowId and conversation = @Conversation and claimed_until <= @Now and expires > @Now",
            new { seal.RowId, Conversation = Digest(conversationId), Now = time.GetUtcNow(), Until = time.GetUtcNow() + Claim }, ct) == 1;

    public Task ReleaseAsync(string id, CancellationToken ct) => SealedFile.Of(id) is { } seal
        ? ExecuteAsync("update file_offer set claimed_until = 0 where id = @RowId", new { seal.RowId }, ct)
        : Task.CompletedTask;

    /// <summary>False where there was nothing to delete for this conversation.</summary>
    public async Task<bool> DeleteAsync(string id, string conversationId, CancellationToken ct) =>
        SealedFile.Of(id) is { } seal && await ExecuteAsync(
            "delete from file_offer where id = @RowId and conversation = @Conversation", new { seal.RowId, Conversation = Digest(conversationId) }, ct) == 1;

    public Task<int> SweepAsync(CancellationToken ct) =>
        ExecuteAsync("delete from file_offer where expires <= @Now", new { Now = time.GetUtcNow() }, ct);

    internal static string Digest(string conversationId) => Convert.ToHexStringLower(SHA256.HashData(Keys.Bytes(conversationId)));

    private async Task<int> ExecuteAsync(string sql, object parameters, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: ct));
    }

    private sealed record Row
    {
        public string Name { get; init; } = "";
        public string ContentType { get; init; } = "";
        public string Description { get; init; } = "";
        public byte[] Sealed { get; init; } = [];
    }
}
