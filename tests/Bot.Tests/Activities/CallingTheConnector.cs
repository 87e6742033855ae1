using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Bot.Activities;
using Bot.Tests.Fakes;

namespace Bot.Tests.Activities;

public sealed class CallingTheConnector : IAsyncLifetime
{
    private BotOnKestrel _bot = null!;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private RecordingConnector Connector => _bot.Connector;

    public async ValueTask InitializeAsync() => _bot = await BotOnKestrel.StartAsync(("Bot:Activities:LongestRetryAfterSeconds", "2"));

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task ASend_GivesTheNewId()
    {
        var result = await SendAsync();

        Assert.Equal(new DeliveryResult(DeliveryOutcome.Delivered, 201, "c-1"), result);
        var call = Assert.Single(Connector.Calls);
        Assert.Equal("/amer/v3/conversations/a%3A1%2F%3F%23%20%25%C3%BC/activities", call.Target);
        Assert.Equal("""{"type":"message","text":"It's £5 – \"fine\""}""", call.Body);
    }

    [Fact]
    public async Task AnUpdateAndADelete_NameTheMessage()
    {
        var client = _bot.Conversations;

        Assert.True((await client.UpdateAsync(Connector.ServiceUrl, "c", "m@1", new OutboundActivity { Text = "new" }, Now)).IsDelivered);
        Assert.True((await client.DeleteAsync(Connector.ServiceUrl, "c", "m@1", Now)).IsDelivered);

        Assert.Equal(["PUT", "DELETE"], Connector.Calls.Select(call => call.Method));
        Assert.All(Connector.Calls, call => Assert.Equal("/amer/v3/conversations/c/activities/m%401", call.Target));
        Assert.Equal("", Connector.Calls[1].Body);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task ABriefFailure_IsTriedAgain(int status)
    {
        Connector.Next(status).Next(status);

        var result = await SendAsync();

        Assert.Equal(DeliveryOutcome.Delivered, result.Outcome);
        Assert.Equal(3, Connector.Calls.Count);
        Assert.Single(Connector.Calls.Select(call => call.Body).Distinct());
    }

    [Fact]
    public async Task AfterFourTries_ItGivesUp()
    {
        Connector.Next(429).Next(429).Next(429).Next(429);

        var result = await SendAsync();

        Assert.Equal(DeliveryOutcome.Throttled, result.Outcome);
        Assert.Equal(4, Connector.Calls.Count);
        Assert.Single(_bot.Log.Of(1010));
    }

    [Theory]
    [InlineData(403, DeliveryOutcome.Blocked)]
    [InlineData(404, DeliveryOutcome.Gone)]
    [InlineData(413, DeliveryOutcome.TooLarge)]
    [InlineData(400, DeliveryOutcome.Failed)]
    [InlineData(401, DeliveryOutcome.Failed)]
    [InlineData(500, DeliveryOutcome.Failed)]
    [InlineData(503, DeliveryOutcome.Failed)]
    public async Task ALastingFailure_IsAValueAndNotTriedAgain(int status, DeliveryOutcome outcome)
    {
        Connector.Next(status, body: """{"error":{"code":"MessageWritesBlocked","message":"no"}}""");

        var result = await SendAsync();

        Assert.Equal(new DeliveryResult(outcome, status, null, "MessageWritesBlocked"), result);
        Assert.Single(Connector.Calls);
    }

    [Fact]
    public async Task ARedirect_IsNotFollowed()
    {
        Connector.Next(307, location: Connector.ServiceUrl + "elsewhere");

        var result = await SendAsync();

        Assert.Equal(DeliveryOutcome.Failed, result.Outcome);
        Assert.Equal(307, result.Status);
        Assert.Single(Connector.Calls);
    }

    [Fact]
    public async Task RetryAfter_IsWaitedFor()
    {
        Connector.Next(429, retryAfter: "1");

        Assert.True((await SendAsync()).IsDelivered);

        Assert.True(Stopwatch.GetElapsedTime(Connector.Calls[0].At, Connector.Calls[1].At) >= TimeSpan.FromSeconds(0.95));
    }

    [Fact]
    public async Task RetryAfterBeyondATurn_IsHandedBackInstead()
    {
        Connector.Next(429, retryAfter: "60");

        var result = await SendAsync();

        Assert.Equal(new DeliveryResult(DeliveryOutcome.Throttled, 429, RetryAfter: TimeSpan.FromMinutes(1)), result);
        Assert.Single(Connector.Calls);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("Sun, 22 Nov 2026 12:00:30 GMT", 30)]
    [InlineData("Sun, 22 Nov 2026 11:00:00 GMT", 0)]
    public void RetryAfter_MayBeSecondsOrADate(string header, int seconds)
    {
        var noon = DateTimeOffset.Parse("2026-11-22T12:00:00Z", CultureInfo.InvariantCulture);

        Assert.Equal(TimeSpan.FromSeconds(seconds), ConnectorRetries.WaitAskedFor(RetryConditionHeaderValue.Parse(header), new StoppedClock(noon)));
    }

    [Fact]
    public async Task TheDeadline_EndsTheTries()
    {
        Connector.Next(429, retryAfter: "2");
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(0.2));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await SendAsync(deadline.Token));

        Assert.Single(Connector.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("[1,2]")]
    [InlineData("{\"id\":7}")]
    public async Task AnAnswerWithoutAnId_IsStillDelivered(string body)
    {
        Connector.Next(200, body: body);

        Assert.Equal(new DeliveryResult(DeliveryOutcome.Delivered, 200), await SendAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnAnswerOver64KB_IsNotRead(bool chunked)
    {
        Connector.Next(async http =>
        {
            var body = System.Text.Encoding.UTF8.GetBytes("{\"id\":\"" + new string('9', 70_000) + "\"}");
            http.Response.ContentLength = chunked ? null : body.Length;
            await http.Response.Body.WriteAsync(body);
        });

        Assert.Equal(new DeliveryResult(DeliveryOutcome.Delivered, 200), await SendAsync());
    }

    [Fact]
    public async Task AnAnswerOf60KB_IsRead()
    {
        var id = new string('9', 60_000);
        Connector.Next(200, body: $"{{\"id\":\"{id}\"}}");

        Assert.Equal(id, (await SendAsync()).Id);
    }

    [Fact]
    public async Task AConnectionThatBreaks_IsAValueAndNotTriedAgain()
    {
        Connector.Next(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });

        var result = await SendAsync();

        Assert.Equal(DeliveryOutcome.Failed, result.Outcome);
        Assert.Single(Connector.Calls);
    }

    [Fact]
    public async Task AConnectionThatBreaksInTheAnswer_WasDelivered()
    {
        Connector.NextBroken("{\"id\":");

        Assert.Equal(new DeliveryResult(DeliveryOutcome.Delivered, 201), await SendAsync());
        Assert.Single(Connector.Calls);
    }

    [Fact]
    public async Task ASlowAnswer_IsReadToItsEnd()
    {
        Connector.NextSlowly(TimeSpan.FromMilliseconds(50), "{\"id\"", ":\"c", "-9\"}");

        Assert.Equal("c-9", (await SendAsync()).Id);
    }

    [Fact]
    public async Task NobodyListening_IsAValue()
    {
        var result = await _bot.Conversations.SendAsync(new Uri("http://127.0.0.1:9/"), "c", new OutboundActivity(), Now);

        Assert.Equal(DeliveryOutcome.Unreachable, result.Outcome);
    }

    [Theory]
    [InlineData("http://localhost:1/amer/tenant/", "http://localhost:1/amer/tenant/v3/conversations/c/activities/m")]
    [InlineData("http://localhost:1/amer//?q=1#f", "http://localhost:1/amer/v3/conversations/c/activities/m")]
    [InlineData("https://[::1]:1", "https://[::1]:1/v3/conversations/c/activities/m")]
    public void TheServiceUrl_MayEndAsItLikes(string serviceUrl, string address)
    {
        Assert.Equal(address, ConnectorAddress.Activity(new Uri(serviceUrl), "c", "m").AbsoluteUri);
    }

    private ValueTask<DeliveryResult> SendAsync(CancellationToken? ct = null) =>
        _bot.Conversations.SendAsync(Connector.ServiceUrl, "a:1/?# %ü", new OutboundActivity { Text = "It's £5 – \"fine\"" }, ct ?? Now);

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
