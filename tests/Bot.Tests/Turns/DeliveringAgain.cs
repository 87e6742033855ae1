using System.Text;
using System.Text.Json.Nodes;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Storage;
using Bot.Turns;

namespace Bot.Tests.Turns;

public sealed class DeliveringAgain
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AMessage_IsAnsweredOnce_AlsoAfterARestart(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using (var before = await Replica.StartAsync(database.ConnectionString))
        {
            await before.DeliverAsync(Message("1"));
            await before.DeliverAsync(Message("1"));
            await before.DeliverAsync(Message("2"));
            Assert.Equal(2, before.Said.Count);
            Assert.Single(before.Log.Of(1107));
        }

        await using var after = await Replica.StartAsync(database.ConnectionString);
        await after.DeliverAsync(Message("1"));
        await after.DeliverAsync(Message("3"));
        Assert.Single(after.Said);
    }

    [Fact]
    public async Task FiveAtOnce_ToTwoReplicas_AreAnsweredOnce()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        await using var one = await Replica.StartAsync(database.ConnectionString);
        await using var two = await Replica.StartAsync(database.ConnectionString);
        for (var i = 0; i < 20; i++)
        {
            var message = Message($"at once {i}");
            await Task.WhenAll(Enumerable.Range(0, 5).Select(n => Task.Run(() => (n % 2 == 0 ? one : two).DeliverAsync(message), Ct)));
        }

        Assert.Equal(20, one.Said.Count + two.Said.Count);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ATurnThatCrashed_IsTakenAgain(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var replica = await Replica.StartAsync(database.ConnectionString);
        await Assert.ThrowsAsync<NotSupportedException>(() => replica.DeliverAsync(Message("1"), _ => new NotSupportedException()));

        await replica.DeliverAsync(Message("1"));

        Assert.Single(replica.Said);
    }

    [Fact]
    public async Task AReplicaThatDiedAtIt_IsFollowedByAnother()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        var time = new FakeTime();
        await using var dead = await Replica.StartAsync(database.ConnectionString, time);
        await using var alive = await Replica.StartAsync(database.ConnectionString, time);
        Assert.Equal(Claim.Mine, await dead.Get<SeenActivities>().ClaimAsync(KeyOf("1"), Ct));

        var again = alive.DeliverAsync(Message("1"));
        await PassAsync(time, TimeSpan.FromSeconds(10));
        Assert.Empty(alive.Said);
        while (!again.IsCompleted) await PassAsync(time, TimeSpan.FromSeconds(1));

        Assert.Single(alive.Said);
    }

    [Fact]
    public async Task AReplicaThatTakesLong_KeepsIt()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        var time = new FakeTime();
        await using var slow = await Replica.StartAsync(database.ConnectionString, time);
        await using var other = await Replica.StartAsync(database.ConnectionString, time);
        var answer = new TaskCompletionSource<TurnResult>();
        slow.Feature.OnTurn = (_, _) => new(answer.Task);
        var first = slow.DeliverAsync(Message("1"));
        while (slow.Feature.Turns.IsEmpty) await Task.Delay(10, Ct);

        var again = other.DeliverAsync(Message("1"));
        using var opened = new OpenedDatabase(database.ConnectionString);
        for (var second = 0; second < 40; second++)
        {
            await PassAsync(time, TimeSpan.FromSeconds(1));

            // The clock does not outrun the signs of life, which come every 5 seconds and hold for 15.
            while (await opened.ScalarAsync("select held_until from seen") < time.GetUtcNow().AddSeconds(9).ToUnixTimeMilliseconds()) await Task.Delay(5, Ct);
        }

        Assert.False(again.IsCompleted);
        answer.SetResult(new TurnResult.Text("late"));
        await first;
        while (!again.IsCompleted) await PassAsync(time, TimeSpan.FromSeconds(1));

        Assert.Single(slow.Said);
        Assert.Empty(other.Said);
    }

    [Fact]
    public async Task AnotherReplicaThatTakesTooLong_IsNotWaitedForBeyondTheDeadline()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        await using var one = await Replica.StartAsync(database.ConnectionString);
        await using var two = await Replica.StartAsync(database.ConnectionString);
        await one.Get<SeenActivities>().ClaimAsync(KeyOf("press", "TeamsCardAction"), Ct);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(3));

        var reply = await two.DeliverAsync(Press("press"), deadline: deadline.Token);

        Assert.Contains("This is being done. Please wait a moment.", Encoding.UTF8.GetString(reply!.Body.Span), StringComparison.Ordinal);
        Assert.Empty(two.Feature.Turns);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task APressedButton_ThatComesAgain_GetsTheSameResponse_AndActsOnce(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var replica = await Replica.StartAsync(database.ConnectionString);
        var answer = new TaskCompletionSource<TurnResult>();
        replica.Feature.OnTurn = (_, _) => new(answer.Task);
        var first = Task.Run(() => replica.DeliverAsync(Press("1")), Ct);
        while (replica.Feature.Turns.IsEmpty) await Task.Delay(10, Ct);
        var second = Task.Run(() => replica.DeliverAsync(Press("1")), Ct);
        await Task.Delay(100, Ct);
        answer.SetResult(new TurnResult.Text("pressed"));

        var third = await replica.DeliverAsync(Press("1"));

        Assert.Contains("pressed", Encoding.UTF8.GetString((await first)!.Body.Span), StringComparison.Ordinal);
        Assert.Equal((await first)!.Body, (await second)!.Body);
        Assert.Equal((await first)!.Body, third!.Body);
        Assert.Single(replica.Feature.Turns);
    }

    [Fact]
    public async Task APressedButton_ThatAnotherReplicaHasAnswered_IsNotPressedTwice()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        await using var one = await Replica.StartAsync(database.ConnectionString);
        await using var two = await Replica.StartAsync(database.ConnectionString);
        await one.DeliverAsync(Press("1"));

        var reply = await two.DeliverAsync(Press("1"));

        Assert.Contains("This was done already.", Encoding.UTF8.GetString(reply!.Body.Span), StringComparison.Ordinal);
        Assert.Empty(two.Feature.Turns);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task WhatOnlyReads_IsReadAgain(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var replica = await Replica.StartAsync(database.ConnectionString);
        var query = Press("1");
        query["name"] = "composeExtension/query";

        await replica.DeliverAsync(query);
        await replica.DeliverAsync(query);

        Assert.Equal(2, replica.Feature.Turns.Count);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AnEdit_IsNews_ThoughItBearsTheIdOfTheMessage(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var replica = await Replica.StartAsync(database.ConnectionString);
        await replica.DeliverAsync(Message("1"));
        foreach (var text in (string[])["better", "better", "best"])
        {
            var edit = Message("1");
            edit["type"] = "messageUpdate";
            edit["text"] = text;
            await replica.DeliverAsync(edit);
        }

        Assert.Equal(3, replica.Feature.Turns.Count);
    }

    [Fact]
    public async Task WithoutItsTable_MessagesAreAnsweredAllTheSame()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        await using var replica = await Replica.StartAsync(database.ConnectionString);
        using (var opened = new OpenedDatabase(database.ConnectionString)) await opened.ScalarAsync("drop table seen; select 1");

        await replica.DeliverAsync(Message("1"));

        Assert.Single(replica.Said);
        Assert.Single(replica.Log.Of(1108));
    }

    // Real work lies between the ticks of this clock.
    private static async Task PassAsync(FakeTime time, TimeSpan length)
    {
        for (var passed = TimeSpan.Zero; passed < length; passed += TimeSpan.FromMilliseconds(500))
        {
            time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(20, Ct);
        }
    }

    private static ActivityKey KeyOf(string id, string recorded = "TeamsPersonalMessage") =>
        ActivityKey.Of(RecordedActivity.Load(recorded)["conversation"]!["id"]!.GetValue<string>(), id);

    private static JsonObject Message(string id) => With(id, "TeamsPersonalMessage");

    private static JsonObject Press(string id) => With(id, "TeamsCardAction");

    private static JsonObject With(string id, string recorded)
    {
        var activity = RecordedActivity.Load(recorded);
        activity["id"] = id;
        return activity;
    }
}
