using Bot.Storage;
using Bot.Tests.Fakes;

namespace Bot.Tests.Storage;

public sealed class KeepingOwnAnswers
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task TheLatest_StandFirst_AndEachOnce(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var time = new FakeTime();
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString, time);
        var own = storage.Get<OwnAnswers>();
        foreach (var answer in (string[])["ics", "stp", "icb", "ics"])
        {
            await own.ShownAsync("29:a", answer, Ct);
            await own.KeepAsync("29:a", answer, Ct);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        await storage.FlushAsync();

        Assert.Equal(["ics", "icb", "stp"], await own.RecentAsync("29:a", Ct));
        Assert.Equal(["ics", "icb", "stp"], await own.KeptAsync("29:a", Ct));
        Assert.Empty(await own.KeptAsync("29:b", Ct));
        Assert.True(await own.RemoveAsync("29:a", "icb", Ct));
        Assert.False(await own.RemoveAsync("29:b", "stp", Ct));
        Assert.Equal(["ics", "stp"], await own.KeptAsync("29:a", Ct));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task TooMany_PushTheOldestOut_OfTheSamePersonOnly(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var time = new FakeTime();
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString, time);
        var own = storage.Get<OwnAnswers>();
        await own.KeepAsync("29:b", "first", Ct);
        for (var i = 0; i < OwnAnswers.MostKept + 2; i++)
        {
            await own.KeepAsync("29:a", $"a{i}", Ct);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        var kept = await own.KeptAsync("29:a", Ct);
        Assert.Equal(OwnAnswers.MostKept, kept.Count);
        Assert.Equal("a2", kept[^1]);
        Assert.Equal(["first"], await own.KeptAsync("29:b", Ct));
    }
}
