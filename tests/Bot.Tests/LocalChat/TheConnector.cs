using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Tests.LocalChat;

public sealed class TheConnector
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("loopback/v3/conversations/a%3Ab%40c%3Bd/activities")]
    [InlineData("loopback/v3/conversations/a/activities/1%3A2")]
    public async Task Sending_GivesAnId(string path)
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };

        using var response = await client.PostAsJsonAsync(path, new { type = "message", text = "hello" }, Stop);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.NotEqual("", (string?)(await response.Content.ReadFromJsonAsync<JsonNode>(Stop))!["id"]);
    }

    [Theory]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("""{"text":"no type"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":7}""", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task SendingSomethingElse_IsRefused(string body, HttpStatusCode expected)
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };

        using var response = await client.PostAsync("loopback/v3/conversations/a/activities", Json(body), Stop);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("BadSyntax", (string?)(await response.Content.ReadFromJsonAsync<JsonNode>(Stop))!["error"]!["code"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SendingTooMuch_IsRefused(bool chunked)
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "loopback/v3/conversations/a/activities")
        {
            Content = Json($$"""{"type":"message","text":"{{new string('a', 256 * 1024)}}"}"""),
        };
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await client.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task EveryEvent_ReachesAListener_InOrder()
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        await using var ear = await Ear.OpenAsync(client, "a");

        await client.PostAsJsonAsync("loopback/v3/conversations/a/activities", new { type = "typing" }, Stop);
        await client.PostAsJsonAsync("loopback/v3/conversations/a/activities", new { type = "message", text = "one\ntwo" }, Stop);
        await client.PostAsJsonAsync("loopback/v3/conversations/b/activities", new { type = "message", text = "elsewhere" }, Stop);
        await client.PutAsJsonAsync("loopback/v3/conversations/a/activities/7", new { type = "message", text = "three", id = "x" }, Stop);
        await client.DeleteAsync("loopback/v3/conversations/a/activities/7", Stop);

        var heard = await ear.HearAsync(4, Stop);
        Assert.Equal(["typing", "message", "update", "delete"], heard.Select(e => e.Kind));
        Assert.Equal("one\ntwo", (string?)JsonNode.Parse(heard[1].Data)!["text"]);
        Assert.Equal("7", (string?)JsonNode.Parse(heard[2].Data)!["id"]);
        Assert.Equal("""{"id":"7"}""", heard[3].Data);
    }

    [Fact]
    public async Task AListenerThatComesBack_HearsWhatItMissed_ButNotWhatItHad()
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        await SendNumbersAsync(client, 1, 3);
        string lastHad;
        await using (var ear = await Ear.OpenAsync(client, "a"))
            lastHad = (await ear.HearAsync(2, Stop))[1].Id;

        await SendNumbersAsync(client, 4, 5);

        await using var back = await Ear.OpenAsync(client, "a", lastHad);
        Assert.Equal(["3", "4", "5"], (await back.HearAsync(3, Stop)).Select(Words));
    }

    [Fact]
    public async Task AListenerFromAnEarlierRun_HearsTheLast200()
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        await SendNumbersAsync(client, 1, 203);

        await using var ear = await Ear.OpenAsync(client, "a", "earlier-150");

        var heard = await ear.HearAsync(200, Stop);
        Assert.Equal("4", Words(heard[0]));
        Assert.Equal("203", Words(heard[199]));
    }

    [Fact]
    public async Task OldConversations_AreForgotten()
    {
        await using var host = await ChatHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        await SendNumbersAsync(client, 1, 1);

        for (var i = 0; i < 60; i++)
            await client.PostAsJsonAsync($"loopback/v3/conversations/other{i}/activities", new { type = "message", text = "x" }, Stop);

        await using var ear = await Ear.OpenAsync(client, "a");
        await SendNumbersAsync(client, 2, 2);
        Assert.Equal("2", Words((await ear.HearAsync(1, Stop))[0]));
    }

    [Fact]
    public async Task AnOpenPage_DoesNotHoldUpTheEnd()
    {
        var host = await ChatHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        await using var ear = await Ear.OpenAsync(client, "a");

        await host.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5), Stop);
    }

    private static async Task SendNumbersAsync(HttpClient client, int first, int last)
    {
        for (var number = first; number <= last; number++)
            await client.PostAsJsonAsync("loopback/v3/conversations/a/activities", new { type = "message", text = $"{number}" }, Stop);
    }

    private static string? Words((string Kind, string Id, string Data) heard) => (string?)JsonNode.Parse(heard.Data)!["text"];

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
