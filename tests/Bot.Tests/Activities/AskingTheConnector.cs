using Bot.Activities;
using Bot.Tests.Fakes;

namespace Bot.Tests.Activities;

public sealed class AskingTheConnector : IAsyncLifetime
{
    private BotOnKestrel _bot = null!;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private RecordingConnector Connector => _bot.Connector;

    private ConversationClient Client => _bot.Conversations;

    public async ValueTask InitializeAsync() => _bot = await BotOnKestrel.StartAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task AMember_ComesWithMailAddressAndPrincipalName()
    {
        Connector.Next(200, body: """
            {"id":"29:a","name":"Ann Example","objectId":"0b5a","givenName":"Ann","surname":"Example","email":"ann@example.nhs.uk",
             "userPrincipalName":"ann.example@example.nhs.uk","userRole":"user","tenantId":"t-1","somethingNew":{"x":1}}
            """);

        var fetched = await Client.MemberAsync(Connector.ServiceUrl, "19:b@thread.v2", "29:a/b", Now);

        Assert.Equal(DeliveryOutcome.Delivered, fetched.Outcome);
        Assert.Equal(
            ("29:a", "ann@example.nhs.uk", "ann.example@example.nhs.uk", "0b5a", "t-1"),
            (fetched.Value!.Id, fetched.Value.Email, fetched.Value.UserPrincipalName, fetched.Value.EntraId, fetched.Value.TenantId));
        var call = Assert.Single(Connector.Calls);
        Assert.Equal(("GET", "/amer/v3/conversations/19%3Ab%40thread.v2/members/29%3Aa%2Fb"), (call.Method, call.Target));
    }

    [Fact]
    public async Task SomebodyWhoIsNoMember_IsGone()
    {
        Connector.Next(404, body: """{"error":{"code":"MemberNotFoundInConversation","message":"no"}}""");

        var fetched = await Client.MemberAsync(Connector.ServiceUrl, "c", "29:a", Now);

        Assert.Equal(new Fetched<ConversationMember>(DeliveryOutcome.Gone, 404, null, "MemberNotFoundInConversation"), fetched);
    }

    [Fact]
    public async Task ARoster_IsReadPageByPage()
    {
        Connector
            .Next(200, body: """{"members":[{"id":"29:a"},{"id":"29:b"}],"continuationToken":"n=1&x/y"}""")
            .Next(200, body: """{"members":[{"id":"29:c"}]}""");

        var first = await Client.MembersAsync(Connector.ServiceUrl, "c", 2, null, Now);
        var second = await Client.MembersAsync(Connector.ServiceUrl, "c", 9_999, first.Value!.ContinuationToken, Now);

        Assert.Equal(["29:a", "29:b", "29:c"], first.Value.Members.Concat(second.Value!.Members).Select(member => member.Id));
        Assert.Null(second.Value.ContinuationToken);
        Assert.Equal(
            ["/amer/v3/conversations/c/pagedmembers?pageSize=2", "/amer/v3/conversations/c/pagedmembers?pageSize=500&continuationToken=n%3D1%26x%2Fy"],
            Connector.Calls.Select(call => call.Target));
    }

    [Fact]
    public async Task APersonalChat_IsOpenedWithOneMember()
    {
        Connector.Next(201, body: """{"id":"a:1xyz"}""");

        var opened = await Client.OpenPersonalAsync(Connector.ServiceUrl, "t-1", "29:a", Now);

        Assert.Equal("a:1xyz", opened.Value!.Id);
        var call = Assert.Single(Connector.Calls);
        Assert.Equal(("POST", "/amer/v3/conversations"), (call.Method, call.Target));
        Assert.Equal("""{"isGroup":false,"members":[{"id":"29:a"}],"tenantId":"t-1"}""", call.Body);
    }

    [Fact]
    public async Task AThread_IsOpenedWithItsFirstMessage()
    {
        Connector.Next(201, body: """{"id":"19:x@thread.tacv2;messageid=7","activityId":"7"}""");

        var opened = await Client.OpenThreadAsync(
            Connector.ServiceUrl, "t-1", "19:x@thread.tacv2", new OutboundActivity { Text = "New ticket" }, Now);

        Assert.Equal(("19:x@thread.tacv2;messageid=7", "7"), (opened.Value!.Id, opened.Value.ActivityId));
        Assert.Equal(
            """{"isGroup":true,"channelData":{"channel":{"id":"19:x@thread.tacv2"}},"activity":{"type":"message","text":"New ticket"},"tenantId":"t-1"}""",
            Assert.Single(Connector.Calls).Body);
    }

    [Fact]
    public async Task ATeamAndItsChannels_AreNamed()
    {
        Connector
            .Next(200, body: """{"id":"19:t","name":"Governors","aadGroupId":"g-1","channelCount":2,"memberCount":30,"type":"standard"}""")
            .Next(200, body: """{"conversations":[{"id":"19:t"},{"id":"19:u","name":"Papers","type":"standard"}]}""");

        var team = await Client.TeamAsync(Connector.ServiceUrl, "19:t", Now);
        var channels = await Client.ChannelsAsync(Connector.ServiceUrl, "19:t", Now);

        Assert.Equal(("Governors", "g-1", 30), (team.Value!.Name, team.Value.AadGroupId, team.Value.MemberCount));
        Assert.Equal([null, "Papers"], channels.Value!.Conversations.Select(channel => channel.Name));
        Assert.Equal(["/amer/v3/teams/19%3At", "/amer/v3/teams/19%3At/conversations"], Connector.Calls.Select(call => call.Target));
    }

    [Fact]
    public async Task AMeetingAndSomebodyInIt_AreDescribed()
    {
        Connector
            .Next(200, body: """{"details":{"id":"m","title":"Council of governors","type":"Scheduled","scheduledStartTime":"2026-12-01T10:00:00Z"},"conversation":{"id":"19:m"},"organizer":{"id":"29:o"}}""")
            .Next(200, body: """{"user":{"id":"29:a"},"meeting":{"role":"Presenter","inMeeting":true},"conversation":{"id":"19:m"}}""");

        var meeting = await Client.MeetingAsync(Connector.ServiceUrl, "MCMx", Now);
        var participant = await Client.ParticipantAsync(Connector.ServiceUrl, "MCMx", "0b5a", "t-1", Now);

        Assert.Equal(("Council of governors", "19:m", "29:o"), (meeting.Value!.Details!.Title, meeting.Value.Conversation!.Id, meeting.Value.Organizer!.Id));
        Assert.Equal(("Presenter", true), (participant.Value!.Meeting!.Role, participant.Value.Meeting.InMeeting));
        Assert.Equal(["/amer/v1/meetings/MCMx", "/amer/v1/meetings/MCMx/participants/0b5a?tenantId=t-1"], Connector.Calls.Select(call => call.Target));
    }

    [Fact]
    public async Task ATargetedMessage_IsMarkedInAddressAndReceiver()
    {
        var forOne = new OutboundActivity { Text = "Only you", Recipient = new ChannelAccount { Id = "29:a", IsTargeted = true } };

        await Client.SendAsync(Connector.ServiceUrl, "c", forOne, Now);
        await Client.UpdateAsync(Connector.ServiceUrl, "c", "m", forOne, Now);
        await Client.DeleteTargetedAsync(Connector.ServiceUrl, "c", "m", Now);

        Assert.All(Connector.Calls, call => Assert.EndsWith("?isTargetedActivity=true", call.Target, StringComparison.Ordinal));
        Assert.Equal("""{"type":"message","recipient":{"id":"29:a","isTargeted":true},"text":"Only you"}""", Connector.Calls[0].Body);
        Assert.Equal(["POST", "PUT", "DELETE"], Connector.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task AReaction_IsPutAndTakenBack()
    {
        await Client.ReactAsync(Connector.ServiceUrl, "c", "m", "like", Now);
        await Client.TakeBackReactionAsync(Connector.ServiceUrl, "c", "m", "like", Now);

        Assert.Equal(["PUT", "DELETE"], Connector.Calls.Select(call => call.Method));
        Assert.All(Connector.Calls, call => Assert.Equal("/amer/v3/conversations/c/activities/m/reactions/like", call.Target));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{"id":7}""")]
    public async Task AnAnswerThatCannotBeRead_IsAFailure(string body)
    {
        Connector.Next(200, body: body);

        var fetched = await Client.MemberAsync(Connector.ServiceUrl, "c", "29:a", Now);

        Assert.Equal(new Fetched<ConversationMember>(DeliveryOutcome.Failed, 200, null, "UnreadableAnswer"), fetched);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task AnIdThatWouldMeanAnotherAddress_IsNotCalled(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Client.TeamAsync(Connector.ServiceUrl, id, Now));

        Assert.Empty(Connector.Calls);
    }
}
