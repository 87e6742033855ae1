using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Answers.Bench;

/// <summary>The yardstick: SQLite FTS5 over the same base, in memory, one row an entry.</summary>
internal sealed partial class FullText : IDisposable
{
    public const string Table = "create virtual table kb using fts5(id unindexed, body)";
    public const string Query = "select id from kb where kb match $terms order by bm25(kb) limit 3";
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteCommand _query;
    private readonly SqliteParameter _terms;

    public FullText(KnowledgeBase source)
    {
        _connection.Open();
        Execute(Table);
        using (var transaction = _connection.BeginTransaction()) Fill(source, transaction);
        Execute("insert into kb(kb) values('optimize')");
        _query = _connection.CreateCommand();
        _query.CommandText = Query;
        _terms = _query.Parameters.Add("$terms", SqliteType.Text);
        _query.Prepare();
    }

    public static string Settings => $"default tokenizer, optimised, prepared: {Table}; {Query}; $terms = every word in quotes, joined by OR";

    public string? First(string question)
    {
        _terms.Value = string.Join(" OR ", Words().Matches(question).Select(m => $"\"{m.Value}\""));
        if (_terms.Value is "") return null;
        string? first = null;
        using var rows = _query.ExecuteReader();
        while (rows.Read()) first ??= rows.GetString(0);
        return first;
    }

    public void Dispose()
    {
        _query.Dispose();
        _connection.Dispose();
    }

    private void Fill(KnowledgeBase source, SqliteTransaction transaction)
    {
        using var insert = _connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "insert into kb(id, body) values($id, $body)";
        var id = insert.Parameters.Add("$id", SqliteType.Text);
        var body = insert.Parameters.Add("$body", SqliteType.Text);
        foreach (var entry in source.Entries)
        {
            id.Value = entry.Id;
            body.Value = string.Join('\n', [entry.Title, .. entry.Questions, entry.Text]);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Words();
}
