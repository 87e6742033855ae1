using System.Diagnostics;
using Bot.Storage;

namespace Bot.Tests.Storage;

public sealed class HearingOfReleases
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task APublication_AndAWithdrawal_AreHeardByEveryReplica()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        await using var one = await RunningStorage.StartAsync(database.ConnectionString);
        await using var two = await RunningStorage.StartAsync(database.ConnectionString);
        // Each is told once that it may have missed something before it listened.
        await Task.WhenAll(one.Get<ServedRelease>().ChangedAsync(Long, Ct), two.Get<ServedRelease>().ChangedAsync(Long, Ct));

        var heard = Task.WhenAll(one.Get<ServedRelease>().ChangedAsync(Long, Ct), two.Get<ServedRelease>().ChangedAsync(Long, Ct));
        Assert.True(await one.Get<ServedRelease>().WantAsync(0, "editor", "test", Ct));
        await heard.WaitAsync(TimeSpan.FromSeconds(30), Ct);

        heard = two.Get<ServedRelease>().ChangedAsync(Long, Ct);
        await one.Get<WithdrawnArticles>().WithdrawAsync("ics", "editor", "wrong", Ct);
        await heard.WaitAsync(TimeSpan.FromSeconds(30), Ct);
    }

    [Fact]
    public async Task AfterABrokenConnection_ItIsListenedForAgain()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        await storage.Get<ServedRelease>().ChangedAsync(Long, Ct);
        await database.BreakConnectionsAsync();

        // It says so itself once it listens again, for word may have been missed.
        await storage.Get<ServedRelease>().ChangedAsync(Long, Ct).WaitAsync(TimeSpan.FromSeconds(30), Ct);

        Assert.Single(storage.LogLines, line => line.Contains(" 1419 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OnSqlite_ALookComesAfterTheWait()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var watch = Stopwatch.StartNew();

        await storage.Get<ServedRelease>().ChangedAsync(TimeSpan.FromMilliseconds(100), Ct);

        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(90));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task HowManyReplicasLive_IsKnownFromTheirSigns(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var pointer = storage.Get<ServedRelease>();
        Assert.Equal(1, storage.Get<Replicas>().Alive);

        await pointer.BeatAsync("one", 0, Ct);
        await pointer.BeatAsync("two", 0, Ct);
        Assert.Equal(2, storage.Get<Replicas>().Alive);

        await pointer.LeaveAsync("two", Ct);
        await pointer.BeatAsync("one", 0, Ct);
        Assert.Equal(1, storage.Get<Replicas>().Alive);
    }
}
