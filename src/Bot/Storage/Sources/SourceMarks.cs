using System.Data.Common;
using Dapper;

namespace Bot.Storage.Sources;

/// <summary>Articles whose source changed or vanished, until their text is published anew or somebody dismisses the mark.</summary>
public sealed class SourceMarks(Database database, TimeProvider time)
{
    public async Task<IReadOnlyList<SourceMark>> ListAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<SourceMark>(new CommandDefinition(
            "select article_id, source, reason, digest, at from source_mark order by article_id, source", cancellationToken: ct))).AsList();
    }

    public async Task AddAsync(IReadOnlyCollection<SourceMark> marks, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var mark in marks) await WriteAsync(connection, transaction, mark, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>What vanished is there again as it was.</summary>
    public async Task LiftAsync(string source, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition("delete from source_mark where source = @Source and reason = @Vanished",
            new { Source = Keys.Of(source), SourceMark.Vanished }, cancellationToken: ct));
    }

    /// <summary>An editor has looked: the article stands as it is.</summary>
    /// <returns>False where it had no mark.</returns>
    public async Task<bool> DismissAsync(string articleId, string who, string why, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var gone = await connection.ExecuteAsync(new CommandDefinition("delete from source_mark where article_id = @Article", new { Article = Keys.Of(articleId) }, transaction, cancellationToken: ct));
        if (gone == 0) return false;
        await AuditRows.AddAsync(connection, transaction, new AuditEntry { At = time.GetUtcNow(), Who = who, Action = "source change dismissed", What = $"article {articleId}", Why = why }, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    internal static Task WriteAsync(DbConnection connection, DbTransaction transaction, SourceMark mark, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition("""
            insert into source_mark (article_id, source, reason, digest, at) values (@ArticleId, @Source, @Reason, @Digest, @At)
            on conflict (article_id, source) do update set reason = excluded.reason, digest = excluded.digest, at = excluded.at
            """, mark with { ArticleId = Keys.Of(mark.ArticleId), Source = Keys.Of(mark.Source) }, transaction, cancellationToken: ct));
}
