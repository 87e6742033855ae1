using Bot.Activities.Callers;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Activities.Callers;

public sealed class LettingTheChannelIn
{
    private const string Partner = "12345678-aaaa-bbbb-cccc-1234567890ab";

    [Fact]
    public async Task AGoodToken_IsLetIn_AgainAndAgain_WithOneKeyFetch()
    {
        await using var guarded = await GuardedBot.StartAsync();
        var token = guarded.Identity.Channel();

        for (var i = 0; i < 5; i++)
            Assert.Equal(200, await guarded.PostAsync(token));

        Assert.Equal(5, guarded.Bot.Feature.Turns.Count);
        Assert.Equal(1, guarded.Identity.KeyFetches);
        Assert.Empty(guarded.Steps);
        Assert.Contains(guarded.Bot.Log.Entries, entry => entry.EventId == 1005 && entry.Text.Contains("Public", StringComparison.Ordinal));
        Assert.DoesNotContain(guarded.Bot.Log.Entries, entry => entry.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task ATokenThatWasProven_IsStillCheckedAgainstEachActivity()
    {
        await using var guarded = await GuardedBot.StartAsync();
        var token = guarded.Identity.Channel();
        var elsewhere = GuardedBot.Message();
        elsewhere["serviceUrl"] = "https://evil.example/";
        var otherChannel = GuardedBot.Message();
        otherChannel["channelId"] = "email";
        var otherTenant = GuardedBot.Message();
        otherTenant["conversation"]!["tenantId"] = Partner;

        Assert.Equal(200, await guarded.PostAsync(token));
        Assert.Equal(401, await guarded.PostAsync(token, elsewhere));
        Assert.Equal(401, await guarded.PostAsync(token, otherChannel));
        Assert.Equal(403, await guarded.PostAsync(token, otherTenant));

        Assert.Equal(["ServiceUrl", "Endorsement", "Tenant"], guarded.Steps);
        Assert.Single(guarded.Bot.Feature.Turns);
    }

    [Fact]
    public async Task ATokenThatWasProven_EndsWhenItSays()
    {
        await using var guarded = await GuardedBot.StartAsync();
        var token = guarded.Identity.Channel().With("exp", guarded.Identity.Now(600));

        Assert.Equal(200, await guarded.PostAsync(token));
        guarded.Time.Advance(TimeSpan.FromSeconds(899));
        Assert.Equal(200, await guarded.PostAsync(token));
        guarded.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(401, await guarded.PostAsync(token));

        Assert.Equal(["Expired"], guarded.Steps);
    }

    [Fact]
    public async Task ClocksMayDifferByFiveMinutes()
    {
        await using var guarded = await GuardedBot.StartAsync();

        Assert.Equal(200, await guarded.PostAsync(guarded.Identity.Channel().With("nbf", guarded.Identity.Now(300))));
        Assert.Equal(200, await guarded.PostAsync(guarded.Identity.Channel().With("exp", guarded.Identity.Now(-299))));
        Assert.Equal(200, await guarded.PostAsync(guarded.Identity.Channel().Without("nbf")));
    }

    [Fact]
    public async Task TheAddress_MayDifferInCase()
    {
        await using var guarded = await GuardedBot.StartAsync();

        Assert.Equal(200, await guarded.PostAsync(guarded.Identity.Channel().With("serviceurl", FakeIdentity.ServiceUrl.ToUpperInvariant())));
    }

    [Fact]
    public async Task TheTenant_MayStandInTheChannelsData()
    {
        await using var guarded = await GuardedBot.StartAsync();
        var activity = GuardedBot.Message();
        activity["conversation"]!.AsObject().Remove("tenantId");

        Assert.Equal(200, await guarded.PostAsync(guarded.Identity.Channel(), activity));
    }

    [Fact]
    public async Task AllowedTenants_TakeTheOwnTenantsPlace()
    {
        await using var guarded = await GuardedBot.StartAsync(("Bot:Auth:AllowedTenants:0", Partner.ToUpperInvariant()));
        var activity = GuardedBot.Message();
        activity["conversation"]!["tenantId"] = Partner;

        Assert.Equal(200, await guarded.PostAsync(guarded.Identity.Channel(), activity));
        Assert.Equal(403, await guarded.PostAsync(guarded.Identity.Channel()));
    }

    [Fact]
    public async Task InTheUsGovernmentCloud_ItsIssuerAloneIsLetIn()
    {
        await using var guarded = await GuardedBot.StartAsync(("Bot:Auth:Cloud", "UsGovernment"));

        Assert.Equal(200, await guarded.PostAsync(guarded.Identity.Channel(issuer: "https://api.botframework.us")));
        Assert.Equal(401, await guarded.PostAsync(guarded.Identity.Channel()));

        Assert.Equal(["Issuer"], guarded.Steps);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EntrasTokens_AreLetInForPinnedTenantsOnly(bool v2)
    {
        await using var guarded = await GuardedBot.StartAsync(("Bot:Auth:EntraTenants:0", FakeIdentity.Tenant.ToUpperInvariant()));
        var id = guarded.Identity;
        FakeToken Token() => id.Entra(FakeIdentity.Tenant, v2);

        Assert.Equal(200, await guarded.PostAsync(Token()));
        Assert.Equal(401, await guarded.PostAsync(id.Entra(Partner, v2)));
        Assert.Equal(401, await guarded.PostAsync(Token().With("tid", Partner)));
        Assert.Equal(401, await guarded.PostAsync(Token().With(v2 ? "azp" : "appid", Partner)));
        Assert.Equal(401, await guarded.PostAsync(Token().Without(v2 ? "azp" : "appid").With(v2 ? "appid" : "azp", FakeIdentity.AppId)));
        Assert.Equal(401, await guarded.PostAsync(Token().With("ver", v2 ? "1.0" : "2.0")));
        Assert.Equal(401, await guarded.PostAsync(Token().With("aud", Partner)));
        var otherTenant = GuardedBot.Message();
        otherTenant["conversation"]!["tenantId"] = Partner;
        Assert.Equal(403, await guarded.PostAsync(Token(), otherTenant));

        Assert.Equal(["Issuer", "TenantClaim", "App", "App", "Issuer", "Audience", "Tenant"], guarded.Steps);
    }

    [Fact]
    public async Task EntrasTokens_ProveNoAddress_SoRepliesGoOnlyToListedHosts()
    {
        await using var guarded = await GuardedBot.StartAsync(("Bot:Auth:EntraTenants:0", FakeIdentity.Tenant));
        var elsewhere = GuardedBot.Message();
        elsewhere.Remove("deliveryMode");
        elsewhere["serviceUrl"] = "https://teams.example/uk/";
        var token = guarded.Identity.Entra(FakeIdentity.Tenant, v2: true).With("serviceurl", "https://teams.example/uk/");
        var listed = GuardedBot.Message();
        listed.Remove("deliveryMode");

        Assert.Equal(400, await guarded.PostAsync(token, elsewhere));
        Assert.Equal(200, await guarded.PostAsync(token, listed));

        await guarded.Teams.WaitAsync(1, TestContext.Current.CancellationToken);
        Assert.Single(guarded.Bot.Feature.Turns);
    }

    [Fact]
    public async Task ANewKey_IsAcceptedAfterOneRefresh_AndAWithdrawnOneNoMore()
    {
        await using var guarded = await GuardedBot.StartAsync();
        var (old, fresh) = (guarded.Identity.Channel(), guarded.Identity.Channel(FakeIdentity.Second));
        Assert.Equal(200, await guarded.PostAsync(old));
        guarded.Identity.Keys.Clear();
        guarded.Identity.Keys.Add(FakeIdentity.Second);

        Assert.Equal(401, await guarded.PostAsync(fresh));
        guarded.Time.Advance(KeyRing.Pause);
        Assert.Equal(200, await guarded.PostAsync(fresh));
        Assert.Equal(401, await guarded.PostAsync(old));

        Assert.Equal(["UnknownKey", "UnknownKey"], guarded.Steps);
        Assert.Equal(2, guarded.Identity.KeyFetches);
    }

    [Fact]
    public async Task WhileKeysAreFetched_KnownOnesGoOn_AndNewOnesWait()
    {
        await using var guarded = await GuardedBot.StartAsync();
        var (old, fresh) = (guarded.Identity.Channel(), guarded.Identity.Channel(FakeIdentity.Second));
        Assert.Equal(200, await guarded.PostAsync(old));
        guarded.Time.Advance(KeyRing.Pause);
        guarded.Identity.Keys.Add(FakeIdentity.Second);
        var arrived = new TaskCompletionSource();
        var go = new TaskCompletionSource<bool>();
        guarded.Identity.BeforeKeys = _ =>
        {
            arrived.TrySetResult();
            return go.Task;
        };

        var waiting = Enumerable.Range(0, 8).Select(_ => guarded.PostAsync(fresh)).ToArray();
        await arrived.Task;
        Assert.Equal(200, await guarded.PostAsync(old));
        Assert.DoesNotContain(waiting, post => post.IsCompleted);
        go.SetResult(true);

        Assert.All(await Task.WhenAll(waiting), status => Assert.Equal(200, status));
        Assert.Equal(2, guarded.Identity.KeyFetches);
    }

    [Fact]
    public async Task KeysAreFetchedAnewTwiceADay()
    {
        await using var guarded = await GuardedBot.StartAsync();
        Assert.Equal(200, await guarded.PostAsync(guarded.Identity.Channel()));

        guarded.Time.Advance(TimeSpan.FromHours(12));
        await Until(() => guarded.Identity.KeyFetches == 2);
    }

    [Fact]
    public async Task WhereKeysCannotBeFetched_NobodyIsLetIn_TheReasonIsSaid_AndItIsTriedAgain()
    {
        var broken = true;
        await using var guarded = await GuardedBot.StartAsync();
        guarded.Identity.BeforeKeys = http =>
        {
            http.Response.StatusCode = broken ? 503 : 200;
            return Task.FromResult(!broken);
        };
        var rings = guarded.Bot.Get<KeyRings>();

        var check = await rings.CheckAsync();
        broken = false;
        var second = await rings.CheckAsync();

        Assert.False(check.Works);
        Assert.Contains("login.botframework.com/v1/.well-known/keys could not be fetched (status 503)", check.Words, StringComparison.Ordinal);
        Assert.Equal(new(true, "login.botframework.com publishes 2 signing keys, 1 of them for msteams."), second);
        Assert.Equal(200, await guarded.PostAsync(guarded.Identity.Channel()));
    }

    [Theory]
    [InlineData("Bot:Auth:AppId", "my-bot")]
    [InlineData("Bot:Auth:TenantId", "contoso.example")]
    [InlineData("Bot:Auth:AllowedTenants:0", "*")]
    [InlineData("Bot:Auth:Cloud", "Mars")]
    public async Task ASettingThatMakesNoSense_StopsTheStartInWords(string key, string value)
    {
        var refused = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => GuardedBot.StartAsync((key, value)));

        Assert.Contains(value, refused.Message, StringComparison.Ordinal);
    }

    private static async Task Until(Func<bool> happened)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!happened())
            await Task.Delay(10, limit.Token);
    }
}
