using Bot.Storage;

namespace Bot.Tests.Storage;

public sealed class ClaimingWelcomes
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ManyClaimsAtOnce_FromTwoInstances_GiveOne(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var one = await RunningStorage.StartAsync(database.ConnectionString);
        await using var two = await RunningStorage.StartAsync(database.ConnectionString);
        var claims = Enumerable.Range(0, 16).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).Get<Welcomes>().TryClaimAsync("19:a", Ct), Ct));
        Assert.Single(await Task.WhenAll(claims), claimed => claimed);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AClaim_HoldsAfterARestartUntilForgotten(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using (var before = await RunningStorage.StartAsync(database.ConnectionString))
        {
            Assert.True(await before.Get<Welcomes>().TryClaimAsync("19:a", Ct));
        }

        await using var after = await RunningStorage.StartAsync(database.ConnectionString);
        var welcomes = after.Get<Welcomes>();
        Assert.False(await welcomes.TryClaimAsync("19:a", Ct));
        Assert.True(await welcomes.TryClaimAsync("19:b", Ct));
        await welcomes.ForgetAsync("19:a", Ct);
        Assert.True(await welcomes.TryClaimAsync("19:a", Ct));
    }
}
