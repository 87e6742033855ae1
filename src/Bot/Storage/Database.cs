using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Bot.Storage;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>Opens connections to the one database that the settings name.</summary>
public sealed class Database : IDisposable
{
    private const string Pragmas =
        "pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on; pragma secure_delete = on; pragma cache_size = -1000;";

    private static readonly TimeSpan PingDeadline = TimeSpan.FromSeconds(5);

    // Pragmas belong to the native handle, which the pool hands out again: set them once for each.
    private readonly ConditionalWeakTable<object, object> _prepared = [];
    private readonly NpgsqlDataSource? _postgres;
    private readonly SqliteConnectionStringBuilder? _sqlite;

    public Database(IOptions<StorageOptions> options, IHostEnvironment environment)
    {
        Rows.Register();
        var settings = options.Value;
        Kind = settings.Kind ?? throw new StorageStartException("Bot:Database:ConnectionString names no database.");
        if (Kind == DatabaseKind.Postgres)
        {
            _postgres = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
            var named = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
            Name = $"PostgreSQL database {named.Database ?? named.Username} on {named.Host}";
        }
        else
        {
            _sqlite = SqliteFile(settings.ConnectionString, environment.ContentRootPath);
            Name = $"SQLite file {_sqlite.DataSource}";
        }
    }

    public DatabaseKind Kind { get; }

    /// <summary>Which database this is, in words, without any secret.</summary>
    public string Name { get; }

    /// <summary>The SQLite file; null for PostgreSQL.</summary>
    public string? File => _sqlite?.DataSource;

    public async ValueTask<DbConnection> OpenAsync(CancellationToken ct)
    {
        if (_postgres is not null)
        {
            return await _postgres.OpenConnectionAsync(ct);
        }

        var connection = new SqliteConnection(_sqlite!.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            if (_prepared.TryAdd(connection.Handle!, connection.DataSource))
            {
                await connection.ExecuteAsync(Pragmas);
            }

            return connection;
        }
        catch
        {
            // The handle goes back to the pool: it must be prepared again when it is next taken.
            if (connection.Handle is { } handle)
            {
                _prepared.Remove(handle);
            }

            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether the database answers now; never throws but for <paramref name="ct"/>.</summary>
    public async ValueTask<bool> PingAsync(CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(PingDeadline);
        try
        {
            await using var connection = await OpenAsync(deadline.Token);
            return await connection.ExecuteScalarAsync<long>(new CommandDefinition("select 1", cancellationToken: deadline.Token)) == 1;
        }
        catch (Exception e) when (e is DbException or TimeoutException or IOException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            return false;
        }
    }

    public void Dispose()
    {
        _postgres?.Dispose();
        if (_sqlite is not null)
        {
            using var pool = new SqliteConnection(_sqlite.ConnectionString);
            SqliteConnection.ClearPool(pool);
        }
    }

    internal void MakeFolder()
    {
        if (_sqlite is null || Path.GetDirectoryName(_sqlite.DataSource) is not { Length: > 0 } folder || Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static SqliteConnectionStringBuilder SqliteFile(string connectionString, string contentRoot)
    {
        var named = new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = 5 };
        var file = string.IsNullOrWhiteSpace(named.DataSource) ? Path.Combine("data", "icsguide.db") : named.DataSource;
        named.DataSource = Path.GetFullPath(file, contentRoot);
        return named;
    }
}
