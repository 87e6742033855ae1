using Bot.Storage;

namespace Bot.Tests.Storage;

public sealed class KeepingLastTurns
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ATurn_SurvivesARestart(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var turn = SecondProcess.Turn(7);
        await using (var before = await RunningStorage.StartAsync(database.ConnectionString))
        {
            Assert.True(await before.Get<LastTurns>().WriteAsync(turn, Ct));
        }

        await using var after = await RunningStorage.StartAsync(database.ConnectionString);
        Assert.Equal(turn, await after.Get<LastTurns>().ReadAsync(turn.ConversationId, turn.UserId, Ct));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ATurn_IsReadAtOnceAndReplacedByTheNext(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var turns = storage.Get<LastTurns>();
        for (var i = 0; i < 300; i++)
        {
            var turn = SecondProcess.Turn(i) with { ConversationId = "one" };
            await turns.WriteAsync(turn, Ct);
            Assert.Equal(turn, await turns.ReadAsync("one", turn.UserId, Ct));
        }

        await storage.FlushAsync();
        Assert.Equal("""{"number":299}""", await storage.ScalarAsync<string>("select json from last_turn"));
        Assert.Equal("""{"number":299}""", (await turns.ReadAsync("one", "29:someone", Ct))!.Json);
        Assert.Null(await turns.ReadAsync("one", "29:someone else", Ct));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ATurnOver4KB_IsNotKeptNorTheOneBefore(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var turns = storage.Get<LastTurns>();
        var turn = SecondProcess.Turn(1);
        Assert.True(await turns.WriteAsync(turn with { Json = new string('x', 4096) }, Ct));
        Assert.False(await turns.WriteAsync(turn with { Json = new string('é', 2049) }, Ct));
        Assert.Null(await turns.ReadAsync(turn.ConversationId, turn.UserId, Ct));
        await storage.FlushAsync();
        Assert.Null(await turns.ReadAsync(turn.ConversationId, turn.UserId, Ct));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task Forgetting_DeletesTheWholeConversationOnly(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var turns = storage.Get<LastTurns>();
        await turns.WriteAsync(SecondProcess.Turn(1), Ct);
        await turns.WriteAsync(SecondProcess.Turn(1) with { UserId = "29:another" }, Ct);
        await turns.WriteAsync(SecondProcess.Turn(2), Ct);
        await turns.ForgetAsync("conversation 1", Ct);
        Assert.Null(await turns.ReadAsync("conversation 1", "29:someone", Ct));
        Assert.Null(await turns.ReadAsync("conversation 1", "29:another", Ct));
        Assert.NotNull(await turns.ReadAsync("conversation 2", "29:someone", Ct));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ATurnAfterForgetting_IsKept_ThoughTheOneBeforeWasNotYetStored(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var turns = storage.Get<LastTurns>();
        await turns.WriteAsync(SecondProcess.Turn(1), Ct);
        var forgetting = turns.ForgetAsync("conversation 1", Ct);
        await turns.WriteAsync(SecondProcess.Turn(1) with { Json = "{}" }, Ct);

        await forgetting;
        await storage.FlushAsync();

        Assert.Equal("{}", (await turns.ReadAsync("conversation 1", "29:someone", Ct))!.Json);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task TurnsOfManyAtOnce_LeaveEachTheirLast(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var turns = storage.Get<LastTurns>();

        await Parallel.ForAsync(0, 20, Ct, async (person, ct) =>
        {
            for (var i = 0; i <= 200; i++) await turns.WriteAsync(SecondProcess.Turn(person) with { Json = $"{i}", MessageId = $"message {i}" }, ct);
        });

        await storage.FlushAsync();
        Assert.Equal(20, await storage.ScalarAsync<long>("select count(*) from last_turn where json = '200' and message_id = 'message 200'"));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task HostileIds_AreKeptApart(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var turns = storage.Get<LastTurns>();
        string[] ids = ["", "\0", "\0\0", "\ud800", "\udc00", "a'; drop table last_turn; --", new('ж', 1000), new string('ж', 999) + 'x', "@json", "😀"];
        foreach (var id in ids)
        {
            await turns.WriteAsync(SecondProcess.Turn(1) with { ConversationId = id, UserId = id, Json = "\0 of " + Array.IndexOf(ids, id) }, Ct);
        }

        await storage.FlushAsync();
        foreach (var id in ids)
        {
            Assert.Equal("\uFFFD of " + Array.IndexOf(ids, id), (await turns.ReadAsync(id, id, Ct))!.Json);
        }
    }
}
