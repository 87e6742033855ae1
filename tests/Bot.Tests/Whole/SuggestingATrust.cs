using System.Text.Json;
using Bot.Tests.Support;
using Bot.Trusts;

namespace Bot.Tests.Whole;

/// <summary>What the roster of Teams may say about a person's trust: offered with its reason, never taken by itself.</summary>
public sealed class SuggestingATrust : IAsyncLifetime
{
    private const string Barnsley = "Barnsley Hospital NHS Foundation Trust", Asks = "what's our footprint?";
    private const string Listed = "trust.example=RFF; other.example=RCU; closed.example=RJF; nobody.example=XYZ";

    private GuideOnKestrel _guide = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _guide = await GuideOnKestrel.StartAsync(new GuideSetup { Settings = [("Bot:Trusts:EmailDomains", Listed)] });

    public ValueTask DisposeAsync() => _guide.DisposeAsync();

    [Theory]
    [InlineData("""{"email":"governor@trust.example"}""", "trust.example", Barnsley)]
    [InlineData("""{"email":"a.b@Ward.TRUST.example"}""", "trust.example", Barnsley)]
    [InlineData("""{"email":"somebody@nhs.net","userPrincipalName":"somebody@other.example"}""", "other.example", "Sheffield Children's NHS Foundation Trust")]
    public async Task AnAddressOfATrust_IsOffered_WithTheReason(string member, string domain, string trust)
    {
        var person = Person.New();
        _guide.Connector.Next(200, body: member);

        var text = CardReading.VisibleText(await AskAsync(person));

        Assert.Contains($"Your email address in Teams ends in {domain}. Is it {trust}?", text, StringComparison.Ordinal);
        var call = Assert.Single(_guide.Connector.Calls);
        Assert.Equal(("GET", $"/amer/v3/conversations/{Uri.EscapeDataString(person.ConversationId)}/members/{Uri.EscapeDataString(person.UserId)}"), (call.Method, call.Target));
        Assert.DoesNotContain("@", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingIsKept_UntilTheTap()
    {
        var person = Person.New();
        _guide.Connector.Next(200, body: """{"email":"governor@trust.example"}""").Next(200, body: """{"email":"governor@trust.example"}""");
        var asks = await AskAsync(person);
        Assert.Null(await _guide.Get<OwnTrusts>().ReadAsync(person.UserId, _guide.Get<Bot.Knowledge.KnowledgeStore>().Current.Records, Ct));

        await _guide.PressAsync(person, CardReading.Button(asks, "Yes, Barnsley Hospital"));

        Assert.Contains($"For your trust, {Barnsley}", CardReading.VisibleText(await AskAsync(person)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, """{"email":"somebody@nhs.net"}""")]
    [InlineData(200, """{"email":"somebody@unknown.example","userPrincipalName":"somebody_trust.example#EXT#@tenant.onmicrosoft.com"}""")]
    [InlineData(200, """{"email":"somebody@nottrust.example"}""")]
    [InlineData(200, """{"email":"somebody@closed.example"}""")]
    [InlineData(200, """{"email":"somebody@nobody.example"}""")]
    [InlineData(200, "{}")]
    [InlineData(200, "no JSON")]
    [InlineData(403, "")]
    [InlineData(404, "")]
    public async Task WhereNothingPointsToATrust_TheListStandsAlone(int status, string body)
    {
        _guide.Connector.Next(status, body: body);

        var card = await AskAsync(Person.New());

        Assert.Equal("Choose your trust", CardReading.Heading(card));
        Assert.DoesNotContain("Is it ", CardReading.VisibleText(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutDomains_NobodysAddressIsAskedFor()
    {
        await using var plain = await GuideOnKestrel.StartAsync();

        await plain.PostForRepliesAsync(Person.New().Says(Asks, plain.Connector.ServiceUrl));

        Assert.Empty(plain.Connector.Calls);
    }

    [Theory]
    [InlineData("nhs.net=RFF", "'nhs.net' is shared by many organisations")]
    [InlineData("trust.example", "is not a domain and a trust's code")]
    [InlineData("a@trust.example=RFF", "is not a domain and a trust's code")]
    [InlineData("trust.example=RFF; Trust.example=RCU", "is named twice")]
    public void AWrongList_IsRefusedAtTheStart(string list, string says)
    {
        var options = new TrustOptions { EmailDomains = list };

        Assert.Contains(says, Assert.Single(options.Validate(new(options))).ErrorMessage, StringComparison.Ordinal);
    }

    private async Task<JsonElement> AskAsync(Person person) =>
        GuideOnKestrel.CardOf(Assert.Single(await _guide.PostForRepliesAsync(person.Says(Asks, _guide.Connector.ServiceUrl))));
}
