using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Identity;
using Bot.Graph;
using Bot.Tests.Fakes;
using Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Tests.Whole;

/// <summary>What a profile in Microsoft 365 may say about a person's trust, where an adopter switched that on.</summary>
public sealed class SuggestingFromTheProfile : IAsyncLifetime
{
    private const string Extension = "extension_0123456789abcdef0123456789abcdef_trust";

    private readonly string _entraId = Guid.NewGuid().ToString();
    private readonly FakeTime _time = new();
    private FakeGraph _graph = null!;

    public async ValueTask InitializeAsync() => _graph = await FakeGraph.StartAsync();

    public ValueTask DisposeAsync() => _graph.DisposeAsync();

    [Theory]
    [InlineData("companyName", """{"companyName":"Barnsley Hospital NHS Foundation Trust","mobilePhone":"1"}""", "company", "companyName")]
    [InlineData("companyName;department", """{"companyName":"Wards and Co","department":"barnsley hospital"}""", "department", "companyName,department")]
    [InlineData("officeLocation", """{"officeLocation":"RFF"}""", "office", "officeLocation")]
    [InlineData("extensionAttribute7", """{"onPremisesExtensionAttributes":{"extensionAttribute7":"RFF"}}""", "trust", "onPremisesExtensionAttributes")]
    [InlineData(Extension, $$"""{"{{Extension}}":"RFF"}""", "trust", Extension)]
    public async Task ANamedProperty_IsOffered_WithTheReason(string hints, string profile, string property, string select)
    {
        _graph.Users[_entraId] = JsonNode.Parse(profile)!.AsObject();
        await using var guide = await StartAsync(hints);

        var text = CardReading.VisibleText(await AskAsync(guide));

        Assert.Contains($"Your Microsoft 365 profile gives a name of this trust as your {property}. Is it Barnsley Hospital NHS Foundation Trust?", text, StringComparison.Ordinal);
        Assert.Equal(($"/v1.0/users/{_entraId}", select, "Bearer fake"), Assert.Single(_graph.Calls));
    }

    [Theory]
    [InlineData("""{"companyName":"Barnsley"}""")]
    [InlineData("""{"companyName":"Ward 7, Barnsley Hospital"}""")]
    [InlineData("""{"companyName":"Burton Hospitals NHS Foundation Trust"}""")]
    [InlineData("""{"companyName":null}""")]
    public async Task AnythingElse_SuggestsNothing(string profile)
    {
        _graph.Users[_entraId] = JsonNode.Parse(profile)!.AsObject();
        await using var guide = await StartAsync("companyName");

        Assert.DoesNotContain("Is it ", CardReading.VisibleText(await AskAsync(guide)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SomebodyWhomTheDirectoryDoesNotKnow_GetsTheList_AndTheNextPersonIsStillAskedFor()
    {
        await using var guide = await StartAsync("companyName");

        await AskAsync(guide);
        await AskAsync(guide);

        Assert.Equal(2, _graph.Calls.Count);
    }

    [Fact]
    public async Task WithoutThePermission_TheLogSaysWhichOne_AndGraphIsLeftAlone()
    {
        _graph.Fails(403, "Authorization_RequestDenied");
        await using var guide = await StartAsync("companyName");

        Assert.Equal("Choose your trust", CardReading.Heading(await AskAsync(guide)));
        await AskAsync(guide);

        Assert.Single(_graph.Calls);
        Assert.Contains(guide.Log.Entries, line => line.Text.Contains("User.Read.All", StringComparison.Ordinal));
        Assert.DoesNotContain(guide.Log.Entries, line => line.Text.Contains(_entraId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AThrottledCall_WaitsAsLongAsGraphAsks()
    {
        _graph.Users[_entraId] = new JsonObject { ["companyName"] = "RFF" };
        _graph.Fails(429, "TooManyRequests", "120");
        await using var guide = await StartAsync("companyName");

        await AskAsync(guide);
        _time.Advance(TimeSpan.FromSeconds(119));
        await AskAsync(guide);
        Assert.Single(_graph.Calls);
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Contains("Is it Barnsley Hospital", CardReading.VisibleText(await AskAsync(guide)), StringComparison.Ordinal);
        Assert.Equal(2, _graph.Calls.Count);
    }

    [Fact]
    public async Task WithoutAToken_TheListStandsAlone()
    {
        await using var guide = await StartAsync("companyName", new NoCredential());

        Assert.Equal("Choose your trust", CardReading.Heading(await AskAsync(guide)));
        Assert.Empty(_graph.Calls);
    }

    [Fact]
    public async Task WithoutACredentialOfTheBot_TheListStandsAlone_AndTheLogSaysSo()
    {
        await using var guide = await GuideOnKestrel.StartAsync(new GuideSetup { Settings = [("Bot:Graph:ProfileHints", "companyName"), ("Bot:Graph:Endpoint", _graph.Endpoint)] });

        Assert.Equal("Choose your trust", CardReading.Heading(await AskAsync(guide)));

        Assert.Empty(_graph.Calls);
        Assert.Single(guide.Log.Of(1802));
    }

    [Fact]
    public async Task ByDefault_NoProfileIsRead()
    {
        _graph.Users[_entraId] = new JsonObject { ["companyName"] = "RFF" };
        await using var guide = await StartAsync("");

        await AskAsync(guide);

        Assert.Empty(_graph.Calls);
    }

    [Theory]
    [InlineData("mobilePhone", "https://graph.microsoft.com/v1.0", "'mobilePhone' is not one of companyName")]
    [InlineData("companyName", "http://graph.example/v1.0", "Bot:Graph:Endpoint must be an address that begins with https://")]
    public void AWrongSetting_IsRefusedAtTheStart(string hints, string endpoint, string says)
    {
        var options = new GraphOptions { ProfileHints = hints, Endpoint = endpoint };

        Assert.Contains(says, Assert.Single(options.Validate(new(options))).ErrorMessage, StringComparison.Ordinal);
    }

    private Task<GuideOnKestrel> StartAsync(string hints, TokenCredential? credential = null) => GuideOnKestrel.StartAsync(new GuideSetup
    {
        Time = _time,
        Settings = [("Bot:Graph:ProfileHints", hints), ("Bot:Graph:Endpoint", _graph.Endpoint)],
        Services = services => services.Replace(ServiceDescriptor.Singleton(credential ?? new FakeCredential())),
    });

    private async Task<JsonElement> AskAsync(GuideOnKestrel guide)
    {
        var asks = Person.New().Says("what's our footprint?", guide.Connector.ServiceUrl);
        asks["from"]!["aadObjectId"] = _entraId;
        return GuideOnKestrel.CardOf(Assert.Single(await guide.PostForRepliesAsync(asks)));
    }

    private sealed class NoCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new CredentialUnavailableException("There is none.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
