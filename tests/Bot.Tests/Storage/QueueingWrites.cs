using System.Diagnostics;
using Bot.Storage;

namespace Bot.Tests.Storage;

public sealed class QueueingWrites
{
    private const string Insert = "insert into welcome (conversation_id, at) values (@Id, @At)";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task Writes_AreStoredInOrderWithoutAFlush(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var stored = new List<int>();
        var all = new TaskCompletionSource();
        for (var i = 0; i < 1000; i++)
        {
            var number = i;
            await storage.Get<WriteQueue>().EnqueueAsync(Row($"{i}") with { Settled = () => Settled(number) }, Ct);
        }

        await all.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        Assert.Equal(Enumerable.Range(0, 1000), stored);
        Assert.Equal(1000, await storage.ScalarAsync<long>("select count(*) from welcome"));

        void Settled(int number)
        {
            stored.Add(number);
            if (stored.Count == 1000)
            {
                all.SetResult();
            }
        }
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AWriteThatCanNeverBeStored_DoesNotHoldUpTheOthers(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        foreach (var id in (string[])["a", "b", "a", "c"])
        {
            await storage.Get<WriteQueue>().EnqueueAsync(Row(id), Ct);
        }

        await storage.FlushAsync();
        Assert.Equal(3, await storage.ScalarAsync<long>("select count(*) from welcome"));
        Assert.Single(storage.LogLines, line => line.Contains(" 1403 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnOutage_IsLoggedOnceAndLosesNothing_Sqlite()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        await storage.ExecuteAsync("alter table welcome rename to away");
        await OutageAsync(storage, () => storage.ExecuteAsync("alter table away rename to welcome"));
    }

    [Fact]
    public async Task AnOutage_IsLoggedOnceAndLosesNothing_Postgres()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        await storage.ExecuteAsync("alter table welcome rename to away");
        await OutageAsync(storage, async () =>
        {
            await database.BreakConnectionsAsync();
            await Task.Delay(300, Ct);
            await using var other = await RunningStorage.StartAsync(database.ConnectionString);
            await other.ExecuteAsync("alter table away rename to welcome");
        });
    }

    [Fact]
    public async Task BrokenConnections_LoseNothing()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var breaking = Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await database.BreakConnectionsAsync();
                await Task.Delay(30, Ct);
            }
        }, Ct);
        for (var i = 0; i < 2000; i++)
        {
            await storage.Get<WriteQueue>().EnqueueAsync(new Write(Insert + " on conflict (conversation_id) do nothing", new { Id = $"{i}", At = 0L }), Ct);
            if (i % 100 == 0)
            {
                await Task.Delay(10, Ct);
            }
        }

        await breaking;
        await storage.FlushAsync();
        Assert.Equal(2000, await storage.ScalarAsync<long>("select count(*) from welcome"));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task Stopping_StoresWhatIsInLine(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using (var before = await RunningStorage.StartAsync(database.ConnectionString))
        {
            for (var i = 0; i < 5000; i++)
            {
                await before.Get<WriteQueue>().EnqueueAsync(Row($"{i}"), Ct);
            }
        }

        await using var after = await RunningStorage.StartAsync(database.ConnectionString);
        Assert.Equal(5000, await after.ScalarAsync<long>("select count(*) from welcome"));
    }

    [Fact]
    public async Task Stopping_BeforeASlowDatabase_StoresWhatIsInLine()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        await using (var before = await RunningStorage.StartAsync(database.ConnectionString))
        {
            await before.ExecuteAsync(
                """
                create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.025); return new; end $$;
                create trigger slow before insert on welcome for each row execute function slowly()
                """);
            for (var i = 0; i < 250; i++) await before.Get<WriteQueue>().EnqueueAsync(Row($"{i}"), Ct);
        }

        await using var after = await RunningStorage.StartAsync(database.ConnectionString);
        Assert.Equal(250, await after.ScalarAsync<long>("select count(*) from welcome"));
    }

    [Fact]
    public async Task Stopping_DuringAnOutage_GivesUpInTimeAndSaysHowManyAreLost()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        var storage = await RunningStorage.StartAsync(database.ConnectionString);
        await storage.ExecuteAsync("drop table welcome");
        for (var i = 0; i < 3; i++)
        {
            await storage.Get<WriteQueue>().EnqueueAsync(Row($"secret {i}"), Ct);
        }

        var watch = Stopwatch.StartNew();
        await storage.DisposeAsync();
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(60));
        Assert.Single(storage.LogLines, line => line.Contains("1404 Stopped with 3 writes not stored", StringComparison.Ordinal));
        Assert.DoesNotContain(storage.LogLines, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Flushing_AQueueThatDoesNotRun_IsABug()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        var storage = RunningStorage.Build(database.ConnectionString);
        await Assert.ThrowsAsync<InvalidOperationException>(storage.FlushAsync);
        storage.Abandon();
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task Killing_TheProcess_LosesNothingCommitted(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        using var process = SecondProcess.Start(nameof(InASecondProcess.Writes_ThousandsAndReportsWhatIsFlushed), database.ConnectionString);
        var watch = Stopwatch.StartNew();
        while (process.Report().Count < 20 && watch.Elapsed < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(20, Ct);
        }

        await process.KillAsync();
        var flushed = int.Parse(process.Report()[^1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(flushed >= 19 * 50);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var kept = await storage.ScalarAsync<long>("select count(*) from last_turn");
        Assert.True(kept > flushed, $"{flushed} was flushed, {kept} rows are there");

        // In order: what is there is everything up to some write.
        Assert.NotNull(await storage.Get<LastTurns>().ReadAsync($"conversation {kept - 1}", "29:someone", Ct));
        Assert.Null(await storage.Get<LastTurns>().ReadAsync($"conversation {kept}", "29:someone", Ct));
        if (kind == DatabaseKind.Sqlite)
        {
            Assert.Equal("ok", await storage.ScalarAsync<string>("pragma integrity_check"));
        }
    }

    private static async Task OutageAsync(RunningStorage storage, Func<Task> repair)
    {
        for (var i = 0; i < 300; i++)
        {
            await storage.Get<WriteQueue>().EnqueueAsync(Row($"secret {i}"), Ct);
        }

        while (!storage.LogLines.Any(line => line.Contains(" 1401 ", StringComparison.Ordinal))) await Task.Delay(20, Ct);
        await repair();
        await storage.FlushAsync();
        Assert.Equal(300, await storage.ScalarAsync<long>("select count(*) from welcome"));
        Assert.Single(storage.LogLines, line => line.Contains(" 1401 ", StringComparison.Ordinal));
        Assert.Single(storage.LogLines, line => line.Contains(" 1402 ", StringComparison.Ordinal));
        Assert.DoesNotContain(storage.LogLines, line => line.Contains("secret", StringComparison.Ordinal));
    }

    private static Write Row(string id) => new(Insert, new { Id = id, At = 0L });
}
