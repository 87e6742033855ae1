using Bot.Activities;
using Bot.Cards;
using Bot.Tests.Fakes;
using Bot.Turns;

namespace Bot.Tests.Activities;

public sealed class ReplyingInTheResponse : IAsyncLifetime
{
    private BotOnKestrel _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await BotOnKestrel.StartAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Replies_CarryTheConversationWithSenderAndReceiverSwapped()
    {
        var answer = await _bot.PostForJsonAsync(_bot.Asking("hello"));

        var reply = Assert.Single(answer.GetProperty("activities").EnumerateArray());
        Assert.Equal("message", reply.GetProperty("type").GetString());
        Assert.Equal("You said: hello", reply.GetProperty("text").GetString());
        Assert.Equal("28:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", reply.GetProperty("from").GetProperty("id").GetString());
        Assert.StartsWith("29:1personal", reply.GetProperty("recipient").GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("a:1personal", reply.GetProperty("conversation").GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("1772442942101", reply.GetProperty("replyToId").GetString());
        Assert.Equal("en-GB", reply.GetProperty("locale").GetString());
        Assert.Equal("msteams", reply.GetProperty("channelId").GetString());
        Assert.Empty(_bot.Connector.Calls);
    }

    [Fact]
    public async Task ACard_TravelsAsAnAttachmentWithItsSummary()
    {
        _bot.Feature.OnTurn = (_, _) => new(new TurnResult.Card(Some.Card("First")));

        var answer = await _bot.PostForJsonAsync(_bot.Asking("hello"));

        var reply = Assert.Single(answer.GetProperty("activities").EnumerateArray());
        Assert.Equal("Summary of First", reply.GetProperty("summary").GetString());
        Assert.False(reply.TryGetProperty("text", out _));
        var attachment = Assert.Single(reply.GetProperty("attachments").EnumerateArray());
        Assert.Equal(AdaptiveCard.ContentType, attachment.GetProperty("contentType").GetString());
        Assert.Equal("AdaptiveCard", attachment.GetProperty("content").GetProperty("type").GetString());
    }

    [Fact]
    public async Task SeveralReplies_ComeInOrder_AndAnUpdateReplacesItsMessage()
    {
        _bot.Feature.OnTurn = async (turn, ct) =>
        {
            var id = await turn.SendAsync(Some.Card("Working"), ct);
            await turn.SendTextAsync("Second", ct);
            await turn.UpdateAsync(id!, Some.Card("Finished"), ct);
            await turn.UpdateAsync("an-older-message", Some.Card("Older"), ct);
            return TurnResult.Nothing;
        };

        var answer = await _bot.PostForJsonAsync(_bot.Asking("hello"));

        var replies = answer.GetProperty("activities").EnumerateArray().ToArray();
        Assert.Equal(3, replies.Length);
        Assert.Equal("Summary of Finished", replies[0].GetProperty("summary").GetString());
        Assert.Equal("Second", replies[1].GetProperty("text").GetString());
        Assert.Equal("messageUpdate", replies[2].GetProperty("type").GetString());
        Assert.Equal("an-older-message", replies[2].GetProperty("id").GetString());
    }

    [Fact]
    public async Task ATurnWithNothingToSay_GivesAnEmptyList()
    {
        _bot.Feature.OnTurn = (_, _) => new(TurnResult.Nothing);

        var answer = await _bot.PostForJsonAsync(_bot.Asking("hello"));

        Assert.Empty(answer.GetProperty("activities").EnumerateArray());
    }

    [Fact]
    public async Task AnEvent_CanBeAnsweredInTheResponseToo()
    {
        var update = _bot.Recorded("TeamsConversationUpdate");
        update["deliveryMode"] = "expectReplies";
        _bot.Feature.OnTurn = (turn, _) => new(new TurnResult.Text($"{turn.Activity.MembersAdded!.Count} joined"));

        var answer = await _bot.PostForJsonAsync(update);

        Assert.Equal("2 joined", answer.GetProperty("activities")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ATurnPastItsDeadline_GivesOneApology(bool looksAtItsToken)
    {
        await using var bot = await BotOnKestrel.StartAsync(("Bot:Activities:ExpectRepliesSeconds", "0.2"));
        var late = new TaskCompletionSource();
        bot.Feature.OnTurn = async (turn, ct) =>
        {
            await late.Task.WaitAsync(looksAtItsToken ? ct : CancellationToken.None);
            await turn.SendTextAsync("too late", CancellationToken.None);
            throw new InvalidOperationException("also too late");
        };

        var answer = await bot.PostForJsonAsync(bot.Asking("hello"));
        late.SetResult();

        var apology = Assert.Single(answer.GetProperty("activities").EnumerateArray());
        Assert.StartsWith("Sorry, this took too long", apology.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Single(bot.Log.Of(1101));
    }

    [Fact]
    public async Task WhatIsSaidAfterTheResponseHasGone_ChangesNothing()
    {
        var now = TestContext.Current.CancellationToken;
        var replies = new BufferedReplies();
        var sent = replies.Close();

        Assert.Null(await replies.SendAsync(new OutboundActivity { Text = "late" }, now));
        await replies.UpdateAsync("1", new OutboundActivity { Text = "late" }, now);

        Assert.Empty(sent);
    }

    [Theory]
    [InlineData("PlaygroundMessage", "what's an ICB?")]
    [InlineData("EmulatorMessage", "what is an STP")]
    [InlineData("TeamsPersonalMessage", "What is an ICS?")]
    public async Task EveryClientsMessage_IsUnderstood(string recorded, string text)
    {
        var activity = RecordedActivity.Load(recorded);
        activity["deliveryMode"] = "expectReplies";

        var answer = await _bot.PostForJsonAsync(activity);

        Assert.Equal("You said: " + text, answer.GetProperty("activities")[0].GetProperty("text").GetString());
    }
}
