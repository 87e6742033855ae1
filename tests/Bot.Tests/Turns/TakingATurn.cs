using System.Text.Json.Nodes;
using Bot.Tests.Fakes;
using Bot.Turns;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Turns;

public sealed class TakingATurn : IAsyncLifetime
{
    private BotOnKestrel _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await BotOnKestrel.StartAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [InlineData("TeamsChannelMention", "which footprint is Barnsley in?")]
    [InlineData("TeamsGroupChatMessage", "who are the partners in Dorset? <at>Priya Shah</at> asked")]
    public async Task OurOwnMention_IsTakenOutAndOthersStay(string recorded, string text)
    {
        Assert.Equal(text, (await TurnAsync(_bot.Recorded(recorded))).Text);
    }

    [Theory]
    [InlineData("<AT>ics guide</AT> hello", "<at>ICS Guide</at>", "hello")]
    [InlineData("hello <at>ICS Guide</at>", "<at>ICS Guide</at>", "hello")]
    [InlineData("<at>ICS Guide</at> a <at>ICS Guide</at> b", "<at>ICS Guide</at>", "a   b")]
    [InlineData("<at>ICS Guide</at> hello", null, "hello")]
    [InlineData("<at>ICS Guide</at> hello", "", "hello")]
    [InlineData("<at>ICS Guide</at> hello", "@somethingelse", "hello")]
    [InlineData("ICS Guide is there an ICS guide?", "ICS Guide", "is there an ICS guide?")]
    [InlineData("&nbsp; hello\u00a0there &NBSP;", "<at>ICS Guide</at>", "hello there")]
    [InlineData("<at>ICS Guide</at>", "<at>ICS Guide</at>", "")]
    public async Task AMention_IsTakenOutHoweverItIsSpelt(string said, string? mention, string text)
    {
        var activity = _bot.Recorded("TeamsChannelMention");
        activity["text"] = said;
        activity["entities"]![0]!["text"] = mention;

        Assert.Equal(text, (await TurnAsync(activity)).Text);
    }

    [Fact]
    public async Task AMessageWithoutText_IsAnEmptyText()
    {
        var activity = _bot.Recorded("TeamsPersonalMessage");
        activity.Remove("text");

        Assert.Equal("", (await TurnAsync(activity)).Text);
    }

    [Fact]
    public async Task ASubmitWithAVerb_IsAPress()
    {
        var turn = await TurnAsync(_bot.Recorded("TeamsCardSubmit"));

        Assert.Equal("echo", turn.Press!.Verb);
        Assert.Equal("ics-meaning", turn.Press.Data.GetProperty("articleId").GetString());
        Assert.Equal("1772442945202", turn.Press.ReplyToId);
        Assert.False(turn.IsInvoke);
    }

    [Theory]
    [InlineData("typed as well", """{"verb":"echo"}""")]
    [InlineData("", """{"choice":"echo"}""")]
    [InlineData("", """{"verb":5}""")]
    [InlineData("", """{"verb":""}""")]
    [InlineData("", "\"echo\"")]
    [InlineData("", "null")]
    public async Task AValueWithoutAVerbOrBesideAText_IsAMessage(string text, string value)
    {
        var activity = _bot.Recorded("TeamsCardSubmit");
        activity["text"] = text;
        activity["value"] = JsonNode.Parse(value);

        Assert.Null((await TurnAsync(activity)).Press);
    }

    [Fact]
    public async Task ASubmitWithAnUnknownVerb_IsToldThatTheButtonIsNoLongerInUse()
    {
        var activity = _bot.Recorded("TeamsCardSubmit");
        activity["value"]!["verb"] = "retired";
        activity["deliveryMode"] = "expectReplies";

        var answer = await _bot.PostForJsonAsync(activity);

        Assert.Contains("no longer in use", answer.GetProperty("activities")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABug_IsOneLogEntryAndOneApology()
    {
        _bot.Feature.OnTurn = (_, _) => throw new InvalidOperationException("boom");

        var answer = await _bot.PostForJsonAsync(_bot.Asking("my private words"));

        var apology = Assert.Single(answer.GetProperty("activities").EnumerateArray());
        Assert.StartsWith("Sorry, something went wrong", apology.GetProperty("text").GetString(), StringComparison.Ordinal);
        var entry = Assert.Single(_bot.Log.Entries, entry => entry.Level >= LogLevel.Error);
        Assert.Equal(1100, entry.EventId);
        Assert.IsType<InvalidOperationException>(entry.Exception);
        Assert.Contains("1772442942101", entry.Text, StringComparison.Ordinal);
        Assert.Contains("a:1personal", entry.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_bot.Log.Entries, entry => entry.Text.Contains("private words", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ABugInAnEvent_IsLoggedWithoutAnApology()
    {
        _bot.Feature.OnTurn = (_, _) => throw new InvalidOperationException("boom");
        var update = _bot.Recorded("TeamsConversationUpdate");
        update["deliveryMode"] = "expectReplies";

        var answer = await _bot.PostForJsonAsync(update);

        Assert.Empty(answer.GetProperty("activities").EnumerateArray());
        Assert.Single(_bot.Log.Of(1100));
    }

    [Fact]
    public async Task AnEventNobodyHandles_IsNothing()
    {
        var deletion = _bot.Asking("hello");
        deletion["type"] = "messageDelete";

        var answer = await _bot.PostForJsonAsync(deletion);

        Assert.Empty(answer.GetProperty("activities").EnumerateArray());
        Assert.Empty(_bot.Feature.Turns);
    }

    [Fact]
    public async Task AFeature_KnowsWhoWhereAndWhen()
    {
        var turn = await TurnAsync(_bot.Recorded("TeamsPersonalMessage"));

        Assert.StartsWith("29:1personal", turn.UserId, StringComparison.Ordinal);
        Assert.StartsWith("a:1personal", turn.ConversationId, StringComparison.Ordinal);
        Assert.True(DateTimeOffset.UtcNow - turn.Now < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void TwoFeaturesWithOneRoute_StopTheStartAndAreNamed()
    {
        var problem = Assert.Throws<InvalidOperationException>(() =>
            new Router([new ScriptedFeature("message") { Name = "Questions" }, new ScriptedFeature("verb:x", "message") { Name = "Welcome" }]));

        Assert.Contains("Questions", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Welcome", problem.Message, StringComparison.Ordinal);
        Assert.Contains("\"message\"", problem.Message, StringComparison.Ordinal);
    }

    private async Task<TurnContext> TurnAsync(JsonObject activity)
    {
        activity["deliveryMode"] = "expectReplies";
        await _bot.PostForJsonAsync(activity);
        return Assert.Single(_bot.Feature.Turns);
    }
}
