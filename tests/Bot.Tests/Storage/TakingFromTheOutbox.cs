using Bot.Storage;
using Bot.Tests.Fakes;

namespace Bot.Tests.Storage;

public sealed class TakingFromTheOutbox
{
    private readonly FakeTime _time = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ManyReplicas_TakeEveryMessageOnce(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var one = await RunningStorage.StartAsync(database.ConnectionString, _time);
        await using var two = await RunningStorage.StartAsync(database.ConnectionString, _time);
        for (var i = 0; i < 200; i++) await one.Get<OutboxRows>().AddAsync(SomeRow.Due($"a:{i}", $"{i}"), Ct);

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => TakeAllAsync((i % 2 == 0 ? one : two).Get<OutboxRows>(), $"owner {i}"), Ct)));

        Assert.Equal(200, taken.Sum(ids => ids.Count));
        Assert.Equal(200, taken.SelectMany(ids => ids).Distinct().Count());
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AMessage_IsAddedOncePerKey_AndTakenWhenDue(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString, _time);
        var rows = storage.Get<OutboxRows>();
        var row = SomeRow.Due("a:1", "reminder", TimeSpan.FromHours(1));

        Assert.True(await rows.AddAsync(row, Ct));
        Assert.False(await rows.AddAsync(row with { Id = "another" }, Ct));
        Assert.Null(await rows.TakeAsync("me", Ct));
        Assert.Equal(row.Due, await rows.NextDueAsync(Ct));

        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(row with { Attempts = 1 }, await rows.TakeAsync("me", Ct));
        Assert.False(await rows.CancelAsync("reminder", Ct));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task OneConversation_GetsItsMessagesOneAfterAnother(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString, _time);
        var rows = storage.Get<OutboxRows>();
        await rows.AddAsync(SomeRow.Due("a:1", "first"), Ct);
        await rows.AddAsync(SomeRow.Due("a:1", "second", TimeSpan.FromMilliseconds(1)), Ct);
        _time.Advance(TimeSpan.FromSeconds(1));

        var first = await rows.TakeAsync("me", Ct);
        Assert.Equal("first", first?.MessageKey);
        Assert.Null(await rows.TakeAsync("me", Ct));

        Assert.True(await rows.SentAsync(first!.Id, "me", "id", Ct));
        Assert.Equal("second", (await rows.TakeAsync("me", Ct))?.MessageKey);
        Assert.Null(await storage.ScalarAsync<string>("select body from outbox where message_key = 'first'"));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AfterADeath_AnotherTakesItBack_AndCountsIt(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString, _time);
        var rows = storage.Get<OutboxRows>();
        await rows.AddAsync(SomeRow.Due("a:1", "1"), Ct);
        var held = await rows.TakeAsync("dead", Ct);

        Assert.Equal(0, await rows.TakeBackAsync("alive", Ct));
        _time.Advance(OutboxRows.Hold + TimeSpan.FromSeconds(1));
        Assert.Equal(0, await rows.TakeBackAsync("dead", Ct));
        Assert.Equal(1, await rows.TakeBackAsync("alive", Ct));

        Assert.Equal(1, await storage.Get<Counters>().ReadAsync(OutboxRows.Doubled, Ct));
        Assert.False(await rows.SentAsync(held!.Id, "dead", null, Ct));
        Assert.Equal(2, (await rows.TakeAsync("alive", Ct))?.Attempts);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AClockThatWasYearsAhead_KeepsNothingBack(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString, new FakeTime(_time.GetUtcNow().AddYears(4)));
        await using var later = await RunningStorage.StartAsync(database.ConnectionString, _time);
        var wrong = storage.Get<OutboxRows>();
        await wrong.AddAsync(SomeRow.Due("a:1", "held"), Ct);
        await wrong.AddAsync(SomeRow.Due("a:2", "put off"), Ct);
        await wrong.TakeAsync("dead", Ct);
        var putOff = await wrong.TakeAsync("dead", Ct);
        await wrong.PutOffAsync(putOff!.Id, "dead", _time.GetUtcNow().AddYears(4), "busy", mayHaveArrived: false, Ct);

        var rows = later.Get<OutboxRows>();
        Assert.Equal(1, await rows.TakeBackAsync("alive", Ct));
        Assert.Equal(2, (await TakeAllAsync(rows, "alive")).Count);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ADeadLetter_IsShownWithItsReason_AndCanBeTriedAgain(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString, _time);
        var rows = storage.Get<OutboxRows>();
        await rows.AddAsync(SomeRow.Due("a:1", "kept"), Ct);
        await rows.AddAsync(SomeRow.Due("a:2", "gone"), Ct);
        var first = await rows.TakeAsync("me", Ct);
        var second = await rows.TakeAsync("me", Ct);
        await rows.DieAsync(first!.Id, "me", "Blocked.", keep: true, Ct);
        await rows.DieAsync(second!.Id, "me", "Gone.", keep: false, Ct);

        var report = storage.Get<OutboxReport>();
        Assert.Equal([new OutboxCount { State = "dead", Messages = 2 }], await report.CountsAsync(Ct));
        Assert.Equal(["Blocked.", "Gone."], (await report.DeadAsync(10, Ct)).Select(letter => letter.Reason).Order());
        Assert.False(await report.RetryAsync(second.Id, Ct));
        Assert.True(await report.RetryAsync(first.Id, Ct));
        Assert.Equal(first.Id, (await rows.TakeAsync("me", Ct))?.Id);
    }

    private static async Task<List<string>> TakeAllAsync(OutboxRows rows, string owner)
    {
        var taken = new List<string>();

        // Null also means that another was quicker: only several in a row mean that there is nothing left.
        for (var nothing = 0; nothing < 20;)
        {
            if (await rows.TakeAsync(owner, Ct) is { } row) taken.Add(row.Id);
            else nothing++;
        }

        return taken;
    }
}
