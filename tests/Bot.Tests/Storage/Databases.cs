using Bot.Storage;
using Npgsql;

namespace Bot.Tests.Storage;

/// <summary>A new, empty database of either kind for one test: a SQLite file, or a schema of the PostgreSQL server that
/// ICSGUIDE_TEST_POSTGRES names.</summary>
public sealed class Databases : IAsyncDisposable
{
    private readonly string? _folder;
    private readonly string? _schema;

    private Databases(DatabaseKind kind, string connectionString, string? folder, string? schema)
    {
        (Kind, ConnectionString, _folder, _schema) = (kind, connectionString, folder, schema);
    }

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    public DatabaseKind Kind { get; }

    /// <summary>For Bot:Database:ConnectionString.</summary>
    public string ConnectionString { get; }

    private static string? Server => Environment.GetEnvironmentVariable("ICSGUIDE_TEST_POSTGRES");

    /// <summary>Skips the test when there is no PostgreSQL server, or fails it where nothing may be skipped.</summary>
    public static async Task<Databases> NewAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("icsguide-").FullName;
            return new Databases(kind, $"Data Source={Path.Combine(folder, "test.db")}", folder, null);
        }

        if (string.IsNullOrEmpty(Server))
        {
            const string reason = "No PostgreSQL: ICSGUIDE_TEST_POSTGRES holds no connection string. tests/run.sh starts a server.";
            Assert.False(Environment.GetEnvironmentVariable("ICSGUIDE_ALL") == "1", reason);
            Assert.Skip(reason);
        }

        var schema = $"t{Guid.NewGuid():n}";
        await OnServerAsync($"create schema {schema}");
        var named = new NpgsqlConnectionStringBuilder(Server) { SearchPath = schema, ApplicationName = schema, MaxPoolSize = 10 };
        return new Databases(kind, named.ConnectionString, null, schema);
    }

    public async ValueTask DisposeAsync()
    {
        if (_schema is not null)
        {
            await OnServerAsync($"drop schema {_schema} cascade");
        }

        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>Breaks every connection to this test's schema, as when the server fails over.</summary>
    public Task BreakConnectionsAsync() =>
        OnServerAsync($"select pg_terminate_backend(pid) from pg_stat_activity where application_name = '{_schema}'");

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
#pragma warning disable CA2100 // the text holds nothing but a name made here
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
