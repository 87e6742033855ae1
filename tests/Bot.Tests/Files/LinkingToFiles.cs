using System.Net;
using System.Text.Json;
using Bot.Activities;
using Bot.Files;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Support;
using Bot.Tests.Whole;
using Bot.Turns;

namespace Bot.Tests.Files;

public sealed class LinkingToFiles
{
    private static readonly byte[] Pack = "the whole meeting pack"u8.ToArray();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task WhereTeamsHasNoConsentCards_ALinkFetchesTheFile_ForAnHour(string kind)
    {
        var time = new FakeTime();
        await using var guide = await GuideOnKestrel.StartAsync(new() { Time = time });

        var card = GuideOnKestrel.CardOf(await OfferAsync(guide, Person.New(kind), time));

        Assert.Contains("Everyone who sees this message can download it", CardReading.VisibleText(card), StringComparison.Ordinal);
        var link = LinkOf(card);
        using var file = await guide.Client.GetAsync(link, Ct);
        Assert.Equal(Pack, await file.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("pack.html", file.Content.Headers.ContentDisposition?.FileName);
        Assert.True(file.Headers.CacheControl?.NoStore);
        time.Advance(OfferedFiles.Kept);
        using var late = await guide.Client.GetAsync(link, Ct);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Fact]
    public async Task OnTheLocalPage_ALinkStandsInForTheConsentCard()
    {
        await using var guide = await GuideOnKestrel.StartAsync();
        var person = Person.New();

        var card = GuideOnKestrel.CardOf(await OfferAsync(guide, person, TimeProvider.System, new Uri(guide.Address, "/loopback/")));

        using var file = await guide.Client.GetAsync(LinkOf(card), Ct);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
    }

    [Fact]
    public async Task WithAnAddress_TheLinkNamesIt()
    {
        await using var guide = await GuideOnKestrel.StartAsync(new() { Settings = [("Bot:PublicUrl", "https://guide.example/")] });

        var link = LinkOf(GuideOnKestrel.CardOf(await OfferAsync(guide, Person.New("groupChat"), TimeProvider.System)));

        Assert.StartsWith("https://guide.example/files/", link.AbsoluteUri, StringComparison.Ordinal);
        using var file = await guide.Client.GetAsync(link.AbsolutePath, Ct);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
    }

    [Fact]
    public async Task WithoutAnAddressThatOthersReach_TheGuideSaysWhereItSendsFiles()
    {
        await using var guide = await GuideOnKestrel.StartAsync(new() { Settings = [("Bot:Auth:Mode", "")] });
        var turn = Turn(Person.New("groupChat"), guide.Connector.ServiceUrl, new BufferedReplies(), TimeProvider.System);

        var result = await guide.Get<FileOffers>().OfferAsync(turn, "pack.html", "text/html", "Your meeting pack.", Pack, Ct);

        Assert.Contains("only in a personal chat", Assert.IsType<TurnResult.Text>(result).Value, StringComparison.Ordinal);
        using var none = await guide.Client.GetAsync($"/files/{new string('a', 40)}", Ct);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000")]
    [InlineData("ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD")]
    [InlineData("short")]
    [InlineData("..%2f..%2f..%2f..%2f..%2fetc%2fpasswd%2f")]
    public async Task AGuessedLink_FindsNothing(string id)
    {
        var guide = await SharedGuide.Instance;

        using var answer = await guide.Client.GetAsync("/files/" + id, Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task APageElsewhere_CannotFetchFromThisMachine()
    {
        var time = TimeProvider.System;
        await using var guide = await GuideOnKestrel.StartAsync();
        var link = LinkOf(GuideOnKestrel.CardOf(await OfferAsync(guide, Person.New("groupChat"), time)));
        using var request = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { Host = "rebound.example" } };

        using var answer = await guide.Client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Uri LinkOf(JsonElement card) => new(
        card.GetProperty("body").EnumerateArray().SelectMany(part => part.TryGetProperty("actions", out var actions) ? actions.EnumerateArray() : [])
            .Single().GetProperty("url").GetString()!);

    private static async Task<JsonElement> OfferAsync(GuideOnKestrel guide, Person person, TimeProvider time, Uri? serviceUrl = null)
    {
        var replies = new BufferedReplies();
        var turn = Turn(person, serviceUrl ?? guide.Connector.ServiceUrl, replies, time);
        Assert.Same(TurnResult.Nothing, await guide.Get<FileOffers>().OfferAsync(turn, "pack.html", "text/html", "Your meeting pack.", Pack, Ct));
        return JsonElement.Parse(ActivityWriter.ToUtf8(Assert.Single(replies.Close())).Span);
    }

    private static TurnContext Turn(Person person, Uri serviceUrl, IReplyPath replies, TimeProvider time) =>
        new(JsonSerializer.Deserialize(person.Says("pack", serviceUrl), ActivityJson.Default.Activity)!, null, "pack", replies, time);
}
