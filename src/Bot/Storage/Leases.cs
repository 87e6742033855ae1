using Dapper;

namespace Bot.Storage;

/// <summary>Jobs by name, each held by one instance at a time; a holder that shows no sign of life loses it.</summary>
public sealed class Leases(Database database, TimeProvider time)
{
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(60);

    // A time that lies further ahead was written by a clock that was wrong.
    private const string Take = """
        insert into lease (name, holder, held_until, done_at) values (@Name, @Holder, @Until, 0)
        on conflict (name) do update set holder = excluded.holder, held_until = excluded.held_until
        where (lease.held_until < @Now or lease.held_until > @Wrong) and (lease.done_at <= @DoneBefore or lease.done_at > @Soon)
        """;

    /// <summary>A lease on the job, unless another holds it or it was done less than <paramref name="every"/> ago.</summary>
    public async Task<Lease?> TakeAsync(string name, TimeSpan every, CancellationToken ct)
    {
        var lease = new Lease(name, Guid.NewGuid().ToString("n"));
        var now = time.GetUtcNow();
        return await ExecuteAsync(Take, new
        {
            lease.Name,
            lease.Holder,
            Now = now,
            Until = now + Hold,
            DoneBefore = now - every,
            Wrong = now + Hold * 2,
            Soon = now + Hold,
        }, ct) == 1 ? lease : null;
    }

    /// <summary>False where it was lost to another.</summary>
    public async Task<bool> RenewAsync(Lease lease, CancellationToken ct) => await ExecuteAsync(
        "update lease set held_until = @Until where name = @Name and holder = @Holder",
        new { lease.Name, lease.Holder, Until = time.GetUtcNow() + Hold }, ct) == 1;

    /// <summary>The job is done and rests until it is due again.</summary>
    public Task DoneAsync(Lease lease, CancellationToken ct) => ExecuteAsync(
        "update lease set held_until = 0, done_at = @Now where name = @Name and holder = @Holder",
        new { lease.Name, lease.Holder, Now = time.GetUtcNow() }, ct);

    /// <summary>The job is not done; whoever looks next may try.</summary>
    public Task GiveBackAsync(Lease lease, CancellationToken ct) => ExecuteAsync(
        "update lease set held_until = 0 where name = @Name and holder = @Holder", new { lease.Name, lease.Holder }, ct);

    private async Task<int> ExecuteAsync(string sql, object parameters, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: ct));
    }
}

/// <param name="Name">Of the job.</param>
/// <param name="Holder">Differs each time it is taken, so that a late holder cannot be mistaken for the present one.</param>
public sealed record Lease(string Name, string Holder);
