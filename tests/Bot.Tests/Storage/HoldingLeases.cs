using Bot.Storage;
using Bot.Tests.Fakes;

namespace Bot.Tests.Storage;

public sealed class HoldingLeases
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private readonly FakeTime _time = new();
    private int _done;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AJob_IsDoneOnce_HoweverManyInstancesLook_AndAgainWhenItIsDue(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var one = await RunningStorage.StartAsync(database.ConnectionString, _time);
        await using var two = await RunningStorage.StartAsync(database.ConnectionString, _time);

        var tries = Enumerable.Range(0, 10).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).Get<Schedules>().TryAsync("job", Every, CountAsync, Ct), Ct));
        Assert.Single(await Task.WhenAll(tries), done => done);
        Assert.False(await two.Get<Schedules>().TryAsync("job", Every, CountAsync, Ct));

        _time.Advance(Every);
        Assert.True(await two.Get<Schedules>().TryAsync("job", Every, CountAsync, Ct));
        Assert.Equal(2, _done);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AfterADeath_AnotherTakesOver(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString, _time);
        var leases = storage.Get<Leases>();
        var dead = await leases.TakeAsync("job", Every, Ct);

        _time.Advance(TimeSpan.FromSeconds(50));
        Assert.Null(await leases.TakeAsync("job", Every, Ct));
        Assert.True(await leases.RenewAsync(dead!, Ct));
        _time.Advance(TimeSpan.FromSeconds(50));
        Assert.Null(await leases.TakeAsync("job", Every, Ct));
        _time.Advance(TimeSpan.FromSeconds(11));
        Assert.NotNull(await leases.TakeAsync("job", Every, Ct));

        Assert.False(await leases.RenewAsync(dead!, Ct));
        await leases.DoneAsync(dead!, Ct);
        Assert.Equal(0, await storage.ScalarAsync<long>("select done_at from lease where name = 'job'"));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AJobThatTakesLong_IsKept_AndOneThatIsLost_IsStopped(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString, _time);
        var started = new TaskCompletionSource();
        var running = storage.Get<Schedules>().TryAsync("job", Every, async ct =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
        }, Ct);
        await started.Task;
        for (var i = 0; i < 10; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(20));

            // The clock does not outrun the renewals, each for a minute.
            var safe = _time.GetUtcNow().AddSeconds(35).ToUnixTimeMilliseconds();
            while (await storage.ScalarAsync<long>("select held_until from lease where name = 'job'") < safe) await Task.Delay(10, Ct);
        }

        Assert.False(await storage.Get<Schedules>().TryAsync("job", Every, CountAsync, Ct));
        await storage.ExecuteAsync("update lease set holder = 'another' where name = 'job'");
        _time.Advance(TimeSpan.FromSeconds(20));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AJobThatFails_IsTriedAgainAtTheNextLook(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var running = storage.Get<Schedules>().RunAsync("job", Every, _ => Interlocked.Increment(ref _done) == 1 ? throw new NotSupportedException("secret") : Task.CompletedTask, stop.Token);
        for (var i = 0; i < 1000 && _done < 2; i++)
        {
            await Task.Delay(50, Ct);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(2, _done);
        var line = Assert.Single(storage.LogLines, line => line.Contains(" 1412 ", StringComparison.Ordinal));
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AClockThatWasYearsAhead_KeepsNoJobBack(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var ahead = await RunningStorage.StartAsync(database.ConnectionString, new FakeTime(_time.GetUtcNow().AddYears(4)));
        Assert.NotNull(await ahead.Get<Leases>().TakeAsync("held", Every, Ct));
        Assert.True(await ahead.Get<Schedules>().TryAsync("done", Every, CountAsync, Ct));

        await using var right = await RunningStorage.StartAsync(database.ConnectionString, _time);
        Assert.True(await right.Get<Schedules>().TryAsync("held", Every, CountAsync, Ct));
        Assert.True(await right.Get<Schedules>().TryAsync("done", Every, CountAsync, Ct));
    }

    private Task CountAsync(CancellationToken ct)
    {
        Interlocked.Increment(ref _done);
        return Task.CompletedTask;
    }
}
