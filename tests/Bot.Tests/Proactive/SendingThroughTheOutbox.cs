using System.Globalization;
using Bot.Activities;
using Bot.Proactive;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Storage;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Proactive;

public sealed class SendingThroughTheOutbox : IAsyncLifetime
{
    private Databases _database = null!;
    private RecordingConnector _connector = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await Databases.NewAsync(DatabaseKind.Sqlite);
        _connector = await RecordingConnector.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _connector.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task AMessage_IsSentWhereItsConversationIs_AndItsTextIsDeleted()
    {
        await using var work = await OutboxAtWork.StartAsync(_database.ConnectionString);
        await work.KnowAsync("a:1", _connector.ServiceUrl);

        Assert.Equal(OutboxAddition.Added, await work.AddAsync("a:1", "hello"));
        Assert.Equal(OutboxAddition.AlreadyThere, await work.AddAsync("a:1", "hello"));
        await work.UntilAsync("sent", 1);

        var call = Assert.Single(_connector.Calls);
        Assert.Equal("/amer/v3/conversations/a%3A1/activities", call.Target);
        Assert.Equal("hello", call.Text);
        Assert.Equal("28:bot", call.Json.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("29:a:1", call.Json.GetProperty("recipient").GetProperty("id").GetString());
        Assert.Equal("a:1", call.Json.GetProperty("conversation").GetProperty("id").GetString());
        Assert.Null(await work.ScalarAsync<string>("select body from outbox"));
        Assert.Equal("c-1", await work.ScalarAsync<string>("select activity_id from outbox"));
    }

    [Fact]
    public async Task ABlockedConversation_IsNotTriedAgain_UntilItSpeaks()
    {
        await using var work = await OutboxAtWork.StartAsync(_database.ConnectionString);
        await work.KnowAsync("a:1", _connector.ServiceUrl);
        _connector.Next(403, body: """{"error":{"code":"MessageWritesBlocked","message":"no"}}""");

        await work.AddAsync("a:1", "first");
        await work.UntilAsync("dead", 1);
        await work.AddAsync("a:1", "second");
        await work.UntilAsync("dead", 2);
        Assert.Single(_connector.Calls);
        Assert.Contains("has blocked the guide", await work.ScalarAsync<string>("select reason from outbox where message_key = 'second'"), StringComparison.Ordinal);

        await work.Get<BlockedConversations>().HeardFromAsync("a:1", anew: false, Ct);
        await work.AddAsync("a:1", "third");
        await work.UntilAsync("sent", 1);
        Assert.Equal(["first", "third"], _connector.Calls.Select(call => call.Text));
    }

    [Fact]
    public async Task AThread_GetsItsMessage()
    {
        await using var work = await OutboxAtWork.StartAsync(_database.ConnectionString);
        await work.KnowAsync("19:c@thread.tacv2", _connector.ServiceUrl);

        await work.AddAsync("19:c@thread.tacv2;messageid=7", "to the thread");
        await work.UntilAsync("sent", 1);

        Assert.EndsWith("/19%3Ac%40thread.tacv2%3Bmessageid%3D7/activities", Assert.Single(_connector.Calls).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCannotBeSent_IsRefusedAtOnce()
    {
        await using var work = await OutboxAtWork.StartAsync(_database.ConnectionString);
        await work.KnowAsync("a:1", _connector.ServiceUrl);

        Assert.Equal(OutboxAddition.UnknownConversation, await work.AddAsync("a:never-seen", "1"));
        var long40 = new OutboundActivity { Text = new string('x', Outbox.MostBytes / 2) };
        Assert.Equal(OutboxAddition.TooLarge, await work.Outbox.AddAsync(new() { Key = "2", Kind = "test", ConversationId = "a:1", Activity = long40 }, Ct));
        Assert.Equal(0, await work.ScalarAsync<long>("select count(*) from outbox"));
    }

    [Theory]
    [InlineData(429, "1")]
    [InlineData(412, null)]
    [InlineData(500, null)]
    [InlineData(502, null)]
    [InlineData(503, null)]
    [InlineData(504, null)]
    [InlineData(401, null)]
    public async Task AfterAnAnswerThatMayPass_ItIsTriedAgain_NotSoonerThanAsked(int status, string? retryAfter)
    {
        await using var work = await OutboxAtWork.StartAsync(_database.ConnectionString);
        await work.KnowAsync("a:1", _connector.ServiceUrl);
        _connector.Next(status, retryAfter);

        await work.AddAsync("a:1", "patience");
        await work.UntilAsync("sent", 1);

        Assert.Equal(2, _connector.Calls.Count);
        Assert.Equal(2, await work.ScalarAsync<long>("select attempts from outbox"));
        Assert.InRange(TimeProvider.System.GetElapsedTime(_connector.Calls[0].At, _connector.Calls[1].At), TimeSpan.FromSeconds(0.95), TimeSpan.FromSeconds(20));
        Assert.Equal(0, await work.Get<Counters>().ReadAsync(OutboxRows.Doubled, Ct));
    }

    [Theory]
    [InlineData(400, true, "refuses this message (status 400, BadSyntax)")]
    [InlineData(403, true, "blocked the guide (status 403, MessageWritesBlocked)")]
    [InlineData(404, false, "no longer there (status 404, ConversationNotFound)")]
    [InlineData(413, false, "larger than the channel takes (status 413, MessageSizeTooBig)")]
    public async Task AfterAFinalAnswer_ItIsADeadLetterThatSaysWhy(int status, bool kept, string why)
    {
        await using var work = await OutboxAtWork.StartAsync(_database.ConnectionString);
        await work.KnowAsync("a:1", _connector.ServiceUrl);
        var code = why[(why.LastIndexOf(' ') + 1)..^1];
        _connector.Next(status, body: $$$"""{"error":{"code":"{{{code}}}","message":"no"}}""");

        await work.AddAsync("a:1", "never");
        await work.UntilAsync("dead", 1);

        Assert.Single(_connector.Calls);
        var dead = Assert.Single(await work.Get<OutboxReport>().DeadAsync(10, Ct));
        Assert.Contains(why, dead.Reason, StringComparison.Ordinal);
        Assert.Equal(kept, dead.IsKept);
        Assert.DoesNotContain("never", Assert.Single(work.Log.Of(1603)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AConversationThatIsGone_IsForgotten()
    {
        await using var work = await OutboxAtWork.StartAsync(_database.ConnectionString);
        await work.KnowAsync("a:1", _connector.ServiceUrl);
        _connector.Next(404);

        await work.AddAsync("a:1", "one");
        await work.UntilAsync("dead", 1);
        while (await work.Get<ConversationReferences>().FindAsync("a:1", Ct) is not null) await Task.Delay(10, Ct);

        Assert.Equal(OutboxAddition.UnknownConversation, await work.AddAsync("a:1", "two"));
    }

    [Fact]
    public async Task AConnectionLostHalfWay_IsTriedAgain_AndCounted()
    {
        await using var work = await OutboxAtWork.StartAsync(_database.ConnectionString);
        await work.KnowAsync("a:1", _connector.ServiceUrl);
        _connector.Next(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });

        await work.AddAsync("a:1", "perhaps twice");
        await work.UntilAsync("sent", 1);

        Assert.Equal(2, _connector.Calls.Count);
        Assert.Equal(1, await work.Get<Counters>().ReadAsync(OutboxRows.Doubled, Ct));
        Assert.Equal(1, await work.ScalarAsync<long>("select doubled from outbox"));
    }

    [Fact]
    public async Task AMessageWithATime_WaitsForIt_AndCanBeTakenBackBefore()
    {
        var time = new FakeTime();
        await using var work = await OutboxAtWork.StartAsync(_database.ConnectionString, time);
        await work.KnowAsync("a:1", _connector.ServiceUrl);
        await work.AddAsync("a:1", "kept", time.GetUtcNow().AddDays(7));
        await work.AddAsync("a:1", "cancelled", time.GetUtcNow().AddDays(7));
        Assert.True(await work.Outbox.CancelAsync("cancelled", Ct));

        time.Advance(TimeSpan.FromDays(6));
        Assert.Empty(_connector.Calls);

        await AdvanceUntilAsync(time, TimeSpan.FromHours(1), () => _connector.Calls.Count > 0);
        await work.UntilAsync("sent", 1);
        Assert.Equal("kept", Assert.Single(_connector.Calls).Text);
        Assert.False(await work.Outbox.CancelAsync("kept", Ct));
    }

    [Fact]
    public async Task WhenItIsTooLate_ItIsGivenUp_AndKeptForATryByHand()
    {
        var time = new FakeTime();
        await using var work = await OutboxAtWork.StartAsync(_database.ConnectionString, time);
        await work.KnowAsync("a:1", _connector.ServiceUrl);
        for (var i = 0; i < 1000; i++) _connector.Next(503);
        await work.AddAsync("a:1", "late", tooLate: time.GetUtcNow().AddHours(2));

        await AdvanceUntilAsync(time, TimeSpan.FromMinutes(1), () => work.Log.Of(1603).Count > 0);
        await work.UntilAsync("dead", 1);

        // Doubling from 2 seconds to half an hour.
        Assert.InRange(_connector.Calls.Count, 8, 20);
        var dead = Assert.Single(await work.Get<OutboxReport>().DeadAsync(10, Ct));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Given up after {_connector.Calls.Count} tries"), dead.Reason, StringComparison.Ordinal);
        Assert.True(dead.IsKept);
    }

    [Fact]
    public async Task AnOrderlyStop_WaitsForWhatIsUnderWay()
    {
        var work = await OutboxAtWork.StartAsync(_database.ConnectionString);
        await work.KnowAsync("a:1", _connector.ServiceUrl);
        _connector.Next(async http =>
        {
            await Task.Delay(1000, Ct);
            http.Response.StatusCode = 201;
            await http.Response.WriteAsync("""{"id":"slow"}""", Ct);
        });
        await work.AddAsync("a:1", "slow");
        await _connector.WaitAsync(1, Ct);

        await work.DisposeAsync();

        await using var after = await OutboxAtWork.StartAsync(_database.ConnectionString);
        Assert.Equal("sent", await after.ScalarAsync<string>("select state from outbox"));
        Assert.Single(_connector.Calls);
    }

    // Real work lies between the ticks of this clock, so it is given time after each.
    private static async Task AdvanceUntilAsync(FakeTime time, TimeSpan by, Func<bool> reached)
    {
        for (var i = 0; i < 1000 && !reached(); i++)
        {
            time.Advance(by);
            await Task.Delay(20, Ct);
        }
    }
}
