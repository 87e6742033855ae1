using System.Net;
using System.Text;
using System.Text.Json;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Activities;

public sealed class ProvingTheCaller : IAsyncLifetime
{
    private BotOnKestrel _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await BotOnKestrel.StartAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("127.8.9.1", 200)]
    [InlineData("::1", 200)]
    [InlineData("::ffff:127.0.0.1", 200)]
    [InlineData("none", 401)]
    [InlineData("10.0.0.5", 401)]
    [InlineData("::ffff:10.0.0.5", 401)]
    [InlineData("2001:db8::1", 401)]
    [InlineData("0.0.0.0", 401)]
    public async Task InDevelopment_OnlyThisMachineIsLetIn(string remote, int status)
    {
        Assert.Equal(status, await StatusAsync((BotOnKestrel.RemoteHeader, remote)));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("X-Forwarded-Host", "bot.example")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    public async Task InDevelopment_AProxyOrTunnelOnThisMachine_Gives401(string header, string value)
    {
        Assert.Equal(401, await StatusAsync((header, value)));
    }

    [Theory]
    [InlineData("localhost:3978", 200)]
    [InlineData("LOCALHOST", 200)]
    [InlineData("127.0.0.1:3978", 200)]
    [InlineData("[::1]:3978", 200)]
    [InlineData("rebound.example", 403)]
    [InlineData("localhost.rebound.example:3978", 403)]
    [InlineData("10.0.0.5:3978", 403)]
    public async Task InDevelopment_TheHostHeaderMustNameThisMachine(string host, int status)
    {
        Assert.Equal(status, await StatusAsync(("Host", host)));
    }

    [Theory]
    [InlineData("http://localhost:3978", 200)]
    [InlineData("http://127.0.0.1:8080", 200)]
    [InlineData("https://[::1]", 200)]
    [InlineData("https://news.example", 403)]
    [InlineData("http://localhost.news.example", 403)]
    [InlineData("null", 403)]
    public async Task InDevelopment_APageElsewhereCannotPost(string origin, int status)
    {
        Assert.Equal(status, await StatusAsync(("Origin", origin)));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/uk/")]
    [InlineData("http://localhost.news.example/")]
    [InlineData("http://localhost@news.example/")]
    [InlineData("http://user:secret@localhost/")]
    [InlineData("ftp://localhost/")]
    [InlineData("//localhost/")]
    [InlineData("localhost:5999")]
    [InlineData("http://10.0.0.5/")]
    [InlineData("")]
    [InlineData(null)]
    public async Task InDevelopment_RepliesToAnotherMachine_Give400AndSayWhatToDo(string? serviceUrl)
    {
        var activity = _bot.Recorded("TeamsPersonalMessage");
        activity["serviceUrl"] = serviceUrl;

        using var response = await _bot.PostAsync(activity);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("error");
        Assert.Equal("ServiceUrlNotAllowed", error.GetProperty("code").GetString());
        Assert.Contains("expectReplies", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(_bot.Feature.Turns);
    }

    [Fact]
    public async Task InDevelopment_RepliesInTheResponse_NeedNoServiceUrl()
    {
        var activity = _bot.Asking("hello");
        activity.Remove("serviceUrl");

        var answer = await _bot.PostForJsonAsync(activity);

        Assert.Equal("You said: hello", answer.GetProperty("activities")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void InDevelopment_TheStartWarnsOnce()
    {
        var warning = Assert.Single(_bot.Log.Entries, entry => entry.Level >= LogLevel.Warning);

        Assert.Equal(1000, warning.EventId);
        Assert.Contains("without proving who they are", warning.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Production")]
    [InlineData("SingleTenant")]
    [InlineData("Develop")]
    public async Task InEveryOtherMode_AllIsRefusedWith401(string mode)
    {
        await using var bot = await BotOnKestrel.StartAsync(("Bot:Auth:Mode", mode));

        using var plain = await bot.PostAsync(bot.Asking("hello"));
        using var withToken = await bot.PostAsync(Encoding.UTF8.GetBytes("{"), ("Authorization", "Bearer a.b.c"));

        Assert.Equal(HttpStatusCode.Unauthorized, plain.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, withToken.StatusCode);
        Assert.Empty(bot.Feature.Turns);
        var warning = Assert.Single(bot.Log.Entries, entry => entry.Level >= LogLevel.Warning);
        Assert.Equal(1001, warning.EventId);
        Assert.Contains("Bot:Auth:AppId", warning.Text, StringComparison.Ordinal);
    }

    private async Task<int> StatusAsync(params (string Name, string Value)[] headers)
    {
        using var response = await _bot.PostAsync(Encoding.UTF8.GetBytes(_bot.Asking("hello").ToJsonString()), headers);
        if ((int)response.StatusCode >= 400)
            Assert.Empty(_bot.Feature.Turns);
        return (int)response.StatusCode;
    }
}
