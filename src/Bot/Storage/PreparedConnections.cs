using System.Collections.Concurrent;

namespace Bot.Storage;

/// <summary>Lends prepared connections. Those to a SQLite file are kept for the next; PostgreSQL's own pool keeps its connections, and mends them.</summary>
public sealed class PreparedConnections(Database database) : IAsyncDisposable
{
    // Each holds a page cache of its own, and a statement keeps a connection for microseconds.
    private const int MostIdle = 4;
    private readonly ConcurrentQueue<PreparedConnection> _idle = new();

    /// <summary>Whether no other process writes there.</summary>
    internal bool AreOfOneProcess => database.Kind == DatabaseKind.Sqlite;

    public async ValueTask<PreparedConnection> RentAsync(CancellationToken ct) =>
        _idle.TryDequeue(out var kept) ? kept : new PreparedConnection(await database.OpenAsync(ct));

    /// <summary>Only after everything went well; else dispose of it.</summary>
    public ValueTask ReturnAsync(PreparedConnection connection)
    {
        if (database.Kind == DatabaseKind.Postgres || _idle.Count >= MostIdle) return connection.DisposeAsync();
        _idle.Enqueue(connection);
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryDequeue(out var connection)) await connection.DisposeAsync();
    }
}
