using Bot.Storage;
using Bot.Tests.Storage;
using Bot.Tests.Support;

namespace Bot.Tests.Commands;

public sealed class AskingTheOutbox
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheList_SaysWhatCouldNotBeSentAndWhy_AndAMessageCanBeTriedAgain()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        string id;
        await using (var storage = await RunningStorage.StartAsync(database.ConnectionString))
        {
            var rows = storage.Get<OutboxRows>();
            await rows.AddAsync(SomeRow.Due("a:1", "secret"), Ct);
            id = (await rows.TakeAsync("me", Ct))!.Id;
            await rows.DieAsync(id, "me", "The person blocked the guide.", keep: true, Ct);
            await rows.AddAsync(SomeRow.Due("a:2", "waits"), Ct);
        }

        var list = await RunAsync(database.ConnectionString, "outbox", "list");
        Assert.Equal(0, list.Code);
        Assert.Equal(
            ["waiting 1, sending 0, sent 0, dead 1", "possibly sent twice, ever: 0", $"{id}  test, due 22 November 2026 09:00 UTC, tried 1 times", "    The person blocked the guide."],
            list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r')));

        Assert.Equal(0, (await RunAsync(database.ConnectionString, "outbox", "retry", id)).Code);
        Assert.Equal(1, (await RunAsync(database.ConnectionString, "outbox", "retry", id)).Code);
        Assert.StartsWith("waiting 2, sending 0, sent 0, dead 0", (await RunAsync(database.ConnectionString, "outbox", "list")).Output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> RunAsync(string connectionString, params string[] arguments)
    {
        var (code, output, _) = await GuideProgram.RunAsync([("Bot:Database:ConnectionString", connectionString)], arguments);
        return (code, output);
    }
}
