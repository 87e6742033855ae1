using Bot.Storage;

namespace Bot.Tests.Storage;

public sealed class KeepingConversationReferences
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static ConversationReference Chat => new()
    {
        Id = "a:chat",
        ChannelId = "msteams",
        ServiceUrl = "https://smba.trafficmanager.net/uk/",
        Kind = "personal",
        TenantId = "t",
        BotId = "28:bot",
        UserId = "29:a",
    };

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AReference_IsFoundByConversation_AndByPerson_AfterARestart(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using (var before = await RunningStorage.StartAsync(database.ConnectionString))
            await before.Get<ConversationReferences>().KeepAsync(Chat, anew: false, Ct);

        await using var after = await RunningStorage.StartAsync(database.ConnectionString);
        var references = after.Get<ConversationReferences>();
        Assert.Equal(Chat, await references.FindAsync("a:chat", Ct));
        Assert.Equal(Chat, await references.FindPersonalAsync("29:a", Ct));
        Assert.Null(await references.FindPersonalAsync("29:b", Ct));
        Assert.NotEqual("29:a", await after.ScalarAsync<string>("select person from conversation"));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task OnlyWhatIsNewOrChanged_IsWritten(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var references = storage.Get<ConversationReferences>();
        await references.KeepAsync(Chat, anew: false, Ct);
        await storage.FlushAsync();
        await storage.ExecuteAsync("delete from conversation");

        await references.KeepAsync(Chat, anew: false, Ct);
        await storage.FlushAsync();
        Assert.Null(await references.FindAsync("a:chat", Ct));

        await references.KeepAsync(Chat with { ServiceUrl = "https://smba.trafficmanager.net/emea/" }, anew: false, Ct);
        await storage.FlushAsync();
        Assert.Equal("https://smba.trafficmanager.net/emea/", (await references.FindAsync("a:chat", Ct))?.ServiceUrl);

        await references.KeepAsync(Chat, anew: true, Ct);
        await storage.FlushAsync();
        Assert.Equal(Chat, await references.FindAsync("a:chat", Ct));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AThread_SharesTheReferenceOfItsChannel_AndGoesWithItsTeam(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var references = storage.Get<ConversationReferences>();
        var channel = Chat with { Id = ConversationReference.IdOf("19:c@thread.tacv2;messageid=12"), Kind = "channel", UserId = null, TeamId = "19:team" };
        await references.KeepAsync(channel, anew: false, Ct);
        await references.KeepAsync(Chat, anew: false, Ct);
        await storage.FlushAsync();

        Assert.Equal(channel, await references.FindAsync("19:c@thread.tacv2;messageid=13", Ct));
        await references.ForgetTeamAsync("19:team", Ct);
        Assert.Null(await references.FindAsync("19:c@thread.tacv2", Ct));
        Assert.NotNull(await references.FindAsync("a:chat", Ct));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ForgettingAPerson_LeavesNothingOfTheirsInTheOutbox(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var references = storage.Get<ConversationReferences>();
        await references.KeepAsync(Chat, anew: false, Ct);
        await storage.FlushAsync();
        await storage.Get<OutboxRows>().AddAsync(SomeRow.Due("a:chat", "1"), Ct);

        await references.ForgetPersonAsync("29:a", Ct);

        Assert.Equal(0, await storage.ScalarAsync<long>("select count(*) from outbox"));
        Assert.Equal(0, await storage.ScalarAsync<long>("select count(*) from conversation"));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ForgettingAConversation_MakesWhatWaitsForItADeadLetter(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        await storage.Get<ConversationReferences>().KeepAsync(Chat, anew: false, Ct);
        await storage.Get<OutboxRows>().AddAsync(SomeRow.Due("a:chat", "1"), Ct);

        await storage.Get<ConversationReferences>().ForgetAsync("a:chat", Ct);

        var dead = Assert.Single(await storage.Get<OutboxReport>().DeadAsync(10, Ct));
        Assert.Equal(("The guide was removed from this conversation.", false), (dead.Reason, dead.IsKept));
    }
}
