using Bot.Activities;
using Bot.Tests.Fakes;
using Bot.Turns;

namespace Bot.Tests.Activities;

public sealed class CheckingTheWireAgainstTheSchema
{
    private static readonly OutboundActivity Whole = new()
    {
        ChannelId = "msteams",
        Conversation = new() { Id = "19:c@thread.v2", ConversationType = "groupChat", TenantId = "t", IsGroup = true },
        From = new() { Id = "28:bot", Name = "ICS Guide" },
        Recipient = new() { Id = "29:a", Name = "Ann Example", IsTargeted = true },
        Text = "Only you",
        TextFormat = "plain",
        Summary = "Only you",
    };

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryRecordedActivity_IsAnsweredInValidBytes()
    {
        await using var bot = await BotOnKestrel.StartAsync(("Bot:Activities:TypingAfterSeconds", "0.05"));
        bot.Feature.OnTurn = async (turn, ct) =>
        {
            // Four calls a turn, typing first.
            await bot.Connector.WaitAsync((4 * (bot.Feature.Turns.Count - 1)) + 1, ct);
            var id = await turn.SendAsync(Some.Card("A card"), ct);
            await turn.UpdateAsync(id!, Some.Card("Another card"), ct);
            return new TurnResult.Text("And a text");
        };

        foreach (var name in new[] { "TeamsPersonalMessage", "TeamsGroupChatMessage", "TeamsChannelMention" })
        {
            using var response = await bot.PostAsync(bot.Recorded(name));
            Assert.Equal(200, (int)response.StatusCode);
        }

        await bot.Connector.WaitAsync(12, Now);
        Assert.Equal(["message", "typing"], bot.Connector.Calls.Select(call => call.Type).Distinct().Order());
        Assert.Empty(await MistakesAsync(bot.Connector.Calls, _ => "Activity"));
    }

    [Fact]
    public async Task EveryCallThatTheDescriptionKnows_IsMadeAsItSays()
    {
        await using var bot = await BotOnKestrel.StartAsync();
        var (client, at) = (bot.Conversations, bot.Connector.ServiceUrl);

        await client.SendAsync(at, "19:c@thread.v2", Whole, Now);
        await client.ReplyAsync(at, "19:c@thread.v2", "m", Whole, Now);
        await client.UpdateAsync(at, "19:c@thread.v2", "m", Whole with { Id = "m" }, Now);
        await client.DeleteAsync(at, "19:c@thread.v2", "m", Now);
        await client.OpenPersonalAsync(at, "t", "29:a", Now);
        await client.OpenThreadAsync(at, "t", "19:x@thread.tacv2", Whole, Now);
        await client.MemberAsync(at, "c", "29:a", Now);
        await client.MembersAsync(at, "c", 100, "next", Now);

        Assert.Equal(8, bot.Connector.Calls.Count);
        Assert.Empty(await MistakesAsync(bot.Connector.Calls, call => call.Target.EndsWith("/v3/conversations", StringComparison.Ordinal) ? "ConversationParameters" : "Activity"));
    }

    [Fact]
    public async Task RepliesInTheResponse_AreExpectedReplies()
    {
        await using var bot = await BotOnKestrel.StartAsync();

        var answer = await bot.PostForJsonAsync(bot.Asking("hello"));

        Assert.Empty(await OfficialWire.MistakesAsync(
            new Dictionary<string, (string, string)> { ["replies"] = ("ExpectedReplies", answer.GetRawText()) }, [], Now));
    }

    [Fact]
    public async Task WhatIsWrong_IsFound()
    {
        var bodies = new Dictionary<string, (string, string)>
        {
            ["wrong type"] = ("Activity", """{"type":"message","channelId":"msteams","conversation":{"id":"c"},"text":7}"""),
            ["no conversation"] = ("Activity", """{"type":"message","channelId":"msteams"}"""),
            ["members as text"] = ("ConversationParameters", """{"isGroup":false,"members":"29:a"}"""),
        };

        var mistakes = await OfficialWire.MistakesAsync(bodies, ["POST /v3/conversation", "PATCH /v3/conversations"], Now);

        Assert.Equal(5, mistakes.Count);
    }

    private static Task<IReadOnlyDictionary<string, string>> MistakesAsync(IReadOnlyList<ConnectorCall> calls, Func<ConnectorCall, string> definition) =>
        OfficialWire.MistakesAsync(
            calls.Index().Where(call => call.Item.Body.Length > 0)
                .ToDictionary(call => $"{call.Index} {call.Item.Method} {call.Item.Target}", call => (definition(call.Item), call.Item.Body)),
            calls.Select(call => $"{call.Method} {call.Target["/amer".Length..].Split('?')[0]}"), Now);
}
