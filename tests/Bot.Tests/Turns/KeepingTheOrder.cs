using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Storage;
using Bot.Turns;

namespace Bot.Tests.Turns;

/// <summary>One conversation whose messages reach two replicas in turn.</summary>
public sealed class KeepingTheOrder
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MessagesThatReachTwoReplicas_AreAnsweredOneByOneInTheOrderTheyWereSent()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        await using var even = await Replica.StartAsync(database.ConnectionString);
        await using var odd = await Replica.StartAsync(database.ConnectionString);
        using var opened = new OpenedDatabase(database.ConnectionString);
        var (seen, atWork, most) = (new List<string>(), 0, 0);
        foreach (var replica in (Replica[])[even, odd])
        {
            replica.Feature.OnTurn = async (turn, ct) =>
            {
                lock (seen)
                {
                    seen.Add(turn.Text);
                    most = Math.Max(most, ++atWork);
                }

                // Until the next stands in the line, and a moment longer, in which it could break in.
                while (turn.Text != "11" && await opened.ScalarAsync("select count(*) from waiting_turn") == 0) await Task.Delay(5, ct);
                await Task.Delay(50, ct);
                lock (seen) atWork--;
                return new TurnResult.Text(turn.Text);
            };
        }

        // As the lanes do: within one replica each waits for the one before.
        var evens = DeliverAsync(even, 0);
        while (even.Feature.Turns.IsEmpty) await Task.Delay(5, Ct);
        await Task.WhenAll(evens, DeliverAsync(odd, 1));

        Assert.Equal(1, most);
        Assert.Equal(Enumerable.Range(0, 12).Select(i => i.ToString(CultureInfo.InvariantCulture)), seen);

        async Task DeliverAsync(Replica to, int first)
        {
            for (var i = first; i < 12; i += 2) await to.DeliverAsync(Message(i));
        }
    }

    [Fact]
    public async Task OtherConversations_DoNotWait()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        await using var one = await Replica.StartAsync(database.ConnectionString);
        await using var two = await Replica.StartAsync(database.ConnectionString);
        var gate = new TaskCompletionSource();
        one.Feature.OnTurn = async (_, _) =>
        {
            await gate.Task;
            return TurnResult.Nothing;
        };
        var slow = one.DeliverAsync(Message(1));

        var other = Message(2);
        other["conversation"]!["id"] = "another";
        await two.DeliverAsync(other);

        Assert.False(slow.IsCompleted);
        gate.SetResult();
        await slow;
    }

    [Fact]
    public async Task AReplicaThatDiedAtATurn_HoldsTheNextForAMomentOnly()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        var time = new FakeTime();
        await using var dead = await Replica.StartAsync(database.ConnectionString, new FakeTime());
        await using var alive = await Replica.StartAsync(database.ConnectionString, time);
        var message = Message(1);
        var id = message["conversation"]!["id"]!.GetValue<string>();
        // Its clock stands still, so it shows no sign of life.
        await dead.Get<ConversationTurns>().EnterAsync(id, ActivityKey.Of(id, "earlier"), Start, Ct);

        var began = time.GetUtcNow();
        var next = alive.DeliverAsync(message);
        for (var i = 0; i < 1000 && !next.IsCompleted; i++)
        {
            await Task.Delay(50, Ct);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(time.GetUtcNow() - began >= TimeSpan.FromSeconds(14), "It did not wait.");
        await next.WaitAsync(TimeSpan.FromSeconds(10), Ct);
        Assert.Single(alive.Said);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task WhereItCannotBeAsked_TheTurnGoesOn(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using (var storage = await RunningStorage.StartAsync(database.ConnectionString)) await storage.ExecuteAsync("drop table conversation_turn");
        await using var replica = await Replica.StartAsync(database.ConnectionString);

        await replica.DeliverAsync(Message(1));

        Assert.Single(replica.Said);
        Assert.Equal(kind == DatabaseKind.Postgres ? 1 : 0, replica.Log.Of(1418).Count);
    }

    private static JsonObject Message(int number)
    {
        var activity = RecordedActivity.Load("TeamsPersonalMessage");
        activity["id"] = $"order {number}";
        activity["text"] = number.ToString(CultureInfo.InvariantCulture);
        activity["timestamp"] = Start.AddSeconds(number).ToString("O", CultureInfo.InvariantCulture);
        return activity;
    }
}
