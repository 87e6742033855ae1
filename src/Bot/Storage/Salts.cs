using System.Security.Cryptography;
using Dapper;

namespace Bot.Storage;

/// <summary>Secrets made once for each database, so that ids can be hashed with a key that no other database has.</summary>
internal static class Salts
{
    public static async Task<byte[]> ReadAsync(Database database, string name, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into salt (name, value) values (@name, @value) on conflict (name) do nothing",
            new { name, value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)) }, cancellationToken: ct));
        return Convert.FromHexString(await connection.QuerySingleAsync<string>(new CommandDefinition(
            "select value from salt where name = @name", new { name }, cancellationToken: ct)));
    }
}
