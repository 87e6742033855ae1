using System.Text.Json.Nodes;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

public sealed class TalkingInGroups
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("TeamsGroupChatMessage", "Dorset")]
    [InlineData("TeamsMeetingChatMessage", "Barnsley")]
    [InlineData("TeamsChannelMention", "Barnsley")]
    [InlineData("TeamsChannelThreadReply", "Barnsley")]
    public async Task AMention_IsAnsweredInItsOwnThread(string recorded, string about)
    {
        var guide = await SharedGuide.Instance;
        var (activity, conversation) = Anew(recorded, guide);

        await guide.SendAsync(activity);

        var call = await CallAsync(guide, conversation);
        Assert.Equal($"/amer/v3/conversations/{Uri.EscapeDataString(conversation)}/activities/{activity["id"]}", call.Target);
        Assert.Equal(activity["id"]!.GetValue<string>(), call.Json.GetProperty("replyToId").GetString());
        Assert.Equal(conversation, call.Json.GetProperty("conversation").GetProperty("id").GetString());
        Assert.Contains(about, CardReading.VisibleText(GuideOnKestrel.CardOf(call.Json)), StringComparison.Ordinal);
        Assert.NotEmpty(call.Json.GetProperty("summary").GetString()!);
    }

    [Fact]
    public async Task WhatDoesNotNameUs_IsNotAnswered()
    {
        var guide = await SharedGuide.Instance;
        var (overheard, conversation) = Anew("TeamsChannelOverheard", guide);
        await guide.SendAsync(overheard);
        var edited = overheard.DeepClone().AsObject();
        edited["type"] = "messageUpdate";
        await guide.SendAsync(edited);
        var (named, _) = Anew("TeamsChannelMention", guide);
        named["conversation"]!["id"] = conversation;

        await guide.SendAsync(named);

        Assert.Equal(named["id"]!.GetValue<string>(), (await CallAsync(guide, conversation)).Json.GetProperty("replyToId").GetString());
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task APressedButton_NeedsNoMention(string kind)
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New(kind);
        var card = await guide.AskAsync("What is an STP?", person);

        var reply = Assert.Single(await guide.PostForRepliesAsync(person.Submits(CardReading.Button(card, "Ask a person"))));

        Assert.Equal("Ask a person", CardReading.Heading(GuideOnKestrel.CardOf(reply)));
    }

    [Theory]
    [InlineData("TeamsInstallationAdd")]
    [InlineData("TeamsRemovedFromTeam")]
    public async Task Leaving_DeletesWhatTheConversationHolds_ThreadsToo(string recorded)
    {
        var guide = await SharedGuide.Instance;
        var channel = $"19:{Guid.NewGuid():n}@thread.tacv2";
        var (asked, thread) = Anew("TeamsChannelMention", guide, channel + ";messageid=1772445667411");
        await guide.SendAsync(asked);
        await CallAsync(guide, thread);
        var user = asked["from"]!["id"]!.GetValue<string>();
        await guide.FlushAsync();
        Assert.NotNull(await guide.Get<LastTurns>().ReadAsync(thread, user, Ct));

        var farewell = Anew(recorded, guide, channel).Activity;
        if (recorded == "TeamsInstallationAdd")
            farewell["action"] = "remove";
        await guide.SendAsync(farewell);
        while (await guide.Get<LastTurns>().ReadAsync(thread, user, Ct) is not null)
            await Task.Delay(10, Ct);

        await guide.FlushAsync();
        Assert.Empty(await guide.Get<GivenAnswers>().ToAsync(thread, asked["id"]!.GetValue<string>(), Ct));
    }

    [Fact]
    public async Task AnUpgrade_IsNotGreeted_AndDeletesNothing()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var url = guide.Connector.ServiceUrl;
        await guide.SendAsync(person.Says("Which footprint is Barnsley in?", url));
        await guide.SentToAsync(person, 1);

        foreach (var action in new[] { "remove-upgrade", "add-upgrade" })
            await guide.SendAsync(person.Installs(url, action));
        await guide.SendAsync(person.Says("And Leeds?", url));

        Assert.Contains("Leeds", CardReading.VisibleText(GuideOnKestrel.CardOf((await guide.SentToAsync(person, 2))[1])), StringComparison.Ordinal);
        Assert.Equal(2, guide.SentTo(person).Count);
    }

    private static (JsonObject Activity, string Conversation) Anew(string recorded, GuideOnKestrel guide, string? conversation = null)
    {
        var activity = RecordedActivity.Load(recorded);
        conversation ??= $"{Guid.NewGuid():n}-{activity["conversation"]!["id"]}";
        activity["conversation"]!["id"] = conversation;
        activity["id"] = $"{Guid.NewGuid():n}";
        activity["serviceUrl"] = guide.Connector.ServiceUrl.AbsoluteUri;
        return (activity, conversation);
    }

    private static async Task<ConnectorCall> CallAsync(GuideOnKestrel guide, string conversation)
    {
        var path = Uri.EscapeDataString(conversation);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!guide.Connector.Messages.Any(call => call.Target.Contains(path, StringComparison.Ordinal)))
            await Task.Delay(10, limit.Token);
        return guide.Connector.Messages.First(call => call.Target.Contains(path, StringComparison.Ordinal));
    }
}
