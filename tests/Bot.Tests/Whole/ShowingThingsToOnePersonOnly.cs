using Bot.Tests.Fakes;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

public sealed class ShowingThingsToOnePersonOnly
{
    private const string Flag = "?isTargetedActivity=true";

    [Theory]
    [InlineData("groupChat", "What will the weather be tomorrow?")]
    [InlineData("channel", "Which trust am I with?")]
    public async Task WhereItIsOn_ARefusalIsSeenByTheAskerAlone(string kind, string question)
    {
        await using var guide = await StartAsync(on: true);
        var person = Person.New(kind);

        var call = await FirstCallAsync(guide, person, question);

        Assert.EndsWith("/activities" + Flag, call.Target, StringComparison.Ordinal);
        Assert.True(call.Json.GetProperty("recipient").GetProperty("isTargeted").GetBoolean());
        Assert.Equal(person.UserId, call.Json.GetProperty("recipient").GetProperty("id").GetString());
        Assert.Single(guide.CallsOf(person));
    }

    [Theory]
    [InlineData(true, "channel", "What is an STP?")]
    [InlineData(true, "personal", "What will the weather be tomorrow?")]
    [InlineData(false, "channel", "What will the weather be tomorrow?")]
    public async Task AnAnswer_APrivateChatAndTheSettingOff_AreAsEver(bool on, string kind, string question)
    {
        await using var guide = await StartAsync(on);

        Assert.DoesNotContain(Flag, (await FirstCallAsync(guide, Person.New(kind), question)).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTeamsDoesNotTakeIt_AnOrdinaryReplyFollows()
    {
        await using var guide = await StartAsync(on: true);
        guide.Connector.Next(400);
        var person = Person.New("channel");

        await FirstCallAsync(guide, person, "What will the weather be tomorrow?");
        await guide.SentToAsync(person, 2);

        var calls = guide.CallsOf(person);
        Assert.EndsWith(Flag, calls[0].Target, StringComparison.Ordinal);
        Assert.DoesNotContain(Flag, calls[1].Target, StringComparison.Ordinal);
        Assert.Equal("Not covered in this guide", CardReading.Heading(GuideOnKestrel.CardOf(calls[1].Json)));
    }

    private static Task<GuideOnKestrel> StartAsync(bool on) =>
        GuideOnKestrel.StartAsync(new() { Settings = [("Bot:TargetedReplies", on ? "true" : "false")] });

    private static async Task<ConnectorCall> FirstCallAsync(GuideOnKestrel guide, Person person, string question)
    {
        await guide.SendAsync(person.Says(question, guide.Connector.ServiceUrl));
        await guide.SentToAsync(person, 1);
        return guide.CallsOf(person)[0];
    }
}
