using System.Diagnostics;
using System.Globalization;
using Bot.Storage;
using Bot.Tests.Storage;
using Bot.Tests.Support;

namespace Bot.Tests.Whole.Load;

/// <summary>Two processes of the service on one PostgreSQL server, under load: 20 seconds, and two minutes where ICSGUIDE_LONG is 1.</summary>
[Collection(Alone.Name)]
public sealed class SharingTheWork
{
    private const int PerSecond = 500;
    private const long MostGrowth = 60 * 1024 * 1024;

    private static readonly TimeSpan Swap = TimeSpan.FromSeconds(5);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FiveHundredTurnsASecond_AreAnsweredOnceEach_AndMemoryStaysFlat()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        await using var connector = await CountingConnector.StartAsync();
        await using var one = await GuideProcess.StartAsync(database.ConnectionString, Quiet);
        await using var two = await GuideProcess.StartAsync(database.ConnectionString, Quiet);
        GuideProcess[] guides = [one, two];
        var time = TimeSpan.FromSeconds(LongRun.IsOn ? 120 : 20);

        await new Sender(connector.ServiceUrl, () => guides).RunAsync(PerSecond, time / 4, Ct);
        var before = guides.Sum(guide => guide.Memory);
        var sender = new Sender(connector.ServiceUrl, () => guides);
        await sender.RunAsync(PerSecond, time, Ct);
        var growth = guides.Sum(guide => guide.Memory) - before;

        var outcome = await Outcome.OfAsync(sender, connector, Ct);
        LongRun.Report(string.Create(CultureInfo.InvariantCulture,
            $"two replicas, {PerSecond} turns a second for {time.TotalSeconds:0} s: {outcome}, p50 {outcome.P50:0.0} ms, p99 {outcome.P99:0.0} ms, memory of both grew by {growth / 1048576.0:0.0} MB"));
        Assert.Equal(sender.Sent, outcome.AnsweredOnce);
        Assert.True(growth < MostGrowth, $"The services grew by {growth / 1048576} MB.");
    }

    [Fact]
    public async Task AKilledReplica_ARestartedDatabase_AndAPublication_LoseNothing()
    {
        await using var server = await PrivateServer.StartAsync();
        await using var connector = await CountingConnector.StartAsync();
        var guides = new List<GuideProcess> { await GuideProcess.StartAsync(server.ConnectionString, Quiet), await GuideProcess.StartAsync(server.ConnectionString, Quiet) };
        try
        {
            var rate = LongRun.IsOn ? 200 : 100;
            var phase = TimeSpan.FromSeconds(LongRun.IsOn ? 20 : 5);
            var kill = new Sender(connector.ServiceUrl, () => [.. guides]);
            var load = kill.RunAsync(rate, phase * 2, Ct);
            await Task.Delay(phase / 2, Ct);
            var dead = guides[1];
            await dead.KillAsync();
            guides = [guides[0]];
            await dead.DisposeAsync();
            await Task.Delay(phase / 2, Ct);
            guides = [guides[0], await GuideProcess.StartAsync(server.ConnectionString, Quiet)];
            await load;
            var killed = await Outcome.OfAsync(kill, connector, Ct);

            var restart = new Sender(connector.ServiceUrl, () => [.. guides]);
            load = restart.RunAsync(rate, phase, Ct);
            await Task.Delay(phase / 3, Ct);
            await server.StopAsync();
            await Task.Delay(TimeSpan.FromSeconds(1), Ct);
            await server.ComeBackAsync();
            await load;
            var restarted = await Outcome.OfAsync(restart, connector, Ct);

            var publish = new Sender(connector.ServiceUrl, () => [.. guides]);
            load = publish.RunAsync(rate, phase, Ct);
            await Publishing.SmallReleaseAsync(server.ConnectionString);
            await ServedByAllAsync(guides, "The bicycle shed stands behind gate 1.");
            await Publishing.BackAsync(server.ConnectionString);
            await load;
            var published = await Outcome.OfAsync(publish, connector, Ct);

            LongRun.Report($"a replica killed at {rate} a second: {killed}");
            LongRun.Report($"the database restarted at {rate} a second: {restarted}");
            LongRun.Report($"a publication and its way back at {rate} a second: {published}");
            foreach (var outcome in (Outcome[])[killed, restarted, published]) Assert.Equal(0, outcome.Lost);
            // Twice only what had to be sent again, or was answered while nobody could say whether it had been.
            Assert.True(killed.Twice <= kill.TriedAgain.Count, killed.ToString());
            Assert.Equal(0, published.Twice);
            Assert.Equal(0, connector.Apologies);
        }
        finally
        {
            foreach (var guide in guides) await guide.DisposeAsync();
        }
    }

    private static async Task ServedByAllAsync(IEnumerable<GuideProcess> guides, string words)
    {
        var clock = Stopwatch.StartNew();
        foreach (var guide in guides)
            while (!(await AnswerAsync(guide)).Contains(words, StringComparison.Ordinal))
            {
                Assert.True(clock.Elapsed < Swap, "A replica does not serve what was published.");
                await Task.Delay(50, Ct);
            }
    }

    private static async Task<string> AnswerAsync(GuideProcess guide)
    {
        var asked = Person.New().Says("Where is the bicycle shed?");
        asked["deliveryMode"] = "expectReplies";
        using var response = await guide.PostAsync(asked);
        return await response.Content.ReadAsStringAsync(Ct);
    }

    private static (string, string)[] Quiet => [("Logging__LogLevel__Default", "None")];
}
