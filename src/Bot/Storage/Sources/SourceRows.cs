using System.Data.Common;
using Dapper;

namespace Bot.Storage.Sources;

/// <summary>What is known of sources and their documents. A step is written whole or not at all.</summary>
public sealed class SourceRows(Database database)
{
    private const int LongestName = 1000, LongestProblem = 1000;

    public Task<IReadOnlyList<SourceItem>> ItemsAsync(string source, CancellationToken ct) => ListAsync<SourceItem>(
        "select source, id, parent, name, known, is_folder, listed, mark, hash, seen_at, problem from source_item where source = @source order by id", source, ct);

    /// <summary>Names under which documents of any source stand.</summary>
    public Task<IReadOnlyList<string>> KnownAsync(CancellationToken ct) => ListAsync<string>("select known from source_item where known <> ''", "", ct);

    /// <summary>Every document is read again at the next refresh, because drafts that were made of them were forgotten.</summary>
    public async Task ReadAgainAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition("update source_item set mark = 'again', hash = '' where mark <> ''", cancellationToken: ct));
    }

    public async Task<SourceState?> StateAsync(string source, CancellationToken ct) => await ListAsync<SourceState>(
        "select source, place, root, bookmark, refreshed_at, problem from source_state where source = @source", source, ct) is [var state] ? state : null;

    /// <summary>What a listing found, with the place from which the next goes on.</summary>
    public Task ListedAsync(SourceState state, IReadOnlyList<SourceItem> items, IReadOnlyList<SourceItem> forgotten, CancellationToken ct) => WriteAsync(async (connection, transaction) =>
    {
        await StateAsync(connection, transaction, state, ct);
        await ItemsAsync(connection, transaction, items, forgotten, ct);
    }, ct);

    public Task StateAsync(SourceState state, CancellationToken ct) => WriteAsync((connection, transaction) => StateAsync(connection, transaction, state, ct), ct);

    /// <summary>Writes all steps or none.</summary>
    /// <returns>False where somebody changed one of the drafts meanwhile; then nothing is written.</returns>
    public async Task<bool> WriteAsync(IReadOnlyList<SourceStep> steps, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var step in steps)
            if (!await StepAsync(connection, transaction, step, ct)) return false;
        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task<bool> StepAsync(DbConnection connection, DbTransaction transaction, SourceStep step, CancellationToken ct)
    {
        foreach (var draft in step.Drafts)
            if (!await DraftRows.WriteOnAsync(connection, transaction, draft.Row, draft.Seen, ct)) return false;
        foreach (var draft in step.DraftsGone)
            if (!await DraftRows.DropOnAsync(connection, transaction, draft, ct)) return false;
        foreach (var mark in step.Marks) await SourceMarks.WriteAsync(connection, transaction, mark, ct);
        await ItemsAsync(connection, transaction, step.Items, step.Forgotten, ct);
        return true;
    }

    private static Task<int> StateAsync(DbConnection connection, DbTransaction transaction, SourceState state, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition("""
            insert into source_state (source, place, root, bookmark, refreshed_at, problem) values (@Source, @Place, @Root, @Bookmark, @RefreshedAt, @Problem)
            on conflict (source) do update set place = excluded.place, root = excluded.root, bookmark = excluded.bookmark,
              refreshed_at = excluded.refreshed_at, problem = excluded.problem
            """, state with { Problem = Words(state.Problem) }, transaction, cancellationToken: ct));

    private static async Task ItemsAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<SourceItem> items, IReadOnlyList<SourceItem> forgotten, CancellationToken ct)
    {
        await ManyAsync(connection, transaction, "delete from source_item where source = @Source and id = @Id", forgotten, ct);
        await ManyAsync(connection, transaction, """
            insert into source_item (source, id, parent, name, known, is_folder, listed, mark, hash, seen_at, problem)
            values (@Source, @Id, @Parent, @Name, @Known, @IsFolder, @Listed, @Mark, @Hash, @SeenAt, @Problem)
            on conflict (source, id) do update set parent = excluded.parent, name = excluded.name, known = excluded.known, is_folder = excluded.is_folder,
              listed = excluded.listed, mark = excluded.mark, hash = excluded.hash, seen_at = excluded.seen_at, problem = excluded.problem
            """, items.Select(item => item with { Name = Keys.Text(item.Name, LongestName), Problem = Words(item.Problem) }), ct);
    }

    private static string? Words(string? problem) => problem is null ? null : Keys.Text(problem, LongestProblem);

    private static async Task ManyAsync(DbConnection connection, DbTransaction transaction, string sql, IEnumerable<object> rows, CancellationToken ct)
    {
        foreach (var row in rows) await connection.ExecuteAsync(new CommandDefinition(sql, row, transaction, cancellationToken: ct));
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(string sql, string source, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, new { source }, cancellationToken: ct))).AsList();
    }

    private async Task WriteAsync(Func<DbConnection, DbTransaction, Task> write, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await write(connection, transaction);
        await transaction.CommitAsync(ct);
    }
}
