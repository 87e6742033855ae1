using Dapper;

namespace Bot.Storage;

/// <summary>Whether an activity may be worked on here.</summary>
public enum Claim
{
    /// <summary>By this process, and by no other while it is held.</summary>
    Mine,

    /// <summary>It has been answered.</summary>
    Done,

    /// <summary>Another process is at it, or died at it a moment ago.</summary>
    Elsewhere,
}

/// <summary>The table of activities that were answered or are being answered by some replica.</summary>
internal sealed class SeenRows(Database database, TimeProvider time)
{
    /// <summary>How long an activity stays with a process that shows no sign of life.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(15);

    private const string Take = """
        insert into seen (key, done, holder, held_until, at) values (@Key, false, @Holder, @Until, @Now)
        on conflict (key) do update set holder = excluded.holder, held_until = excluded.held_until
        where seen.done = false and (seen.held_until < @Now or seen.held_until > @Wrong)
        """;

    private const string Held = "where key = @Key and holder = @Holder and done = false";

    public async Task<Claim> ClaimAsync(ActivityKey key, string holder, CancellationToken ct)
    {
        if (await ExecuteAsync(Take, key, holder, ct) == 1) return Claim.Mine;
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select done from seen where key = @Key", new { Key = key.ToString() }, cancellationToken: ct)) ? Claim.Done : Claim.Elsewhere;
    }

    public Task RenewAsync(ActivityKey key, string holder, CancellationToken ct) =>
        ExecuteAsync($"update seen set held_until = @Until {Held}", key, holder, ct);

    public Task ReleaseAsync(ActivityKey key, string holder, CancellationToken ct) =>
        ExecuteAsync($"delete from seen {Held}", key, holder, ct);

    /// <summary>The latest that were answered since <paramref name="since"/>.</summary>
    public async Task<IEnumerable<ActivityKey>> LatestAsync(DateTimeOffset since, int most, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var keys = await connection.QueryAsync<string>(new CommandDefinition(
            "select key from seen where done and at >= @since order by at desc limit @most", new { since, most }, cancellationToken: ct));
        var together = await connection.QueryAsync<string>(new CommandDefinition(
            "select keys from seen_together where at >= @since order by at desc limit @most", new { since, most }, cancellationToken: ct));
        return together.SelectMany(row => row.Split(' ')).Concat(keys).Take(most).Select(ActivityKey.Parse);
    }

    private async Task<int> ExecuteAsync(string sql, ActivityKey key, string holder, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(
            sql, new { Key = key.ToString(), Holder = holder, Now = now, Until = now + Hold, Wrong = now + Hold * 2 }, cancellationToken: ct));
    }
}
