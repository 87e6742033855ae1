using Dapper;

namespace Bot.Storage;

/// <summary>An article that is not to be shown, although the served release holds it.</summary>
public sealed record WithdrawnArticle
{
    public string ArticleId { get; init; } = "";

    public string Why { get; init; } = "";

    public string Who { get; init; } = "";

    public DateTimeOffset At { get; init; }
}

/// <summary>Articles taken back at once, without a release.</summary>
public sealed class WithdrawnArticles(Database database, TimeProvider time)
{
    /// <summary>Actions of the audit log.</summary>
    public const string Withdrawn = "withdrawn", Restored = "restored";

    public async Task<IReadOnlyList<WithdrawnArticle>> ListAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<WithdrawnArticle>(new CommandDefinition(
            "select article_id, why, who, at from withdrawn order by article_id", cancellationToken: ct))).AsList();
    }

    public Task WithdrawAsync(string articleId, string who, string why, CancellationToken ct) => WriteAsync("""
        insert into withdrawn (article_id, why, who, at) values (@Article, @Why, @Who, @At)
        on conflict (article_id) do update set why = excluded.why, who = excluded.who, at = excluded.at
        """, Withdrawn, articleId, who, why, ct);

    public Task RestoreAsync(string articleId, string who, string why, CancellationToken ct) =>
        WriteAsync("delete from withdrawn where article_id = @Article", Restored, articleId, who, why, ct);

    private async Task WriteAsync(string sql, string action, string articleId, string who, string why, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var now = time.GetUtcNow();
        var row = new { Article = Keys.Of(articleId), Why = Keys.Text(why, 2000), Who = Keys.Of(who), At = now };
        if (await connection.ExecuteAsync(new CommandDefinition(sql, row, transaction, cancellationToken: ct)) == 0) return;
        await AuditRows.AddAsync(connection, transaction, new AuditEntry { At = now, Who = who, Action = action, What = $"article {articleId}", Why = why }, ct);
        await ReleaseSignal.SendAsync(connection, transaction, ct);
        await transaction.CommitAsync(ct);
    }
}
