using System.Data.Common;
using System.Security.Cryptography;
using Dapper;

namespace Bot.Storage;

/// <summary>The trusts that a person said to act for.</summary>
/// <param name="Current">Code of the one that "my" and "our" mean.</param>
/// <param name="Others">Codes of the rest, the latest first.</param>
public sealed record TrustChoice(string Current, IReadOnlyList<string> Others);

/// <summary>Which trusts a person acts for, until they say to forget it. Nobody is listed: a person can only be looked up by their own id.</summary>
public sealed class TrustChoices(Database database, TimeProvider time)
{
    /// <summary>More than anyone acts for; the oldest gives way.</summary>
    public const int Most = 12;

    private byte[]? _key;

    /// <returns>Null where the person chose none.</returns>
    public async ValueTask<TrustChoice?> ReadAsync(string userId, CancellationToken ct)
    {
        var person = await PersonAsync(userId, ct);
        await using var connection = await database.OpenAsync(ct);
        return await ReadAsync(connection, null, person, ct) is [var current, .. var others] ? new TrustChoice(current, others) : null;
    }

    /// <summary>Adds the trust if it is new and makes it the current one. Stored before it returns, because the next question leans on it.</summary>
    /// <param name="userId">Who.</param>
    /// <param name="trust">Code of the trust.</param>
    /// <param name="instead">Code of a trust that it takes the place of, such as its predecessor.</param>
    /// <param name="ct">Gives up.</param>
    public async Task ChooseAsync(string userId, string trust, string? instead, CancellationToken ct)
    {
        var person = await PersonAsync(userId, ct);
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync("update trust_choice set is_current = @No where person = @Person");
        await ExecuteAsync("delete from trust_choice where person = @Person and trust = @Instead and trust <> @Trust");
        await ExecuteAsync("""
            insert into trust_choice (person, trust, is_current, at) values (@Person, @Trust, @Yes, @At)
            on conflict (person, trust) do update set is_current = excluded.is_current, at = excluded.at
            """);
        foreach (var old in (await ReadAsync(connection, transaction, person, ct)).Skip(Most))
            await connection.ExecuteAsync(new CommandDefinition("delete from trust_choice where person = @person and trust = @old", new { person, old }, transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);

        Task<int> ExecuteAsync(string sql) => connection.ExecuteAsync(new CommandDefinition(
            sql, new { Person = person, Trust = Keys.Of(trust), Instead = Keys.Of(instead ?? ""), Yes = true, No = false, At = time.GetUtcNow() }, transaction, cancellationToken: ct));
    }

    /// <summary>False where there was nothing to forget.</summary>
    public async Task<bool> ForgetAsync(string userId, CancellationToken ct)
    {
        var person = await PersonAsync(userId, ct);
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition("delete from trust_choice where person = @person", new { person }, cancellationToken: ct)) > 0;
    }

    private static async Task<List<string>> ReadAsync(DbConnection connection, DbTransaction? transaction, string person, CancellationToken ct) =>
        (await connection.QueryAsync<string>(new CommandDefinition(
            "select trust from trust_choice where person = @person order by is_current desc, at desc, trust", new { person }, transaction, cancellationToken: ct))).AsList();

    private async ValueTask<string> PersonAsync(string userId, CancellationToken ct)
    {
        _key ??= await Salts.ReadAsync(database, "trust", ct);
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, Keys.Bytes(userId)).AsSpan(0, 16));
    }
}
