using System.Net;
using Bot.Graph;
using Bot.Knowledge.Sources;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Kiota.Abstractions;

namespace Bot.Tests.Graph;

public sealed class WaitingForGraph
{
    private readonly FakeTime _time = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private GraphPatience Patience => new(_time, NullLogger<GraphPatience>.Instance);

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task RetryAfter_IsWaitedFor(int status)
    {
        var asked = 0;
        var asking = Patience.AskAsync(() => ++asked == 1 ? throw Refusal(status, "7") : Task.FromResult("here"), Ct);

        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(1, asked);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("here", await asking);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task WhoeverAsksToWaitForEver_IsGivenUpInWords()
    {
        var asked = 0;
        var asking = Patience.AskAsync<string>(() => { asked++; throw Refusal(429, "3600"); }, Ct);
        for (var i = 0; i < 10; i++) _time.Advance(TimeSpan.FromMinutes(3));

        Assert.Contains("asks to wait", (await Assert.ThrowsAsync<SourceException>(() => asking)).Message, StringComparison.Ordinal);
        Assert.Equal(6, asked);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task WhatMeansSomething_IsHandedOnAtOnce(int status) =>
        Assert.Equal(status, (await Assert.ThrowsAsync<ApiException>(() => Patience.AskAsync<string>(() => throw Refusal(status, null), Ct))).ResponseStatusCode);

    [Theory]
    [InlineData("1000", "100", true)]
    [InlineData("1000", "101", false)]
    public async Task AllowanceThatRunsLow_SlowsDownBeforeARefusal(string limit, string left, bool slows)
    {
        using var counted = new Counted(limit, left);
        using var http = new HttpClient(new SharePointPace(_time) { InnerHandler = counted });
        await http.GetAsync(new Uri("https://graph.example/"), Ct);

        var second = http.GetAsync(new Uri("https://graph.example/"), Ct);
        Assert.Equal(slows ? 1 : 2, counted.Calls);
        _time.Advance(TimeSpan.FromSeconds(7));

        await second;
        Assert.Equal(2, counted.Calls);
    }

    private static ApiException Refusal(int status, string? retryAfter) => new("refused")
    {
        ResponseStatusCode = status,
        ResponseHeaders = retryAfter is null ? new Dictionary<string, IEnumerable<string>>() : new Dictionary<string, IEnumerable<string>> { ["Retry-After"] = [retryAfter] },
    };

    private sealed class Counted(string limit, string left) : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            var response = new HttpResponseMessage(HttpStatusCode.OK);
            response.Headers.Add("RateLimit-Limit", limit);
            response.Headers.Add("RateLimit-Remaining", left);
            response.Headers.Add("RateLimit-Reset", "7");
            return Task.FromResult(response);
        }
    }
}
