using System.Net;
using Bot.Tests.Pictures;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

public sealed class ShowingMaps
{
    private const int MostBytes = 80_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("what became of South Yorkshire and Bassetlaw")]
    [InlineData("what became of the Barnsley STP")]
    public async Task WhatBecameOfAnArea_IsATableWithAWayToTheMap(string question)
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();

        var card = await guide.AskAsync(question, person);

        Assert.Contains("\"type\":\"Table\"", card.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Dates What it was Name March 2016 to March 2020", CardReading.VisibleText(card), StringComparison.Ordinal);
        Assert.Contains("July 2022", CardReading.VisibleText(card), StringComparison.Ordinal);
        var said = await guide.PressAsync(person, CardReading.Button(card, "Show on a map"));
        Assert.Equal("The map is below.", said.GetProperty("value").GetString());
        var map = GuideOnKestrel.CardOf(Assert.Single(await guide.SentToAsync(person, 1)));
        Assert.Contains("The dark tile SY is the NHS South Yorkshire Integrated Care Board (ICB).", CardReading.VisibleText(map), StringComparison.Ordinal);
        Assert.Contains("HNY Humber and North Yorkshire", CardReading.VisibleText(map), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAnAddress_ThePictureTravelsInTheCard_UnderTheLimitOfTeams()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var card = await guide.AskAsync("which footprint is Truro in?", person);

        var reply = Assert.Single(await guide.PostForRepliesAsync(person.Submits(CardReading.Button(card, "Show on a map"))));

        var url = Picture(GuideOnKestrel.CardOf(reply));
        PngReader.Read(Convert.FromBase64String(url["data:image/png;base64,".Length..]));
        // Teams counts in UTF-16.
        Assert.InRange(2 * reply.GetRawText().Length, 1, MostBytes);
    }

    [Fact]
    public async Task WithAnAddress_TheCardNamesThePicture_AndItIsServed()
    {
        await using var guide = await GuideOnKestrel.StartAsync(new() { Settings = [("Bot:PublicUrl", "https://guide.example/")] });
        var person = Person.New();
        var card = await guide.AskAsync("which footprint is Truro in?", person);

        var reply = Assert.Single(await guide.PostForRepliesAsync(person.Submits(CardReading.Button(card, "Show on a map"))));

        var url = Picture(GuideOnKestrel.CardOf(reply));
        Assert.Equal("https://guide.example/maps/icb36/QT6.png", url);
        using var picture = await guide.Client.GetAsync(new Uri(url).AbsolutePath, Ct);
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromDays(1), picture.Headers.CacheControl?.MaxAge);
        PngReader.Read(await picture.Content.ReadAsByteArrayAsync(Ct));
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(url).AbsolutePath);
        again.Headers.IfNoneMatch.Add(picture.Headers.ETag!);
        using var unchanged = await guide.Client.SendAsync(again, Ct);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("/maps/icb42/QNQ.png", HttpStatusCode.OK)]
    [InlineData("/maps/icb36/S1Y5D.png", HttpStatusCode.OK)]
    [InlineData("/maps/icb36/QNQ.png", HttpStatusCode.NotFound)]
    [InlineData("/maps/stp44/QF7.png", HttpStatusCode.NotFound)]
    [InlineData("/maps/ics14/QF7.png", HttpStatusCode.NotFound)]
    [InlineData("/maps/icb36/XXX.png", HttpStatusCode.NotFound)]
    [InlineData("/maps/icb36/qf7.png", HttpStatusCode.NotFound)]
    [InlineData("/maps/icb36/QF7", HttpStatusCode.NotFound)]
    [InlineData("/maps/icb36/QF7.png.png", HttpStatusCode.NotFound)]
    [InlineData("/maps/icb36/..%2f..%2fQF7.png", HttpStatusCode.NotFound)]
    [InlineData("/maps/%2e%2e/appsettings.json", HttpStatusCode.NotFound)]
    [InlineData("/maps/icb36/QF7%00.png", HttpStatusCode.NotFound)]
    [InlineData("/maps/icb36/QF7%0a.png", HttpStatusCode.NotFound)]
    public async Task OnlyBoardsOfAMap_AreServed(string path, HttpStatusCode status)
    {
        using var response = await (await SharedGuide.Instance).Client.GetAsync(path, Ct);

        Assert.True(response.StatusCode == status || (status == HttpStatusCode.NotFound && response.StatusCode == HttpStatusCode.BadRequest), $"{path}: {response.StatusCode}");
    }

    [Fact]
    public async Task AnAreaThatWasNotOneBoardThen_SaysSo()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var card = await guide.AskAsync("which footprint is Truro in?", person);
        var button = CardReading.Button(card, "Show on a map").GetRawText().Replace("\"key\":\"place:truro\"", "\"key\":\"system:qnq\",\"era\":\"icb36\"", StringComparison.Ordinal);

        var said = await guide.PressAsync(person, System.Text.Json.JsonElement.Parse(button));

        Assert.StartsWith("The area was in several boards at that time", said.GetProperty("value").GetString(), StringComparison.Ordinal);
    }

    private static string Picture(System.Text.Json.JsonElement card)
    {
        var image = card.GetProperty("body").EnumerateArray().Single(part => part.GetProperty("type").GetString() == "Image");
        Assert.NotEmpty(image.GetProperty("altText").GetString()!);
        return image.GetProperty("url").GetString()!;
    }
}
