using Dapper;

namespace Bot.Storage;

/// <summary>Numbers that must survive a restart.</summary>
public sealed class Counters(Database database)
{
    internal const string Add = """
        insert into counter (name, value) values (@Name, @By)
        on conflict (name) do update set value = counter.value + excluded.value
        """;

    public async Task<long> ReadAsync(string name, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "select value from counter where name = @name", new { name }, cancellationToken: ct)) ?? 0;
    }
}
