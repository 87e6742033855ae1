using Bot.Storage;
using Bot.Tests.Fakes;

namespace Bot.Tests.Storage;

public sealed class ChoosingTrusts
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AChoice_IsFoundAgain_AfterARestart(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using (var before = await RunningStorage.StartAsync(database.ConnectionString))
            await before.Get<TrustChoices>().ChooseAsync("29:a", "RFF", null, Ct);

        await using var after = await RunningStorage.StartAsync(database.ConnectionString);
        Assert.Equal("RFF", (await after.Get<TrustChoices>().ReadAsync("29:a", Ct))?.Current);
        Assert.Null(await after.Get<TrustChoices>().ReadAsync("29:b", Ct));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task TheLastOneChosen_IsCurrent_AndTheOthersStay(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var time = new FakeTime();
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString, time);
        var choices = storage.Get<TrustChoices>();
        foreach (var trust in (string[])["RFF", "RHQ", "RCU", "RFF"])
        {
            await choices.ChooseAsync("29:a", trust, null, Ct);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        var choice = await choices.ReadAsync("29:a", Ct);
        Assert.Equal("RFF", choice?.Current);
        Assert.Equal(["RCU", "RHQ"], choice!.Others);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ASuccessor_TakesThePlaceOfTheClosedOne(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var choices = storage.Get<TrustChoices>();
        await choices.ChooseAsync("29:a", "RJF", null, Ct);
        await choices.ChooseAsync("29:a", "RTG", "RJF", Ct);
        await choices.ChooseAsync("29:a", "RTG", "RTG", Ct);

        var choice = await choices.ReadAsync("29:a", Ct);
        Assert.Equal("RTG", choice?.Current);
        Assert.Empty(choice!.Others);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task Forgetting_LeavesNothingOfThatPerson_AndAllOfOthers(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var choices = storage.Get<TrustChoices>();
        await choices.ChooseAsync("29:a", "RFF", null, Ct);
        await choices.ChooseAsync("29:a", "RHQ", null, Ct);
        await choices.ChooseAsync("29:b", "RFF", null, Ct);

        Assert.True(await choices.ForgetAsync("29:a", Ct));
        Assert.False(await choices.ForgetAsync("29:a", Ct));
        Assert.Null(await choices.ReadAsync("29:a", Ct));
        Assert.Equal(1, await storage.ScalarAsync<long>("select count(*) from trust_choice"));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task TheRows_DoNotSayWhoseTheyAre(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        await storage.Get<TrustChoices>().ChooseAsync("29:a", "RFF", null, Ct);

        Assert.Equal(32, (await storage.ScalarAsync<string>("select person from trust_choice"))?.Length);
        Assert.Equal(0, await storage.ScalarAsync<long>("select count(*) from trust_choice where person like '%29:a%'"));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task NobodyKeepsMoreThanAnyoneNeeds(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var time = new FakeTime();
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString, time);
        var choices = storage.Get<TrustChoices>();
        for (var i = 0; i < TrustChoices.Most + 3; i++)
        {
            await choices.ChooseAsync("29:a", $"T{i:00}", null, Ct);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        var choice = await choices.ReadAsync("29:a", Ct);
        Assert.Equal($"T{TrustChoices.Most + 2:00}", choice?.Current);
        Assert.Equal(TrustChoices.Most - 1, choice!.Others.Count);
        Assert.DoesNotContain("T00", choice.Others);
    }
}
