using Dapper;

namespace Bot.Storage;

/// <summary>Keys of the answers that a person was shown lately, and of those that they chose to keep.</summary>
public sealed class OwnAnswers(Database database, WriteQueue queue, PersonKeys people, TimeProvider time)
{
    /// <summary>How many recent ones are shown; older ones go with retention.</summary>
    public const int MostRecent = 8;

    /// <summary>More than anyone needs at hand; the oldest gives way.</summary>
    public const int MostKept = 50;

    private const string Upsert = "(person, answer, at) values (@person, @answer, @at) on conflict (person, answer) do update set at = excluded.at";
    private const string Shown = $"insert into recent_answer {Upsert}";
    private const string Kept = $"insert into favourite_answer {Upsert}";

    /// <summary>Stored soon, with other writes: an answer need not wait for it.</summary>
    public async ValueTask ShownAsync(string userId, string answer, CancellationToken ct)
    {
        var (person, key) = (await people.OfAsync(userId, ct), Keys.Of(answer));
        await queue.EnqueueAsync(new Write(Shown, new { person, answer = key, at = time.GetUtcNow() }) { CanWait = true, Key = (person, key) }, ct);
    }

    public async Task KeepAsync(string userId, string answer, CancellationToken ct)
    {
        var person = await people.OfAsync(userId, ct);
        await ExecuteAsync(Kept, new { person, answer = Keys.Of(answer), at = time.GetUtcNow() }, ct);
        await ExecuteAsync(
            "delete from favourite_answer where person = @person and answer not in (select answer from favourite_answer where person = @person order by at desc, answer limit @most)",
            new { person, most = MostKept }, ct);
    }

    /// <summary>False where it was not kept.</summary>
    public async Task<bool> RemoveAsync(string userId, string answer, CancellationToken ct) => await ExecuteAsync(
        "delete from favourite_answer where person = @person and answer = @answer", new { person = await people.OfAsync(userId, ct), answer = Keys.Of(answer) }, ct) == 1;

    /// <returns>The latest first.</returns>
    public Task<IReadOnlyList<string>> KeptAsync(string userId, CancellationToken ct) => ReadAsync("favourite_answer", userId, MostKept, ct);

    /// <returns>The latest first.</returns>
    public async Task<IReadOnlyList<string>> RecentAsync(string userId, CancellationToken ct)
    {
        await queue.FlushAsync(ct);
        return await ReadAsync("recent_answer", userId, MostRecent, ct);
    }

    private async Task<IReadOnlyList<string>> ReadAsync(string table, string userId, int most, CancellationToken ct)
    {
        var person = await people.OfAsync(userId, ct);
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<string>(new CommandDefinition(
            $"select answer from {table} where person = @person order by at desc, answer limit @most", new { person, most }, cancellationToken: ct))).AsList();
    }

    private async Task<int> ExecuteAsync(string sql, object parameters, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: ct));
    }
}
