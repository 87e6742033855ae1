using System.Collections.Concurrent;

namespace Bot.Storage;

/// <summary>Lends prepared connections. Those to a SQLite file are kept for the next; PostgreSQL's own pool keeps its connections, and mends them.</summary>
public sealed class PreparedConnections(Database database) : IAsyncDisposable
{
    // Each holds a page cache of its own, and a statement keeps a connection for microseconds.
    private const int MostIdle = 4;

    // 8 MB of pages; and 16 MB of changes before they are copied into the file, for most pages change again before that.
    private const string ForWriter = "pragma cache_size = -8000; pragma wal_autocheckpoint = 4000";
    private readonly ConcurrentQueue<PreparedConnection> _idle = new();
    private PreparedConnection? _writer;

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

    /// <summary>The one that shared commits go through. A file's connection forgets its pages when another has written: this one writes nearly all, and finds those that it changes again and again.</summary>
    public async ValueTask<PreparedConnection> RentWriterAsync(CancellationToken ct)
    {
        if (Interlocked.Exchange(ref _writer, null) is { } kept) return kept;
        var connection = await RentAsync(ct);
        try
        {
            if (AreOfOneProcess) await connection.ExecuteAsync(ForWriter, null, null, ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Only after everything went well; else dispose of it.</summary>
    public async ValueTask ReturnWriterAsync(PreparedConnection connection)
    {
        if (AreOfOneProcess)
        {
            if (Interlocked.Exchange(ref _writer, connection) is { } other) await other.DisposeAsync();
        }
        else
        {
            await connection.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _writer, null) is { } writer) await writer.DisposeAsync();
        while (_idle.TryDequeue(out var connection)) await connection.DisposeAsync();
    }
}
