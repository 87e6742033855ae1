using System.Net;
using System.Text.Json.Nodes;
using Bot.Activities;
using Bot.Cards;
using Bot.Tests.Fakes;
using Bot.Turns;

namespace Bot.Tests.Activities;

public sealed class OpeningADialog : IAsyncLifetime
{
    private BotOnKestrel _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await BotOnKestrel.StartAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [InlineData("TeamsDialogFetch")]
    [InlineData("TeamsDialogSubmit")]
    public async Task ADialog_ComesBackAsATask(string recorded)
    {
        _bot.Feature.OnTurn = (_, _) => new(new TurnResult.Dialog("Notes", Some.Card("Detail")));

        var task = (await _bot.PostForJsonAsync(_bot.Recorded(recorded))).GetProperty("task");

        Assert.Equal("continue", task.GetProperty("type").GetString());
        Assert.Equal("Notes", task.GetProperty("value").GetProperty("title").GetString());
        var card = task.GetProperty("value").GetProperty("card");
        Assert.Equal(AdaptiveCard.ContentType, card.GetProperty("contentType").GetString());
        Assert.Equal("AdaptiveCard", card.GetProperty("content").GetProperty("type").GetString());
        Assert.Equal("echo", _bot.Feature.Turns.Single().Press!.Verb);
    }

    [Fact]
    public async Task ANote_IsShownInTheDialog()
    {
        var task = (await _bot.PostForJsonAsync(_bot.Recorded("TeamsDialogSubmit"))).GetProperty("task");

        Assert.Equal("message", task.GetProperty("type").GetString());
        Assert.Equal("Pressed echo", task.GetProperty("value").GetString());
    }

    [Fact]
    public async Task NothingToSay_ClosesTheDialog()
    {
        _bot.Feature.OnTurn = (_, _) => new(TurnResult.Nothing);

        using var response = await _bot.PostAsync(_bot.Recorded("TeamsDialogSubmit"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ABug_IsToldInTheDialog()
    {
        _bot.Feature.OnTurn = (_, _) => throw new InvalidOperationException("A bug.");

        var task = (await _bot.PostForJsonAsync(_bot.Recorded("TeamsDialogFetch"))).GetProperty("task");

        Assert.Equal(Apology.Bug, task.GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"data":"echo"}""")]
    [InlineData("""{"data":{"verb":""}}""")]
    public async Task AValueWithoutAVerb_Gives400(string value)
    {
        var fetch = _bot.Recorded("TeamsDialogFetch");
        fetch["value"] = JsonNode.Parse(value);

        using var response = await _bot.PostAsync(fetch);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(_bot.Feature.Turns);
    }

    [Fact]
    public async Task AWholeResponse_IsSentAsItIs()
    {
        _bot.Feature.OnTurn = (_, _) => new(new TurnResult.Response(new InvokeReply(200, """{"composeExtension":{}}"""u8.ToArray())));

        var answer = await _bot.PostForJsonAsync(_bot.Recorded("TeamsDialogFetch"));

        Assert.True(answer.TryGetProperty("composeExtension", out _));
    }
}
