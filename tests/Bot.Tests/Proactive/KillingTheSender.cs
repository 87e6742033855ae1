using System.Globalization;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Storage;

namespace Bot.Tests.Proactive;

public sealed class KillingTheSender
{
    private const int Messages = 300;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task InTheMiddleOfSending_LosesNothing_AndDoublesOnlyWhatIsCounted(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var connector = await RecordingConnector.StartAsync();
        await using (var storage = await RunningStorage.StartAsync(database.ConnectionString, TimeProvider.System))
        {
            for (var i = 0; i < Messages; i++) await PutInAsync(storage, connector, i);
            await storage.FlushAsync();
        }

        // Each time the hold of the one before is over, as it would be a minute and a half later.
        for (var killed = 0; killed < 3; killed++)
        {
            using var process = SecondProcess.Start(nameof(InASecondProcess.SendsWhatIsInTheOutbox), database.ConnectionString, Minutes(killed * 2));
            var before = connector.Calls.Count;
            while (connector.Calls.Count < before + Messages / 5) await Task.Delay(5, Ct);
            await process.KillAsync();
        }

        await using var last = await OutboxAtWork.StartAsync(database.ConnectionString, new ShiftedTime(TimeSpan.FromMinutes(8)));
        await last.UntilAsync("sent", Messages);

        var arrived = connector.Calls.GroupBy(call => call.Text!).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(Messages, arrived.Count);
        var doubled = arrived.Where(message => message.Value > 1).Select(message => message.Key).ToArray();
        var counted = await last.Get<Counters>().ReadAsync(OutboxRows.Doubled, Ct);
        Assert.True(connector.Calls.Count - Messages <= counted, $"{connector.Calls.Count - Messages} came again, {counted} were counted");
        Assert.InRange(counted, 0, 12);
        foreach (var message in doubled)
            Assert.NotEqual(0, await last.ScalarAsync<long>($"select doubled from outbox where message_key = '{message}'"));
    }

    private static async Task PutInAsync(RunningStorage storage, RecordingConnector connector, int i)
    {
        var conversation = string.Create(CultureInfo.InvariantCulture, $"a:{i}");
        await storage.Get<ConversationReferences>().KeepAsync(
            new ConversationReference { Id = conversation, ChannelId = "msteams", ServiceUrl = connector.ServiceUrl.AbsoluteUri }, anew: false, Ct);
        var now = TimeProvider.System.GetUtcNow();
        await storage.Get<OutboxRows>().AddAsync(SomeRow.Due(conversation, conversation) with { Due = now, TooLate = now.AddDays(3) }, Ct);
    }

    private static string Minutes(int minutes) => minutes.ToString(CultureInfo.InvariantCulture);
}
