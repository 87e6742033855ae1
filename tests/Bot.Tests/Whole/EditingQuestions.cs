using System.Text.Json.Nodes;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

public sealed class EditingQuestions
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("personal", "TeamsMessageEdit")]
    [InlineData("channel", "TeamsMessageEdit")]
    [InlineData("personal", "TeamsMessageUndelete")]
    public async Task AnEditedQuestion_IsAnsweredInPlaceOfTheFirstAnswer(string kind, string recorded)
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New(kind);
        var question = person.Says("What is an ICS?", guide.Connector.ServiceUrl);
        await guide.SendAsync(question);
        await guide.SentToAsync(person, 1);

        await guide.SendAsync(person.Edits(question, "What is an STP?", guide.Connector.ServiceUrl, recorded));

        var calls = await CallsAsync(guide, person, 2);
        Assert.Equal(["POST", "PUT"], calls.Select(call => call.Method));
        Assert.EndsWith("/activities/" + await AnswerIdAsync(guide, person, question), calls[1].Target, StringComparison.Ordinal);
        Assert.Contains("sustainability and transformation", CardReading.VisibleText(GuideOnKestrel.CardOf(calls[1].Json)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoEdits_ChangeTheSameAnswerTwice()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var question = person.Says("What is an ICS?", guide.Connector.ServiceUrl);
        await guide.SendAsync(question);

        await guide.SendAsync(person.Edits(question, "What is an STP?", guide.Connector.ServiceUrl));
        await guide.SendAsync(person.Edits(question, "What is an ICB?", guide.Connector.ServiceUrl));

        var calls = await CallsAsync(guide, person, 3);
        Assert.Equal(["POST", "PUT", "PUT"], calls.Select(call => call.Method));
        Assert.Equal(calls[1].Target, calls[2].Target);
    }

    [Fact]
    public async Task AnEditOfAnUnknownMessage_IsAnsweredAnew()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();

        await guide.SendAsync(person.Edits(person.Says("What is an ICS?"), "What is an STP?", guide.Connector.ServiceUrl));

        Assert.Equal("POST", Assert.Single(await CallsAsync(guide, person, 1)).Method);
    }

    [Fact]
    public async Task WhereTheAnswerIsGone_TheEditIsAnsweredAnew()
    {
        await using var guide = await GuideOnKestrel.StartAsync();
        var person = Person.New();
        var question = person.Says("What is an ICS?", guide.Connector.ServiceUrl);
        await guide.SendAsync(question);
        await guide.SentToAsync(person, 1);
        guide.Connector.Next(404);

        await guide.SendAsync(person.Edits(question, "What is an STP?", guide.Connector.ServiceUrl));

        Assert.Equal(["POST", "PUT", "POST"], (await CallsAsync(guide, person, 3)).Select(call => call.Method));
    }

    [Fact]
    public async Task FewerQuestionsThanBefore_SayThatTheOtherAnswersNoLongerApply()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var question = person.Says("What is an ICS? And what is an STP?", guide.Connector.ServiceUrl);
        await guide.SendAsync(question);
        var first = await CallsAsync(guide, person, 2);

        await guide.SendAsync(person.Edits(question, "What is an ICB?", guide.Connector.ServiceUrl));

        var calls = await CallsAsync(guide, person, 4);
        Assert.All(first, call => Assert.Equal("POST", call.Method));
        Assert.Equal(["PUT", "PUT"], calls.Skip(2).Select(call => call.Method));
        Assert.Equal("You edited your question, so this answer no longer applies.", CardReading.VisibleText(GuideOnKestrel.CardOf(calls[3].Json)));
    }

    [Fact]
    public async Task ADeletedMessage_IsForgotten_WithoutAWord()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var url = guide.Connector.ServiceUrl;
        var question = person.Says("Which footprint is Barnsley in?", url);
        await guide.SendAsync(question);
        await guide.SentToAsync(person, 1);
        await guide.FlushAsync();
        Assert.NotNull(await guide.Get<LastTurns>().ReadAsync(person.ConversationId, person.UserId, Ct));

        await guide.SendAsync(person.Deletes(question, url));
        await guide.SendAsync(person.Says("hello", url));

        Assert.Equal(2, (await CallsAsync(guide, person, 2)).Count);
        await guide.FlushAsync();
        Assert.Empty(await guide.Get<GivenAnswers>().ToAsync(person.ConversationId, question["id"]!.GetValue<string>(), Ct));
    }

    [Fact]
    public async Task DeletingAnOlderMessage_LeavesTheLatestToLeanOn()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var url = guide.Connector.ServiceUrl;
        var older = person.Says("What is an ICS?", url);
        await guide.SendAsync(older);
        await guide.SendAsync(person.Says("Which footprint is Barnsley in?", url));
        await guide.SentToAsync(person, 2);

        await guide.SendAsync(person.Deletes(older, url));
        await guide.SendAsync(person.Says("And Leeds?", url));

        var answer = GuideOnKestrel.CardOf((await guide.SentToAsync(person, 3))[2]);
        Assert.Contains("Leeds", CardReading.VisibleText(answer), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<ConnectorCall>> CallsAsync(GuideOnKestrel guide, Person person, int count)
    {
        await guide.SentToAsync(person, count);
        return guide.CallsOf(person);
    }

    private static async Task<string> AnswerIdAsync(GuideOnKestrel guide, Person person, JsonObject question) =>
        (await guide.Get<GivenAnswers>().ToAsync(person.ConversationId, question["id"]!.GetValue<string>(), Ct)).Single().AnswerId;
}
