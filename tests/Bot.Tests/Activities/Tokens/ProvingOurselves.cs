using Bot.Activities;
using Bot.Activities.Tokens;
using Bot.Tests.Activities.Callers;
using Bot.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Activities.Tokens;

public sealed class ProvingOurselves : IAsyncLifetime
{
    private static readonly Uri Teams = new(FakeIdentity.ServiceUrl);

    private GuardedBot _guarded = null!;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private FakeIdentity Identity => _guarded.Identity;

    public async ValueTask InitializeAsync() => _guarded = await GuardedBot.StartAsync();

    public ValueTask DisposeAsync() => _guarded.DisposeAsync();

    [Fact]
    public async Task AReply_CarriesOurToken_AskedForWithTheSecret()
    {
        var activity = GuardedBot.Message();
        activity.Remove("deliveryMode");

        Assert.Equal(200, await _guarded.PostAsync(Identity.Channel(), activity));
        var call = (await _guarded.Teams.WaitAsync(1, Now))[0];

        Assert.Equal("Bearer token-1", call.Authorization);
        Assert.StartsWith("/smba.trafficmanager.net/uk/66666666-7777-8888-9999-000000000000/v3/conversations/a%3A1personal", call.Target, StringComparison.Ordinal);
        var request = Assert.Single(Identity.TokenRequests);
        Assert.Equal($"/login.microsoftonline.com/{FakeIdentity.Tenant}/oauth2/v2.0/token", request["path"]);
        Assert.Equal(("client_credentials", GuardedBot.Secret), (request["grant_type"], request["client_secret"]));
        Assert.Equal("https://api.botframework.com/.default", request["scope"]);
        Assert.Equal(FakeIdentity.AppId, request["client_id"], ignoreCase: true);
    }

    [Fact]
    public async Task ManyAtOnce_ShareOneToken()
    {
        Identity.NextToken(async http =>
        {
            await Task.Delay(200);
            await http.Response.WriteAsJsonAsync(new { token_type = "Bearer", expires_in = 3600, access_token = "shared" });
        });

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => SendAsync($"a:{i}").AsTask()));

        Assert.All(results, result => Assert.True(result.IsDelivered));
        Assert.Single(Identity.TokenRequests);
        Assert.All(_guarded.Teams.Calls, call => Assert.Equal("Bearer shared", call.Authorization));
    }

    [Fact]
    public async Task AToken_IsRenewedFiveMinutesBeforeItEnds()
    {
        await SendAsync("a:1");
        _guarded.Time.Advance(TimeSpan.FromMinutes(54));
        await SendAsync("a:2");
        _guarded.Time.Advance(TimeSpan.FromMinutes(4));
        await SendAsync("a:3");

        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2"], Used);
    }

    [Fact]
    public async Task WhereRenewingFails_TheOldTokenServesToItsEnd()
    {
        await SendAsync("a:1");
        _guarded.Time.Advance(TimeSpan.FromMinutes(58));
        RefuseTokens(1);
        Assert.True((await SendAsync("a:2")).IsDelivered);

        Assert.Equal(["Bearer token-1", "Bearer token-1"], Used);
    }

    [Fact]
    public async Task A401_RenewsTheTokenOnce()
    {
        await SendAsync("a:1");
        _guarded.Time.Advance(TimeSpan.FromMinutes(2));
        _guarded.Teams.Next(401);
        Assert.True((await SendAsync("a:2")).IsDelivered);
        _guarded.Time.Advance(TimeSpan.FromMinutes(2));
        _guarded.Teams.Next(401).Next(401);
        var refused = await SendAsync("a:3");

        Assert.Equal((DeliveryOutcome.Failed, 401), (refused.Outcome, refused.Status));
        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2", "Bearer token-2", "Bearer token-3"], Used);
    }

    [Fact]
    public async Task A401ForATokenJustIssued_RenewsNothing()
    {
        _guarded.Teams.Next(401);

        Assert.Equal(401, (await SendAsync("a:1")).Status);
        Assert.Single(Identity.TokenRequests);
        Assert.Single(_guarded.Teams.Calls);
    }

    [Fact]
    public async Task WithoutAToken_NothingIsSent_AndEntraIsNotPestered()
    {
        RefuseTokens(9);

        for (var i = 0; i < 5; i++)
            Assert.Equal(new DeliveryResult(DeliveryOutcome.Unreachable, 0, Code: "NoToken"), await SendAsync("a:1"));
        var check = await _guarded.Bot.Get<BotTokens>().CheckAsync(Now);

        Assert.Empty(_guarded.Teams.Calls);
        Assert.Single(Identity.TokenRequests);
        Assert.False(check.Works);
        Assert.Contains("No token could be had with the client secret.", check.Words, StringComparison.Ordinal);
        Assert.True(check.Words.EndsWith("AADSTS7000215: Invalid client secret provided.", StringComparison.Ordinal), check.Words);
        Assert.DoesNotContain(_guarded.Bot.Log.Entries, entry => entry.Text.Contains(GuardedBot.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ACheck_SaysThatItWorks()
    {
        var check = await _guarded.Bot.Get<BotTokens>().CheckAsync(Now);

        Assert.True(check.Works);
        Assert.StartsWith("Entra issues a token for the client secret, good until ", check.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/uk/")]
    [InlineData("http://smba.trafficmanager.net/uk/")]
    [InlineData("https://smba.trafficmanager.net:8443/uk/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://evil.example/smba.trafficmanager.net/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("https://teams.example/uk/")]
    [InlineData("https://localhost/")]
    [InlineData("http://localhost/")]
    [InlineData("http://127.0.0.1/")]
    public async Task AnAddressThatNobodyVouchedFor_IsNeverCalled(string serviceUrl)
    {
        var result = await _guarded.Client.SendStoredAsync(new Uri(serviceUrl), "a:1", "{}"u8.ToArray(), Now);

        Assert.Equal(new DeliveryResult(DeliveryOutcome.Failed, 0, Code: "HostNotTrusted"), result);
        Assert.Empty(_guarded.Teams.Calls);
        Assert.Empty(Identity.TokenRequests);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/")]
    [InlineData("https://SMBA.infra.gcc.teams.microsoft.com/gcc")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us:443/")]
    public async Task AListedHost_GetsTheToken(string serviceUrl)
    {
        Assert.True((await _guarded.Client.SendStoredAsync(new Uri(serviceUrl), "a:1", "{}"u8.ToArray(), Now)).IsDelivered);
        Assert.Equal(["Bearer token-1"], Used);
    }

    [Fact]
    public async Task AProvenActivitysHost_GetsTheTokenFromThenOn()
    {
        const string address = "https://teams.example/uk/";
        var refused = GuardedBot.Message();
        refused["serviceUrl"] = address;
        refused["conversation"]!["tenantId"] = "12345678-aaaa-bbbb-cccc-1234567890ab";
        var token = Identity.Channel().With("serviceurl", address);
        var accepted = GuardedBot.Message();
        accepted["serviceUrl"] = address;

        Assert.Equal(403, await _guarded.PostAsync(token, refused));
        Assert.Equal("HostNotTrusted", (await _guarded.Client.SendStoredAsync(new Uri(address), "a:1", "{}"u8.ToArray(), Now)).Code);
        Assert.Equal(200, await _guarded.PostAsync(token, accepted));
        Assert.True((await _guarded.Client.SendStoredAsync(new Uri(address), "a:1", "{}"u8.ToArray(), Now)).IsDelivered);
    }

    private List<string?> Used => [.. _guarded.Teams.Calls.Select(call => call.Authorization)];

    private ValueTask<DeliveryResult> SendAsync(string conversation) =>
        _guarded.Client.SendStoredAsync(Teams, conversation, """{"type":"message"}"""u8.ToArray(), Now);

    private void RefuseTokens(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Identity.NextToken(http =>
            {
                http.Response.StatusCode = 401;
                return http.Response.WriteAsJsonAsync(new
                {
                    error = "invalid_client",
                    error_description = "AADSTS7000215: Invalid client secret provided.\r\nTrace ID: 1",
                });
            });
        }
    }
}
