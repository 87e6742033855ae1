using System.Net;
using System.Text.Json.Nodes;
using Bot.Activities;
using Bot.Proactive;
using Bot.Storage;

namespace Bot.Tests.Whole;

public sealed class WritingFirst
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("personal")]
    [InlineData("groupChat")]
    public async Task WhoeverHasWritten_CanBeWrittenTo(string kind)
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New(kind);
        await SendAsync(guide, person.Says("hello", guide.Connector.ServiceUrl));
        await guide.SentToAsync(person, 1);

        Assert.Equal(OutboxAddition.Added, await AddAsync(guide, person));

        var message = (await guide.SentToAsync(person, 2))[1];
        Assert.Equal("Do not forget.", message.GetProperty("text").GetString());
        Assert.Equal(kind == "personal", message.TryGetProperty("recipient", out _));
    }

    [Fact]
    public async Task AnswersInTheResponse_LeaveNoAddress()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        await guide.AskAsync("What is an ICS?", person);

        Assert.Equal(OutboxAddition.UnknownConversation, await AddAsync(guide, person));
    }

    [Fact]
    public async Task AfterAFarewell_NothingIsLeftOfTheConversation_AndAfterAnUpgradeAllOfIt()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var url = guide.Connector.ServiceUrl;
        await SendAsync(guide, person.Installs(url));
        await SendAsync(guide, person.Says("What is an ICS?", url));
        await guide.SentToAsync(person, 2);
        await SendAsync(guide, person.Installs(url, "remove-upgrade"));
        await SendAsync(guide, person.Installs(url, "add-upgrade"));
        Assert.Equal(OutboxAddition.Added, await AddAsync(guide, person, "later", TimeSpan.FromDays(1)));

        await SendAsync(guide, person.Installs(url, "remove"));
        while (await guide.Get<ConversationReferences>().FindAsync(person.ConversationId, Ct) is not null) await Task.Delay(10, Ct);

        Assert.Equal(OutboxAddition.UnknownConversation, await AddAsync(guide, person));
        Assert.Null(await guide.Get<LastTurns>().ReadAsync(person.ConversationId, person.UserId, Ct));
        Assert.Contains(await guide.Get<OutboxReport>().DeadAsync(50, Ct), letter => letter.Reason == "The guide was removed from this conversation.");

        await SendAsync(guide, person.Installs(url));
        await guide.SentToAsync(person, 3);
        Assert.Equal(OutboxAddition.Added, await AddAsync(guide, person, "again"));
    }

    [Theory]
    [InlineData("""{"type":"conversationUpdate","membersRemoved":[{"id":"28:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"}]}""", true)]
    [InlineData("""{"type":"conversationUpdate","membersRemoved":[{"id":"29:somebody"}]}""", false)]
    [InlineData("""{"type":"conversationUpdate","channelData":{"eventType":"teamDeleted","team":{"id":"19:team"}}}""", true)]
    [InlineData("""{"type":"conversationUpdate","channelData":{"eventType":"teamRenamed","team":{"id":"19:team"}}}""", false)]
    [InlineData("""{"type":"conversationUpdate","channelData":{"eventType":"channelDeleted","channel":{"id":"19:other"}}}""", true)]
    [InlineData("""{"type":"installationUpdate","action":"remove"}""", true)]
    [InlineData("""{"type":"installationUpdate","action":"remove","channelData":{"team":{"id":5}}}""", true)]
    [InlineData("""{"type":"installationUpdate","action":"remove-upgrade"}""", false)]
    public async Task WhateverEndsAConversation_IsAFarewell(string change, bool isFarewell)
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New("groupChat");
        var url = guide.Connector.ServiceUrl;
        await SendAsync(guide, person.Says("hello", url));
        await guide.SentToAsync(person, 1);
        await guide.FlushAsync();
        var activity = person.Joins(url);
        activity.Remove("membersAdded");
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject()) activity[name] = value?.DeepClone();

        await SendAsync(guide, activity);

        var since = TimeProvider.System.GetTimestamp();
        while (await IsKnownAsync() && TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(isFarewell ? 20 : 1)) await Task.Delay(10, Ct);
        Assert.Equal(!isFarewell, await IsKnownAsync());

        async Task<bool> IsKnownAsync() => await guide.Get<ConversationReferences>().FindAsync(person.ConversationId, Ct) is not null;
    }

    private static Task<OutboxAddition> AddAsync(GuideOnKestrel guide, Person person, string key = "note", TimeSpan? after = null) => guide.Get<Outbox>().AddAsync(
        new OutboxMessage
        {
            Key = $"{person.ConversationId} {key}",
            Kind = "test",
            ConversationId = person.ConversationId,
            Activity = new OutboundActivity { Text = "Do not forget." },
            Due = after is { } wait ? guide.Get<TimeProvider>().GetUtcNow() + wait : null,
        }, Ct);

    private static async Task SendAsync(GuideOnKestrel guide, JsonObject activity)
    {
        using var response = await guide.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
