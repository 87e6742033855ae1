using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Storage;

public sealed class ChoosingADatabase
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", DatabaseKind.Sqlite)]
    [InlineData("  ", DatabaseKind.Sqlite)]
    [InlineData("Data Source=some/file.db", DatabaseKind.Sqlite)]
    [InlineData("data source=host=odd.db", DatabaseKind.Sqlite)]
    [InlineData("Filename=x.db;Cache=Shared", DatabaseKind.Sqlite)]
    [InlineData("Host=db;Database=guide;Username=bot;Password=x", DatabaseKind.Postgres)]
    [InlineData("server=db;database=guide", DatabaseKind.Postgres)]
    public void TheConnectionString_SaysWhich(string connectionString, DatabaseKind kind) =>
        Assert.Equal(kind, new StorageOptions { ConnectionString = connectionString }.Kind);

    [Theory]
    [InlineData("icsguide.db")]
    [InlineData("postgres://bot:hunter2@db/guide")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x;Mode=Memory;Cache=Shared")]
    [InlineData("Password=hunter2")]
    public async Task AnUnusableConnectionString_StopsTheStartWithoutRepeatingIt(string connectionString)
    {
        var storage = RunningStorage.Build(connectionString);
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(storage.StartAsync);
        Assert.Contains("Bot:Database:ConnectionString", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refused.ToString(), StringComparison.Ordinal);
        storage.Abandon();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3651")]
    public async Task QuestionDaysOutOfRange_StopTheStart(string days)
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        var storage = RunningStorage.Build(database.ConnectionString, null, new KeyValuePair<string, string?>("Bot:Retention:QuestionDays", days));
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(storage.StartAsync);
        Assert.Contains("Bot:Retention:QuestionDays must be between 1 and 3650", refused.Message, StringComparison.Ordinal);
        storage.Abandon();
    }

    [Fact]
    public async Task NoConnectionString_MakesAFileUnderTheContentRoot()
    {
        var root = Directory.CreateTempSubdirectory("icsguide-");
        using (var storage = new OpenedDatabase("", root.FullName))
        {
            storage.Database.MakeFolder();
            Assert.Equal("wal", await Text(storage, "pragma journal_mode"));
            Assert.Equal(1, await storage.ScalarAsync("pragma synchronous"));
            Assert.Equal(5000, await storage.ScalarAsync("pragma busy_timeout"));
            Assert.Equal(1, await storage.ScalarAsync("pragma foreign_keys"));
            Assert.True(File.Exists(Path.Combine(root.FullName, "data", "icsguide.db")));
        }

        root.Delete(recursive: true);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task Ping_SaysWhetherItAnswers(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        using var storage = new OpenedDatabase(database.ConnectionString);
        Assert.True(await storage.Database.PingAsync(Ct));
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=bot;Password=hunter2;Timeout=2")]
    [InlineData("Data Source=/dev/null/there/is/none.db")]
    public async Task AnUnreachableDatabase_PingsFalseAndStopsTheStartInWords(string connectionString)
    {
        var storage = RunningStorage.Build(connectionString);
        Assert.False(await storage.Get<Database>().PingAsync(Ct));
        var refused = await Assert.ThrowsAsync<StorageStartException>(storage.StartAsync);
        Assert.Contains("could not be opened", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refused.ToString(), StringComparison.Ordinal);
        storage.Abandon();
    }

    private static async Task<string> Text(OpenedDatabase storage, string sql)
    {
        await using var connection = await storage.Database.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a constant of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        return (string)(await command.ExecuteScalarAsync(Ct))!;
    }
}
