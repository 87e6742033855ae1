using Bot.Storage;
using Bot.Tests.Fakes;

namespace Bot.Tests.Storage;

public sealed class BlockingConversations
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ABlock_IsKnownToEveryReplica_UntilTheConversationSpeaksToAnyOfThem(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var time = new FakeTime();
        await using var one = await RunningStorage.StartAsync(database.ConnectionString, time);
        await using var two = await RunningStorage.StartAsync(database.ConnectionString, time);

        await one.Get<BlockedConversations>().RememberAsync("a:1", "first", Ct);
        await one.Get<BlockedConversations>().RememberAsync("a:1", "blocked.", Ct);
        await one.Get<BlockedConversations>().RememberAsync("a:2", "blocked.", Ct);
        await two.Get<BlockedConversations>().RefreshAsync(Ct);

        Assert.Equal("blocked.", await two.Get<BlockedConversations>().ReasonAsync("a:1", Ct));
        await two.Get<BlockedConversations>().HeardFromAsync("a:1", anew: false, Ct);
        Assert.Null(await one.Get<BlockedConversations>().ReasonAsync("a:1", Ct));
        Assert.NotNull(await one.Get<BlockedConversations>().ReasonAsync("a:2", Ct));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ABlock_OutlivesARestart_ButNotAnInstallation(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using (var before = await RunningStorage.StartAsync(database.ConnectionString))
            await before.Get<BlockedConversations>().RememberAsync("19:c@thread.tacv2;messageid=7", "blocked.", Ct);

        await using var after = await RunningStorage.StartAsync(database.ConnectionString);
        var blocked = after.Get<BlockedConversations>();
        Assert.Equal("blocked.", await blocked.ReasonAsync("19:c@thread.tacv2", Ct));
        await blocked.HeardFromAsync("19:c@thread.tacv2", anew: true, Ct);
        Assert.Null(await blocked.ReasonAsync("19:c@thread.tacv2;messageid=7", Ct));
        Assert.Equal(0, await after.ScalarAsync<long>("select count(*) from blocked_conversation"));
    }
}
