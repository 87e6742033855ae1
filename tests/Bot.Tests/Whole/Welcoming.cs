using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

public sealed class Welcoming
{
    private const string Bot = "28:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    [Theory]
    [InlineData("personal")]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task BothEventsAtOnce_GiveOneWelcome(string kind)
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New(kind);
        var url = guide.Connector.ServiceUrl;

        await Task.WhenAll(
            SendAsync(guide, person.Joins(url)), SendAsync(guide, person.Installs(url)),
            SendAsync(guide, person.Joins(url)), SendAsync(guide, person.Joins(url, Bot)));

        var card = Assert.Single(await WelcomesAsync(guide, person));
        Assert.All(CardReading.Prompts(card), id => Assert.True(BuiltInContent.Has(id), id));
        Assert.Contains("kept for 30 days without your name", CardReading.VisibleText(card), StringComparison.Ordinal);
        Assert.Contains("Ask your trust secretary", CardReading.VisibleText(card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task AGroupThatAddsOtherPeople_IsNotGreeted(string kind)
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New(kind);

        await SendAsync(guide, person.Joins(guide.Connector.ServiceUrl, "29-somebody", "29-somebody-else"));

        Assert.Empty(await WelcomesAsync(guide, person));
    }

    [Theory]
    [InlineData("remove", 2)]
    [InlineData("remove-upgrade", 1)]
    public async Task OnlyAfterARealFarewell_TheNextWelcomeIsNews(string action, int welcomes)
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var url = guide.Connector.ServiceUrl;
        await SendAsync(guide, person.Installs(url));

        await SendAsync(guide, person.Installs(url, action));
        await SendAsync(guide, person.Installs(url));

        Assert.Equal(welcomes, (await WelcomesAsync(guide, person)).Count);
    }

    [Fact]
    public async Task AWelcomeThatTheConnectorRefused_ComesWithTheNextEvent()
    {
        await using var guide = await GuideOnKestrel.StartAsync();
        var person = Person.New();
        guide.Connector.Next(403);
        await SendAsync(guide, person.Joins(guide.Connector.ServiceUrl));

        await SendAsync(guide, person.Installs(guide.Connector.ServiceUrl));

        Assert.Equal(2, (await WelcomesAsync(guide, person)).Count);
    }

    [Fact]
    public async Task SwitchedOff_NobodyIsGreeted()
    {
        await using var guide = await GuideOnKestrel.StartAsync(new() { Settings = [("Bot:Welcome", "false")] });
        var person = Person.New();

        await SendAsync(guide, person.Joins(guide.Connector.ServiceUrl));

        Assert.Empty(await WelcomesAsync(guide, person));
    }

    private static async Task SendAsync(GuideOnKestrel guide, JsonObject activity)
    {
        using var response = await guide.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    // Activities of one conversation are worked on in order: once this greeting is answered, all before it is done.
    private static async Task<IReadOnlyList<JsonElement>> WelcomesAsync(GuideOnKestrel guide, Person person)
    {
        await SendAsync(guide, person.Says("hello", guide.Connector.ServiceUrl));
        while (!Cards().Any(card => CardReading.Heading(card) == "ICS Guide"))
            await Task.Delay(10, TestContext.Current.CancellationToken);
        return [.. Cards().Where(card => CardReading.Heading(card) == "Welcome to ICS Guide")];

        IEnumerable<JsonElement> Cards() => guide.SentTo(person).Select(GuideOnKestrel.CardOf);
    }
}
