using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bot.Activities;
using Bot.Activities.Tokens;
using Bot.Tests.Activities.Callers;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Bot.Tests.Activities.Tokens;

public sealed class ChoosingACredential
{
    private const string Identity = "99999999-aaaa-bbbb-cccc-1234567890ab";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("bot.pem", "")]
    [InlineData("bot.pfx", "")]
    [InlineData("bot.pfx", "a password")]
    public async Task ACertificateFile_SignsAnAssertion(string name, string password)
    {
        var folder = Directory.CreateTempSubdirectory("icsguide-");
        var path = Path.Combine(folder.FullName, name);
        WriteCertificate(path, password);
        await using var guarded = await StartAsync(("Bot:Auth:CertificatePath", path), ("Bot:Auth:CertificatePassword", password));

        Assert.True((await SendAsync(guarded)).IsDelivered);

        var request = Assert.Single(guarded.Identity.TokenRequests);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", request["client_assertion_type"]);
        Assert.Equal(FakeIdentity.AppId, new JsonWebToken(request["client_assertion"]).Issuer, ignoreCase: true);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("Bot:Auth:CertificatePath", "/nowhere/bot.pem")]
    [InlineData("Bot:Auth:CertificateThumbprint", "0123456789ABCDEF0123456789ABCDEF01234567")]
    public async Task ACertificateThatIsNotThere_IsSaidInWords(string key, string value)
    {
        await using var guarded = await StartAsync((key, value));

        var check = await guarded.Bot.Get<BotTokens>().CheckAsync(Now);

        Assert.False(check.Works);
        Assert.Contains(value, check.Words, StringComparison.Ordinal);
        Assert.Equal("NoToken", (await SendAsync(guarded)).Code);
    }

    [Fact]
    public async Task AFederatedIdentity_VouchesForTheApp()
    {
        await using var guarded = await StartAsync(("Bot:Auth:FederatedIdentity", Identity));

        Assert.True((await SendAsync(guarded)).IsDelivered);

        var requests = guarded.Identity.TokenRequests.ToArray();
        Assert.Equal(2, requests.Length);
        Assert.Equal("api://AzureADTokenExchange", requests[0]["resource"]);
        Assert.Equal(Identity, requests[0]["client_id"]);
        Assert.Equal("token-1", requests[1]["client_assertion"]);
        Assert.Equal(FakeIdentity.AppId, requests[1]["client_id"], ignoreCase: true);
        Assert.Equal("Bearer token-2", Assert.Single(guarded.Teams.Calls).Authorization);
    }

    [Theory]
    [InlineData("aaaaaaaa-0000-bbbb-cccc-1234567890ab", true)]
    [InlineData("system", false)]
    public async Task AManagedIdentity_IsTheBotItself(string identity, bool named)
    {
        await using var guarded = await StartAsync(("Bot:Auth:ManagedIdentity", identity));

        Assert.True((await SendAsync(guarded)).IsDelivered);

        var request = Assert.Single(guarded.Identity.TokenRequests);
        Assert.Equal("https://api.botframework.com", request["resource"]);
        Assert.Equal(named ? identity : null, request.GetValueOrDefault("client_id"));
    }

    [Fact]
    public async Task TheUsGovernmentCloud_HasItsOwnAddressAndScope()
    {
        await using var guarded = await StartAsync(("Bot:Auth:ClientSecret", "s"), ("Bot:Auth:Cloud", "UsGovernment"));

        Assert.True((await SendAsync(guarded)).IsDelivered);

        var request = Assert.Single(guarded.Identity.TokenRequests);
        Assert.StartsWith("/login.microsoftonline.us/", request["path"], StringComparison.Ordinal);
        Assert.Equal("https://api.botframework.us/.default", request["scope"]);
    }

    [Fact]
    public async Task WithoutACredential_NothingIsSent_AndItIsSaidWhatIsMissing()
    {
        await using var guarded = await StartAsync();

        Assert.Equal("NoToken", (await SendAsync(guarded)).Code);
        Assert.Contains("Bot:Auth:ClientSecret", Assert.Single(guarded.Bot.Get<BotTokens>().Missing), StringComparison.Ordinal);
        Assert.Empty(guarded.Teams.Calls);
    }

    [Fact]
    public async Task TwoCredentials_StopTheStart()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(
            () => StartAsync(("Bot:Auth:ClientSecret", "the secret"), ("Bot:Auth:ManagedIdentity", "system")));

        Assert.Contains("Bot:Auth:ClientSecret and Bot:Auth:ManagedIdentity are set", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServiceHosts_TakeTheDefaultsPlace()
    {
        await using var guarded = await StartAsync(("Bot:Auth:ClientSecret", "s"), ("Bot:Auth:ServiceHosts:0", "teams.example"));

        Assert.Equal("HostNotTrusted", (await SendAsync(guarded)).Code);
        Assert.True((await guarded.Client.SendStoredAsync(new Uri("https://teams.example/"), "a:1", "{}"u8.ToArray(), Now)).IsDelivered);
    }

    [Fact]
    public async Task InDevelopment_ThisMachineGetsNoToken_AndNoOtherMachineIsCalled()
    {
        await using var bot = await BotOnKestrel.StartAsync(("Bot:Auth:AppId", FakeIdentity.AppId), ("Bot:Auth:TenantId", FakeIdentity.Tenant), ("Bot:Auth:ClientSecret", "s"));

        Assert.True((await bot.Conversations.SendAsync(bot.Connector.ServiceUrl, "c", new OutboundActivity(), Now)).IsDelivered);
        Assert.Equal("HostNotTrusted", (await bot.Conversations.SendStoredAsync(new Uri(FakeIdentity.ServiceUrl), "c", "{}"u8.ToArray(), Now)).Code);

        Assert.Null(Assert.Single(bot.Connector.Calls).Authorization);
    }

    private static Task<GuardedBot> StartAsync(params (string Key, string Value)[] settings) =>
        GuardedBot.StartAsync([("Bot:Auth:ClientSecret", ""), .. settings]);

    private static ValueTask<DeliveryResult> SendAsync(GuardedBot guarded) =>
        guarded.Client.SendStoredAsync(new Uri(FakeIdentity.ServiceUrl), "a:1", """{"type":"message"}"""u8.ToArray(), Now);

    private static void WriteCertificate(string path, string password)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        if (path.EndsWith(".pem", StringComparison.Ordinal))
            File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        else
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, password));
    }
}
