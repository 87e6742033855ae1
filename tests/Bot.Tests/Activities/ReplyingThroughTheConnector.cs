using System.Diagnostics;
using System.Net;
using Bot.Tests.Fakes;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Tests.Activities;

public sealed class ReplyingThroughTheConnector : IAsyncLifetime
{
    private BotOnKestrel _bot = null!;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bot = await BotOnKestrel.StartAsync(("Bot:Activities:AcknowledgeSeconds", "0.05"));

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task AReply_GoesToTheConversationAndMessageItAnswers()
    {
        await PostOkAsync("TeamsChannelMention");

        var call = (await _bot.Connector.WaitAsync(1, Now))[0];
        Assert.Equal("POST", call.Method);
        Assert.Equal(
            "/amer/v3/conversations/19%3A0a1b2c3d4e5f60718293a4b5c6d7e8f9%40thread.tacv2%3Bmessageid%3D1772445667411/activities/1772445667411",
            call.Target);
        Assert.Equal("You said: which footprint is Barnsley in?", call.Text);
        Assert.Equal("1772445667411", call.Json.GetProperty("replyToId").GetString());
        Assert.Equal("28:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", call.Json.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("channel", call.Json.GetProperty("conversation").GetProperty("conversationType").GetString());
        Assert.False(call.Json.TryGetProperty("id", out _));
    }

    [Fact]
    public async Task AnActivityWithoutAnId_IsAnsweredInItsConversation()
    {
        var activity = _bot.Recorded("PlaygroundMessage");
        activity.Remove("id");

        (await _bot.PostAsync(activity)).Dispose();

        Assert.Equal("/amer/v3/conversations/personal-chat-id/activities", (await _bot.Connector.WaitAsync(1, Now))[0].Target);
    }

    [Theory]
    [InlineData("TeamsConversationUpdate", "event:conversationUpdate")]
    [InlineData("TeamsInstallationAdd", "event:installationUpdate")]
    [InlineData("TeamsMessageReaction", "event:messageReaction")]
    public async Task AnEvent_ReachesItsFeature(string recorded, string route)
    {
        _bot.Feature.OnTurn = (turn, _) => new(new TurnResult.Text(RouteKey.Event(turn.Activity.Type!)));

        await PostOkAsync(recorded);

        Assert.Equal(route, (await _bot.Connector.WaitAsync(1, Now))[0].Text);
    }

    [Fact]
    public async Task ThePostIsAnsweredInTime_WhileALongTurnGoesOn()
    {
        var gate = new TaskCompletionSource();
        _bot.Feature.OnTurn = async (_, _) =>
        {
            await gate.Task;
            return new TurnResult.Text("done");
        };

        await PostOkAsync("TeamsPersonalMessage");
        Assert.Empty(_bot.Connector.Messages);
        gate.SetResult();

        Assert.Contains(await _bot.Connector.WaitAsync(1, Now), call => call.Text == "done");
    }

    [Fact]
    public async Task AQuickTurn_HasEndedWhenItsPostIsAnswered()
    {
        await using var bot = await BotOnKestrel.StartAsync(("Bot:Activities:AcknowledgeSeconds", "10"));

        (await bot.PostAsync(bot.Recorded("TeamsPersonalMessage"))).Dispose();

        Assert.Single(bot.Connector.Messages);
    }

    [Fact]
    public async Task ASlowTurn_ShowsTypingOnceAndBeforeItsAnswer()
    {
        await using var bot = await BotOnKestrel.StartAsync(("Bot:Activities:TypingAfterSeconds", "0.05"));
        bot.Feature.OnTurn = async (_, ct) =>
        {
            await bot.Connector.WaitAsync(1, ct);
            await Task.Delay(200, ct);
            return new TurnResult.Text("done");
        };

        (await bot.PostAsync(bot.Recorded("TeamsPersonalMessage"))).Dispose();

        var calls = await bot.Connector.WaitAsync(2, Now);
        Assert.Equal(["typing", "message"], calls.Select(call => call.Type));
        Assert.EndsWith("/activities", calls[0].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TypingThatTheConnectorHolds_StillComesBeforeTheAnswer()
    {
        await using var bot = await BotOnKestrel.StartAsync(("Bot:Activities:TypingAfterSeconds", "0.05"));
        bot.Connector.Next(async http =>
        {
            await Task.Delay(300);
            http.Response.StatusCode = 429;
        });
        bot.Feature.OnTurn = async (_, ct) =>
        {
            await bot.Connector.WaitAsync(1, ct);
            return new TurnResult.Text("done");
        };

        (await bot.PostAsync(bot.Recorded("TeamsPersonalMessage"))).Dispose();

        var calls = await bot.Connector.WaitAsync(2, Now);
        Assert.Equal(["typing", "message"], calls.Select(call => call.Type));
        Assert.True(Stopwatch.GetElapsedTime(calls[0].At, calls[1].At) > TimeSpan.FromSeconds(0.25));
    }

    [Fact]
    public async Task ATurnThatHasSpoken_ShowsNoTypingAfterwards()
    {
        var time = new FakeTime();
        await using var bot = await WithClockAsync(time);
        bot.Feature.OnTurn = async (turn, ct) =>
        {
            await turn.SendTextAsync("one", ct);
            time.Advance(TimeSpan.FromSeconds(90));
            return new TurnResult.Text("two");
        };

        (await bot.PostAsync(bot.Recorded("TeamsPersonalMessage"))).Dispose();

        Assert.Equal(["one", "two"], (await bot.Connector.WaitAsync(2, Now)).Select(call => call.Text));
    }

    [Fact]
    public async Task AQuickTurn_AndASlowEvent_ShowNoTyping()
    {
        var time = new FakeTime();
        await using var bot = await WithClockAsync(time);
        (await bot.PostAsync(bot.Recorded("TeamsPersonalMessage"))).Dispose();
        bot.Feature.OnTurn = (_, _) =>
        {
            time.Advance(TimeSpan.FromSeconds(90));
            return new(new TurnResult.Text("welcome"));
        };
        (await bot.PostAsync(bot.Recorded("TeamsConversationUpdate"))).Dispose();

        Assert.Equal(["message", "message"], (await bot.Connector.WaitAsync(2, Now)).Select(call => call.Type));
    }

    [Fact]
    public async Task MessagesOfOneConversation_AreAnsweredInOrder()
    {
        var random = new Random(7);
        _bot.Feature.OnTurn = async (turn, ct) =>
        {
            await Task.Delay(random.Next(0, 10), ct);
            return new TurnResult.Text(turn.Text);
        };
        var activity = _bot.Recorded("TeamsPersonalMessage");
        for (var i = 0; i < 30; i++)
        {
            activity["text"] = $"{i}";
            (await _bot.PostAsync(activity)).Dispose();
        }

        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{i}"), (await _bot.Connector.WaitAsync(30, Now)).Select(call => call.Text));
    }

    [Fact]
    public async Task ASlowConversation_DoesNotHoldUpTheOthers()
    {
        var gate = new TaskCompletionSource();
        _bot.Feature.OnTurn = async (turn, _) =>
        {
            if (turn.ConversationId == "slow")
                await gate.Task;
            return new TurnResult.Text(turn.ConversationId);
        };
        var activity = _bot.Recorded("TeamsPersonalMessage");
        foreach (var id in Enumerable.Range(0, 20).Select(i => $"c{i}").Prepend("slow"))
        {
            activity["conversation"]!["id"] = id;
            (await _bot.PostAsync(activity)).Dispose();
        }

        // One in 256 shares the lane; never all of them.
        Assert.DoesNotContain((await _bot.Connector.WaitAsync(10, Now)).Take(10), call => call.Text == "slow");
        gate.SetResult();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ATurnPastItsDeadline_GivesOneApology(bool looksAtItsToken)
    {
        await using var bot = await BotOnKestrel.StartAsync(("Bot:Activities:TurnSeconds", "0.3"));
        var never = new TaskCompletionSource();
        bot.Feature.OnTurn = async (_, ct) =>
        {
            await never.Task.WaitAsync(looksAtItsToken ? ct : CancellationToken.None);
            return TurnResult.Nothing;
        };

        (await bot.PostAsync(bot.Recorded("TeamsPersonalMessage"))).Dispose();

        var apology = Assert.Single(await bot.Connector.WaitAsync(1, Now));
        Assert.StartsWith("Sorry, this took too long", apology.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterABug_TheNextMessageIsAnswered()
    {
        var first = true;
        _bot.Feature.OnTurn = (turn, _) =>
        {
            var wasFirst = first;
            first = false;
            return wasFirst ? throw new InvalidOperationException("boom") : new(new TurnResult.Text("fine"));
        };

        await PostOkAsync("TeamsPersonalMessage");
        await PostOkAsync("TeamsPersonalMessage");

        var calls = await _bot.Connector.WaitAsync(2, Now);
        Assert.StartsWith("Sorry, something went wrong", calls[0].Text, StringComparison.Ordinal);
        Assert.Equal("fine", calls[1].Text);
    }

    [Fact]
    public async Task AFullQueue_Gives503AndSaysWhenToComeAgain()
    {
        await using var bot = await BotOnKestrel.StartAsync(
            ("Bot:Activities:Lanes", "1"), ("Bot:Activities:QueuePerLane", "2"), ("Bot:Activities:QueueWaitSeconds", "0.1"), ("Bot:Activities:AcknowledgeSeconds", "0.01"));
        var gate = new TaskCompletionSource();
        bot.Feature.OnTurn = async (_, _) =>
        {
            await gate.Task;
            return new TurnResult.Text("done");
        };
        var activity = bot.Recorded("TeamsPersonalMessage");
        var accepted = 0;
        HttpResponseMessage response;
        while ((response = await bot.PostAsync(activity)).IsSuccessStatusCode)
            Assert.True(++accepted <= 3);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.True(response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        gate.SetResult();
        Assert.Equal(accepted, (await bot.Connector.WaitAsync(accepted, Now)).Count);
    }

    [Fact]
    public async Task ABurst_IsSlowedDownAndNotRefused()
    {
        await using var bot = await BotOnKestrel.StartAsync(("Bot:Activities:Lanes", "1"), ("Bot:Activities:QueuePerLane", "1"));
        bot.Feature.OnTurn = async (turn, ct) =>
        {
            await Task.Delay(5, ct);
            return new TurnResult.Text(turn.Text);
        };

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bot.PostAsync(bot.Recorded("TeamsPersonalMessage"))));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal(20, (await bot.Connector.WaitAsync(20, Now)).Count);
    }

    [Fact]
    public async Task AGracefulStop_FinishesWhatWasAccepted()
    {
        _bot.Feature.OnTurn = async (turn, ct) =>
        {
            await Task.Delay(50, ct);
            return new TurnResult.Text("done");
        };
        for (var i = 0; i < 5; i++)
            await PostOkAsync("TeamsPersonalMessage");

        await _bot.StopAsync();

        Assert.Equal(5, _bot.Connector.Messages.Count);
        Assert.Empty(_bot.Log.Of(1021));
    }

    [Fact]
    public async Task AStopThatCannotFinish_SaysSoAndApologises()
    {
        await using var bot = await BotOnKestrel.StartAsync(("Bot:Activities:DrainSeconds", "0.1"), ("Bot:Activities:AcknowledgeSeconds", "0.01"));
        bot.Feature.OnTurn = async (_, ct) =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            return TurnResult.Nothing;
        };
        (await bot.PostAsync(bot.Recorded("TeamsPersonalMessage"))).Dispose();

        await bot.StopAsync();

        Assert.Single(bot.Log.Of(1021));
        Assert.StartsWith("Sorry", Assert.Single(await bot.Connector.WaitAsync(1, Now)).Text, StringComparison.Ordinal);
    }

    private static Task<BotOnKestrel> WithClockAsync(FakeTime time) =>
        BotOnKestrel.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));

    private async Task PostOkAsync(string recorded)
    {
        using var response = await _bot.PostAsync(_bot.Recorded(recorded));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, response.Content.Headers.ContentLength);
    }
}
