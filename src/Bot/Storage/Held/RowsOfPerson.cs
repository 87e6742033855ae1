using Dapper;

namespace Bot.Storage.Held;

/// <summary>A table whose column "person" holds the key of <see cref="PersonKeys"/>.</summary>
/// <param name="database">Where it is.</param>
/// <param name="people">Makes the key.</param>
/// <param name="table">A name of ours, never from outside.</param>
/// <param name="one">What one row is called.</param>
/// <param name="many">What several are called.</param>
public sealed class RowsOfPerson(Database database, PersonKeys people, string table, string one, string many) : IHeldAboutPerson
{
    public IReadOnlyCollection<string> Tables { get; } = [table];

    public async Task<Holding> ReadAsync(string userId, CancellationToken ct)
    {
        var person = await people.OfAsync(userId, ct);
        await using var connection = await database.OpenAsync(ct);
        var count = await connection.ExecuteScalarAsync<long>(new CommandDefinition($"select count(*) from {table} where person = @person", new { person }, cancellationToken: ct));
        return new Holding((int)count, one, many);
    }

    public async Task<int> DeleteAsync(string userId, CancellationToken ct)
    {
        var person = await people.OfAsync(userId, ct);
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition($"delete from {table} where person = @person", new { person }, cancellationToken: ct));
    }
}
