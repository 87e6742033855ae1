using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Storage;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

public sealed class ReactingToAnswers : IAsyncLifetime
{
    private GuideOnKestrel _guide = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Uri Url => _guide.Connector.ServiceUrl;

    public async ValueTask InitializeAsync() => _guide = await GuideOnKestrel.StartAsync();

    public ValueTask DisposeAsync() => _guide.DisposeAsync();

    [Theory]
    [InlineData("like")]
    [InlineData("heart")]
    public async Task ALikedAnswer_CountsAsHelpful_UntilTheLikeIsTakenBack(string reaction)
    {
        var (person, answer) = await AnsweredAsync();

        await SendAsync(person, person.ReactsTo(answer, Url, reaction));
        Assert.Equal([new FeedbackCount { ArticleId = "stp", Helpful = 1 }], await CountAsync());

        await SendAsync(person, person.ReactsTo(answer, Url, reaction, removed: true));
        Assert.Empty(await CountAsync());
    }

    [Theory]
    [InlineData("sad")]
    [InlineData("laugh")]
    [InlineData("1f44e_thumbsdown")]
    public async Task OtherReactions_SayNothing(string reaction)
    {
        var (person, answer) = await AnsweredAsync();

        await SendAsync(person, person.ReactsTo(answer, Url, reaction));

        Assert.Empty(await CountAsync());
    }

    [Fact]
    public async Task AButtonAThumbAndALike_AreOneVote()
    {
        var (person, answer) = await AnsweredAsync();
        var card = GuideOnKestrel.CardOf(_guide.SentTo(person)[0]);

        await _guide.PressAsync(person, CardReading.Button(card, "No, it did not"));
        await SendAsync(person, person.ReactsTo(answer, Url));
        Assert.Equal([new FeedbackCount { ArticleId = "stp", Helpful = 1 }], await CountAsync());

        await ThumbAsync(person, answer, "dislike");
        Assert.Equal([new FeedbackCount { ArticleId = "stp", NotHelpful = 1 }], await CountAsync());
    }

    [Fact]
    public async Task AnAnswer_CarriesTheThumbsOfTeams_AndARefusalDoesNot()
    {
        var (person, _) = await AnsweredAsync();
        await _guide.SendAsync(person.Says("What will the weather be tomorrow?", Url));
        var sent = await _guide.SentToAsync(person, 2);

        Assert.Equal("""{"feedbackLoop":{"type":"custom"}}""", sent[0].GetProperty("channelData").GetRawText());
        Assert.False(sent[1].TryGetProperty("channelData", out _));
    }

    [Theory]
    [InlineData("dislike", "Say what was wrong")]
    [InlineData("like", "Say what helped")]
    public async Task AThumb_OpensOurForm(string reaction, string heading)
    {
        var (person, answer) = await AnsweredAsync();

        var task = (await JsonAsync(person.Thumbs(answer, "TeamsFeedbackFetch", reaction, Url))).GetProperty("task");

        var card = task.GetProperty("value").GetProperty("card").GetProperty("content");
        Assert.Equal("continue", task.GetProperty("type").GetString());
        Assert.Equal(heading, CardReading.Heading(card));
        Assert.Contains("without your name", CardReading.VisibleText(card), StringComparison.Ordinal);
        Assert.Empty(await CountAsync());
    }

    [Fact]
    public async Task AThumbsForm_IsAnsweredWithAnEmptyObject_AndKeptWithoutAName()
    {
        var (person, answer) = await AnsweredAsync();

        await ThumbAsync(person, answer, "dislike");

        Assert.Equal([new FeedbackCount { ArticleId = "stp", NotHelpful = 1 }], await CountAsync());
        var words = Assert.Single(await _guide.Get<FeedbackRows>().LatestWordsAsync(10, Ct));
        Assert.Equal("It is wrong or out of date. It is hard to understand. The date is last year's.", words.Words);
        Assert.Equal("stp", words.ArticleId);
    }

    [Theory]
    [InlineData("""{"actionName":"feedback"}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"shrug"}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"not JSON"}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"[1]"}}""")]
    [InlineData("[]")]
    public async Task ADamagedForm_IsAnsweredWithAnEmptyObjectToo(string value)
    {
        var (person, answer) = await AnsweredAsync();
        var activity = person.Thumbs(answer, "TeamsFeedbackSubmit", "like", Url);
        activity["value"] = JsonNode.Parse(value);

        Assert.Equal("{}", await BodyAsync(activity));
    }

    [Fact]
    public async Task PersonalDetails_AreDroppedFromWhatIsWritten()
    {
        var (person, answer) = await AnsweredAsync();
        var activity = person.Thumbs(answer, "TeamsFeedbackSubmit", "dislike", Url);
        activity["value"]!["actionValue"]!["feedback"] = """{"words":"Ring me on 07700 900123, NHS number 943 476 5919"}""";

        await BodyAsync(activity);

        await _guide.FlushAsync();
        var words = Assert.Single(await _guide.Get<FeedbackRows>().LatestWordsAsync(10, Ct)).Words;
        Assert.DoesNotContain("07700", words, StringComparison.Ordinal);
        Assert.DoesNotContain("943", words, StringComparison.Ordinal);
    }

    private async Task<(Person Person, string Answer)> AnsweredAsync()
    {
        var person = Person.New();
        var question = person.Says("What is an STP?", Url);
        await _guide.SendAsync(question);
        // Which message answered is known a moment after it was sent.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        IReadOnlyList<GivenAnswer> given;
        while ((given = await _guide.Get<GivenAnswers>().ToAsync(person.ConversationId, question["id"]!.GetValue<string>(), limit.Token)).Count == 0)
            await Task.Delay(10, limit.Token);
        return (person, Assert.Single(given).AnswerId);
    }

    // Turns of one conversation are taken in order: once the greeting is answered, the one before is done.
    private async Task SendAsync(Person person, JsonObject activity)
    {
        var before = _guide.SentTo(person).Count;
        await _guide.SendAsync(activity);
        await _guide.SendAsync(person.Says("hello", Url));
        await _guide.SentToAsync(person, before + 1);
    }

    private async Task ThumbAsync(Person person, string answer, string reaction) =>
        Assert.Equal("{}", await BodyAsync(person.Thumbs(answer, "TeamsFeedbackSubmit", reaction, Url)));

    private async Task<JsonElement> JsonAsync(JsonObject activity) => JsonElement.Parse(await BodyAsync(activity));

    private async Task<string> BodyAsync(JsonObject activity)
    {
        using var response = await _guide.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Ct);
    }

    private async Task<IReadOnlyList<FeedbackCount>> CountAsync()
    {
        await _guide.FlushAsync();
        return await _guide.Get<FeedbackRows>().CountAsync(Ct);
    }
}
