using Bot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Storage;

public sealed class ApplyingScripts
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void TheEmbeddedScripts_AreNumberedWithoutGaps()
    {
        var numbers = Script.Embedded().Select(s => s.Number).ToList();
        Assert.NotEmpty(numbers);
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }

    [Fact]
    public void AScriptsDigest_IgnoresLineEnds() =>
        Assert.Equal(new Script(1, "a", "select 1;\nselect 2;").Sha256, new Script(1, "a", "select 1;\r\nselect 2;").Sha256);

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task Starting_Twice_AppliesEachScriptOnce(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using (await RunningStorage.StartAsync(database.ConnectionString))
        {
        }

        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        Assert.Equal(Script.Embedded().Count, await storage.ScalarAsync<long>("select count(*) from schema_version"));
        Assert.DoesNotContain(storage.LogLines, line => line.Contains(" 1400 ", StringComparison.Ordinal));
        Assert.InRange(await storage.ScalarAsync<long>("select applied_at from schema_version where number = 1"), 1_700_000_000_000, 9_000_000_000_000);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task Starting_AfterAnAppliedScriptChanged_IsRefused(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        using var storage = Opened(database);
        await Apply(storage, new Script(1, "one", "create table a (x bigint)"));
        var refused = await Assert.ThrowsAsync<StorageStartException>(() => Apply(storage, new Script(1, "one", "create table a (y bigint)")));
        Assert.Contains("0001-one was changed", refused.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task Starting_OnANewerDatabase_IsRefused(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        using var storage = Opened(database);
        var one = new Script(1, "one", "create table a (x bigint)");
        await Apply(storage, one, new Script(2, "two", "create table b (x bigint)"));
        var refused = await Assert.ThrowsAsync<StorageStartException>(() => Apply(storage, one));
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        Assert.Contains("0002-two", refused.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AScriptThatFails_LeavesNothingBehindAndIsRetriedLater(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        using var storage = Opened(database);
        await Assert.ThrowsAsync<StorageStartException>(() => Apply(storage, new Script(1, "one", "create table a (x bigint); create nonsense")));
        await Apply(storage, new Script(1, "one", "create table a (x bigint)"));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AScriptWithAGapInItsNumber_IsRefused(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        using var storage = Opened(database);
        await Assert.ThrowsAsync<StorageStartException>(() => Apply(storage, new Script(2, "two", "select 1")));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task Starting_ManyAtOnce_AppliesEachScriptOnce(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var all = Enumerable.Range(0, 6).Select(_ => Opened(database)).ToList();
        Script[] scripts = [.. Enumerable.Range(1, 5).Select(i => new Script(i, "s", $"create table t{i} (x bigint); insert into t{i} values (1)"))];
        await Task.WhenAll(all.Select(storage => Task.Run(() => Apply(storage, scripts), Ct)));
        Assert.Equal(5, await all[0].ScalarAsync("select count(*) from schema_version"));
        Assert.Equal(1, await all[0].ScalarAsync("select count(*) from t5"));
        all.ForEach(storage => storage.Dispose());
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task TwoProcesses_StartAtOnceOnAnEmptyDatabase(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        using var first = SecondProcess.Start(nameof(InASecondProcess.Starts_AndClaimsEveryWelcome), database.ConnectionString);
        using var second = SecondProcess.Start(nameof(InASecondProcess.Starts_AndClaimsEveryWelcome), database.ConnectionString);
        var claimed = (await first.FinishAsync()).Concat(await second.FinishAsync()).ToList();
        Assert.Equal(200, claimed.Count);
        Assert.Equal(200, claimed.Distinct().Count());
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        Assert.Equal(Script.Embedded().Count, await storage.ScalarAsync<long>("select count(*) from schema_version"));
    }

    private static OpenedDatabase Opened(Databases database) => new(database.ConnectionString);

    private static Task Apply(OpenedDatabase storage, params Script[] scripts) =>
        new Scripts(storage.Database, scripts, TimeProvider.System, NullLogger<Scripts>.Instance).ApplyAsync(Ct);
}
