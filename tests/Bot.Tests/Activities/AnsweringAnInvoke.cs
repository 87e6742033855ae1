using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Tests.Fakes;
using Bot.Turns;

namespace Bot.Tests.Activities;

public sealed class AnsweringAnInvoke : IAsyncLifetime
{
    private const string Note = "application/vnd.microsoft.activity.message";

    private BotOnKestrel _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await BotOnKestrel.StartAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task APressAnsweredWithACard_ReplacesTheCard()
    {
        _bot.Feature.OnTurn = (_, _) => new(new TurnResult.Card(Some.Card("Detail")));

        var answer = await _bot.PostForJsonAsync(_bot.Recorded("TeamsCardAction"));

        Assert.Equal(200, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal(AdaptiveCard.ContentType, answer.GetProperty("type").GetString());
        Assert.Equal("AdaptiveCard", answer.GetProperty("value").GetProperty("type").GetString());
        Assert.Empty(_bot.Connector.Calls);
    }

    [Fact]
    public async Task APressAnsweredWithText_GivesANote()
    {
        IsNote(await _bot.PostForJsonAsync(_bot.Recorded("TeamsCardAction")), "Pressed echo");
        var press = Assert.Single(_bot.Feature.Turns).Press!;
        Assert.Equal("ics-meaning", press.Data.GetProperty("articleId").GetString());
        Assert.Equal("1772442945202", press.ReplyToId);
        Assert.True(_bot.Feature.Turns.Single().IsInvoke);
    }

    [Fact]
    public async Task APressWithNothingToSay_GivesDone()
    {
        _bot.Feature.OnTurn = (_, _) => new(TurnResult.Nothing);

        IsNote(await _bot.PostForJsonAsync(_bot.Recorded("TeamsCardAction")), "Done");
    }

    [Fact]
    public async Task APress_IsAnsweredInTheResponseWhateverTheDeliveryMode()
    {
        var press = _bot.Recorded("TeamsCardAction");
        press["deliveryMode"] = "expectReplies";

        IsNote(await _bot.PostForJsonAsync(press), "Pressed echo");
    }

    [Fact]
    public async Task APressWithoutData_HasEmptyData()
    {
        var press = Pressing("""{"type":"Action.Execute","verb":"echo"}""");

        IsNote(await _bot.PostForJsonAsync(press), "Pressed echo");
        Assert.Equal(JsonValueKind.Object, _bot.Feature.Turns.Single().Press!.Data.ValueKind);
    }

    [Fact]
    public async Task AnUnknownVerb_GivesAnErrorInTheBody()
    {
        var answer = await _bot.PostForJsonAsync(Pressing("""{"type":"Action.Execute","verb":"retired","data":{}}"""));

        Assert.Equal(400, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.error", answer.GetProperty("type").GetString());
        Assert.Equal("UnknownVerb", answer.GetProperty("value").GetProperty("code").GetString());
        Assert.Contains("no longer in use", answer.GetProperty("value").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"press\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"action":null}""")]
    [InlineData("""{"action":"echo"}""")]
    [InlineData("""{"action":{"verb":"echo","data":{}}}""")]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"echo","data":{}}}""")]
    [InlineData("""{"action":{"type":5,"verb":"echo","data":{}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","data":{}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"","data":{}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":{},"data":{}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"echo","data":"text"}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"echo","data":[]}}""")]
    public async Task AMalformedValue_Gives400(string value)
    {
        var press = _bot.Recorded("TeamsCardAction");
        press["value"] = JsonNode.Parse(value);

        using var response = await _bot.PostAsync(press);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("BadInvokeValue", await CodeAsync(response));
        Assert.Empty(_bot.Feature.Turns);
    }

    [Fact]
    public async Task AVerbWithHalfACharacter_Gives400()
    {
        var press = Pressing("""{"type":"Action.Execute","verb":"VERB","data":{}}""").ToJsonString();
        var body = press.Replace("VERB", "\\ud800", StringComparison.Ordinal);

        using var response = await _bot.PostAsync(Encoding.UTF8.GetBytes(body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("tab/fetch")]
    [InlineData("composeExtension/queryLink")]
    [InlineData("adaptivecard/ACTION")]
    [InlineData("nobody/knows")]
    public async Task AnInvokeNobodyHandles_Gives501(string name)
    {
        var invoke = _bot.Recorded("TeamsCardAction");
        invoke["name"] = name;

        using var response = await _bot.PostAsync(invoke);

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Equal("NotImplemented", await CodeAsync(response));
    }

    [Fact]
    public async Task AnInvokeWithoutAName_Gives400()
    {
        var invoke = _bot.Recorded("TeamsCardAction");
        invoke.Remove("name");

        using var response = await _bot.PostAsync(invoke);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task APressPastItsDeadline_GivesAKindNote(bool looksAtItsToken)
    {
        await using var bot = await BotOnKestrel.StartAsync(("Bot:Activities:InvokeSeconds", "0.2"));
        var never = new TaskCompletionSource();
        bot.Feature.OnTurn = async (_, ct) =>
        {
            await never.Task.WaitAsync(looksAtItsToken ? ct : CancellationToken.None);
            return TurnResult.Nothing;
        };

        var answer = await bot.PostForJsonAsync(bot.Recorded("TeamsCardAction"));

        IsNote(answer, "Sorry, this took too long and was stopped. Please try again in a minute.");
        Assert.Empty(bot.Connector.Calls);
    }

    [Fact]
    public async Task APressThatMeetsABug_GivesAnApologyAndOneLogEntry()
    {
        _bot.Feature.OnTurn = (_, _) => throw new InvalidOperationException("boom");

        var answer = await _bot.PostForJsonAsync(_bot.Recorded("TeamsCardAction"));

        Assert.Equal(500, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.error", answer.GetProperty("type").GetString());
        Assert.Equal(Apology.Bug, answer.GetProperty("value").GetProperty("message").GetString());
        Assert.Single(_bot.Log.Entries, entry => entry.Exception is not null);
    }

    [Fact]
    public async Task AFurtherMessage_GoesThroughTheConnector()
    {
        _bot.Feature.OnTurn = async (turn, ct) =>
        {
            Assert.Equal("c-1", await turn.SendTextAsync("and another thing", ct));
            return new TurnResult.Text("Sent");
        };

        IsNote(await _bot.PostForJsonAsync(_bot.Recorded("TeamsCardAction")), "Sent");
        Assert.Equal("and another thing", Assert.Single(_bot.Connector.Messages).Text);
    }

    [Fact]
    public async Task AFurtherMessageWithNowhereToGo_IsLoggedAndThePressAnswered()
    {
        _bot.Feature.OnTurn = async (turn, ct) =>
        {
            await turn.SendTextAsync("and another thing", ct);
            return new TurnResult.Text("Sent");
        };

        IsNote(await _bot.PostForJsonAsync(RecordedActivity.Load("TeamsCardAction")), "Sent");
        Assert.Single(_bot.Log.Of(1012));
    }

    private JsonObject Pressing(string action)
    {
        var press = _bot.Recorded("TeamsCardAction");
        press["value"]!["action"] = JsonNode.Parse(action);
        return press;
    }

    private static void IsNote(JsonElement answer, string text)
    {
        Assert.Equal(200, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal(Note, answer.GetProperty("type").GetString());
        Assert.Equal(text, answer.GetProperty("value").GetString());
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response)
    {
        var body = JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return body.GetProperty("error").GetProperty("code").GetString();
    }
}
