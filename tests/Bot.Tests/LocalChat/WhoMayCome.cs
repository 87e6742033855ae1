using System.Net;
using System.Net.Http.Json;

namespace Bot.Tests.LocalChat;

public sealed class WhoMayCome
{
    private static readonly string[] Paths = ["", "chat.js", "loopback/events?conversation=a"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OutsideDevelopment_NothingIsThere()
    {
        await using var host = await ChatHost.StartAsync(environment: "Production");

        Assert.All(await StatusesAsync(host), status => Assert.Equal(HttpStatusCode.NotFound, status));
    }

    [Theory]
    [InlineData("10.0.0.7")]
    [InlineData("::ffff:10.0.0.7")]
    [InlineData("2001:db8::7")]
    public async Task AnotherMachine_IsRefused(string caller)
    {
        await using var host = await ChatHost.StartAsync(caller: caller);

        Assert.All(await StatusesAsync(host), status => Assert.Equal(HttpStatusCode.Forbidden, status));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task ThisMachine_IsWelcome(string caller)
    {
        await using var host = await ChatHost.StartAsync(caller: caller);
        using var client = new HttpClient { BaseAddress = host.Address };

        using var page = await client.GetAsync("", Stop);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task AnotherSite_IsRefused(string header, string value)
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Add(header, value);

        using var response = await client.PostAsJsonAsync("loopback/v3/conversations/a/activities", new { type = "message" }, Stop);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task ThePage_AllowsNoInlineScriptAndNoOtherMachine()
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };

        using var page = await client.GetAsync("", Stop);

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("lib/adaptivecards.LICENSE.txt")]
    [InlineData("lib/..%2f..%2fBot.csproj")]
    [InlineData("index.html~")]
    public async Task OnlyTheFilesOfThePage_AreServed(string path)
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };

        using var response = await client.GetAsync(path, Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<IReadOnlyList<HttpStatusCode>> StatusesAsync(ChatHost host)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        var statuses = new List<HttpStatusCode>();
        foreach (var path in Paths)
        {
            using var response = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Stop);
            statuses.Add(response.StatusCode);
        }
        using var sent = await client.PostAsJsonAsync("loopback/v3/conversations/a/activities", new { type = "message" }, Stop);
        statuses.Add(sent.StatusCode);
        return statuses;
    }
}
