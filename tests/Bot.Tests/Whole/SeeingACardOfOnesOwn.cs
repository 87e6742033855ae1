using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Storage;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

public sealed class SeeingACardOfOnesOwn
{
    private const string Error = "application/vnd.microsoft.error";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("channel", "What is an STP?")]
    [InlineData("groupChat", "Which footprint is Barnsley in?")]
    public async Task ANo_IsShownOnlyToWhoSaidIt_WithWhatFollows(string kind, string question)
    {
        var guide = await SharedGuide.Instance;
        var asker = Person.New(kind);
        var card = await guide.AskAsync(question, asker);
        var reader = asker.Colleague();

        var reply = await guide.PressAsync(reader, CardReading.Button(card, "No, it did not"));

        Assert.Equal(AdaptiveCard.ContentType, reply.GetProperty("type").GetString());
        var own = reply.GetProperty("value");
        Assert.Equal(CardReading.Heading(card), CardReading.Heading(own));
        Assert.Contains("You said that this did not help. Only you see this.", CardReading.VisibleText(own), StringComparison.Ordinal);
        Assert.Equal([reader.UserId], Users(own));
        Assert.Contains(Titles(own), title => title == "Tell us what was wrong");
        Assert.Contains(Titles(own), title => title == "Ask a person");
        Assert.DoesNotContain(Titles(card), title => title == "Tell us what was wrong");
        Assert.Equal([asker.UserId], Users(card));
        Assert.Empty(guide.SentTo(reader));
    }

    [Fact]
    public async Task OnOpening_EachPersonSeesWhatTheySaid()
    {
        var guide = await SharedGuide.Instance;
        var asker = Person.New("channel");
        var card = await guide.AskAsync("What is an STP?", asker);
        var (critic, fan, silent) = (asker.Colleague(), asker.Colleague(), asker.Colleague());
        await guide.PressAsync(critic, CardReading.Button(card, "No, it did not"));
        await guide.PressAsync(fan, CardReading.Button(card, "Yes, it helped"));
        await guide.FlushAsync();

        Assert.Contains("did not help", await OpenedAsync(guide, critic, card), StringComparison.Ordinal);
        Assert.Contains("You said that this helped", await OpenedAsync(guide, fan, card), StringComparison.Ordinal);
        Assert.Contains("Was this helpful?", await OpenedAsync(guide, silent, card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TellingWhatWasWrong_OpensAForm_AndKeepsTheWords()
    {
        await using var guide = await GuideOnKestrel.StartAsync();
        var person = Person.New("channel");
        var card = await guide.AskAsync("What is an STP?", person);
        var own = (await guide.PressAsync(person, CardReading.Button(card, "No, it did not"))).GetProperty("value");
        var button = Actions(own).Single(a => a.GetProperty("title").GetString() == "Tell us what was wrong");

        var form = await DialogAsync(guide, person, "task/fetch", JsonNode.Parse(button.GetProperty("data").GetRawText())!);
        var data = JsonNode.Parse(form.GetProperty("value").GetProperty("card").GetProperty("content").GetProperty("actions")[0].GetProperty("data").GetRawText())!;
        data["reasons"] = "other";
        data["words"] = "I asked about plans, not bodies. My email is sam@example.org";
        var thanks = await DialogAsync(guide, person, "task/submit", data);

        Assert.Equal("message", thanks.GetProperty("type").GetString());
        Assert.Contains("I dropped personal details", thanks.GetProperty("value").GetString(), StringComparison.Ordinal);
        await guide.FlushAsync();
        var kept = Assert.Single(await guide.Get<FeedbackRows>().LatestWordsAsync(5, Ct));
        Assert.StartsWith("It does not answer my question. I asked about plans", kept.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("sam@", kept.Words, StringComparison.Ordinal);
        Assert.Equal([new FeedbackCount { ArticleId = "stp", NotHelpful = 1 }], await guide.Get<FeedbackRows>().CountAsync(Ct));
    }

    [Fact]
    public async Task AskingForAPerson_IsAnsweredWhereOnlyThatPersonLooks()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New("channel");
        var card = await guide.AskAsync("What is an STP?", person);

        var reply = await guide.PressAsync(person, CardReading.Button(card, "Ask a person"));

        Assert.StartsWith("Ask your trust secretary", reply.GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Empty(guide.SentTo(person));
    }

    [Fact]
    public async Task AnAnswerThatChanged_SaysSo_WhenItIsOpened()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New("channel");
        var card = await guide.AskAsync("What is an STP?", person);

        Assert.DoesNotContain("has changed", await OpenedAsync(guide, person, card), StringComparison.Ordinal);
        Assert.StartsWith("This answer has changed since it was posted.", await OpenedAsync(guide, person, card, ("was", "00000000")), StringComparison.Ordinal);
        Assert.StartsWith("Answer withdrawn", await OpenedAsync(guide, person, card, ("article", "no-such-article")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InAChatOfTwo_ACardIsDrawnAnewOnlyWhenAsked()
    {
        var card = await (await SharedGuide.Instance).AskAsync("What is an STP?");

        Assert.Empty(Users(card));
        Assert.Equal("answer-view", card.GetProperty("refresh").GetProperty("action").GetProperty("verb").GetString());
    }

    [Theory]
    [InlineData("answer", """{"article":"no-such-article"}""")]
    [InlineData("record", """{"intent":"Status","key":"system:none"}""")]
    [InlineData("no-such-verb", "{}")]
    public async Task WhatIsGone_IsAnError_ThatSaysWhatToDo(string verb, string data)
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var press = person.Invokes("adaptiveCard/action", guide.Connector.ServiceUrl);
        press["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = JsonNode.Parse(data) } };

        var reply = await JsonAsync(guide, press);

        Assert.Equal(Error, reply.GetProperty("type").GetString());
        Assert.Equal(400, reply.GetProperty("statusCode").GetInt32());
        Assert.Contains("question", reply.GetProperty("value").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static async Task<string> OpenedAsync(GuideOnKestrel guide, Person person, JsonElement card, (string Name, string Value)? changed = null)
    {
        var refresh = JsonNode.Parse(card.GetProperty("refresh").GetProperty("action").GetRawText())!;
        if (changed is var (name, value))
            refresh["data"]![name] = value;
        var reply = await guide.PressAsync(person, JsonElement.Parse(refresh.ToJsonString()));
        Assert.Equal(AdaptiveCard.ContentType, reply.GetProperty("type").GetString());
        return CardReading.VisibleText(reply.GetProperty("value"));
    }

    private static async Task<JsonElement> DialogAsync(GuideOnKestrel guide, Person person, string name, JsonNode data) =>
        (await JsonAsync(guide, person.Dialog(name, data, guide.Connector.ServiceUrl))).GetProperty("task");

    private static async Task<JsonElement> JsonAsync(GuideOnKestrel guide, JsonNode activity)
    {
        using var response = await guide.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct));
    }

    private static string[] Users(JsonElement card) => [.. card.GetProperty("refresh").GetProperty("userIds").EnumerateArray().Select(id => id.GetString()!)];

    private static IEnumerable<string?> Titles(JsonElement card) => Actions(card).Select(a => a.GetProperty("title").GetString());

    private static IEnumerable<JsonElement> Actions(JsonElement card) => card.GetProperty("body").EnumerateArray()
        .Where(part => part.TryGetProperty("actions", out _)).SelectMany(part => part.GetProperty("actions").EnumerateArray());
}
