using Bot.Storage;

namespace Bot.Tests.Storage;

public sealed class KeepingStatements
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AStatementWithItsValuesInTheText_RunsAndIsNotKept(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        await using var connection = await storage.Get<PreparedConnections>().RentAsync(Ct);
        for (var i = 0; i < 100; i++) await connection.ExecuteAsync($"insert into welcome (conversation_id, at) values ('c{i}', {i})", null, null, Ct);

        Assert.Equal(0, connection.Kept);
        Assert.Equal(100, await storage.ScalarAsync<long>("select count(*) from welcome"));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task Statements_AreNotKeptWithoutEnd(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        await using var connection = await storage.Get<PreparedConnections>().RentAsync(Ct);
        for (var i = 0; i < 200; i++)
        {
            var sql = $"insert into welcome (conversation_id, at) values (@Id, {i})";
            await connection.ExecuteAsync(sql, new { Id = $"a{i}" }, null, Ct);
            await connection.ExecuteAsync(sql, new { Id = $"b{i}" }, null, Ct);
        }

        Assert.InRange(connection.Kept, 1, 64);
        Assert.Equal(400, await storage.ScalarAsync<long>("select count(*) from welcome"));
    }
}
