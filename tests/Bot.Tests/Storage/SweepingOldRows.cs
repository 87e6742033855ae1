using Bot.Storage;
using Bot.Tests.Fakes;

namespace Bot.Tests.Storage;

public sealed class SweepingOldRows
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task Messages_GoAfterTheirTime_ButNeverOneThatStillWaits(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var time = new FakeTime();
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString, time);
        var rows = storage.Get<OutboxRows>();
        foreach (var key in (string[])["sent", "dead", "waiting"])
            await rows.AddAsync(SomeRow.Due("a:" + key, key, key == "waiting" ? TimeSpan.FromDays(300) : default), Ct);
        await rows.SentAsync((await rows.TakeAsync("me", Ct))!.Id, "me", null, Ct);
        await rows.DieAsync((await rows.TakeAsync("me", Ct))!.Id, "me", "no", keep: true, Ct);

        time.Advance(TimeSpan.FromDays(29));
        await storage.Get<RetentionSweep>().SweepAsync(Ct);
        Assert.Equal(3, await storage.ScalarAsync<long>("select count(*) from outbox"));

        time.Advance(TimeSpan.FromDays(2));
        await storage.Get<RetentionSweep>().SweepAsync(Ct);
        Assert.Equal("waiting", await storage.ScalarAsync<string>("select message_key from outbox"));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task WhatWasAnswered_IsRememberedForADay(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var time = new FakeTime();
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString, time);
        await storage.Get<SeenActivities>().DoneAsync(ActivityKey.Of("a:1", "1"));
        const string Count = "select (select count(*) from seen) + (select count(*) from seen_together)";
        while (await storage.ScalarAsync<long>(Count) == 0) await Task.Delay(20, Ct);

        time.Advance(TimeSpan.FromHours(23));
        await storage.Get<RetentionSweep>().SweepAsync(Ct);
        Assert.Equal(1, await storage.ScalarAsync<long>(Count));

        time.Advance(TimeSpan.FromHours(2));
        await storage.Get<RetentionSweep>().SweepAsync(Ct);
        Assert.Equal(0, await storage.ScalarAsync<long>(Count));
    }
}
