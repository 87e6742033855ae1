using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Activities;
using Bot.Files;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Support;
using Bot.Tests.Whole;
using Bot.Turns;
using Dapper;

namespace Bot.Tests.Files;

public sealed class HandingOverFiles : IAsyncLifetime
{
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static readonly byte[] Pack = Encoding.UTF8.GetBytes("the whole meeting pack");

    private readonly FakeTime _time = new();
    private GuideOnKestrel _guide = null!;
    private FileServer _drive = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _guide = await GuideOnKestrel.StartAsync(new() { Time = _time });
        _drive = await FileServer.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _guide.DisposeAsync();
        await _drive.DisposeAsync();
    }

    [Fact]
    public async Task InAPersonalChat_TeamsAsksForConsent()
    {
        var offer = await OfferAsync(Person.New(), name: "../Barnsley: pack?.docx");

        Assert.Equal("application/vnd.microsoft.teams.card.file.consent", offer.GetProperty("contentType").GetString());
        Assert.Equal("Barnsley- pack-.docx", offer.GetProperty("name").GetString());
        var content = offer.GetProperty("content");
        Assert.Equal(Pack.Length, content.GetProperty("sizeInBytes").GetInt32());
        Assert.Equal("Your meeting pack.", content.GetProperty("description").GetString());
        Assert.Equal(40, content.GetProperty("acceptContext").GetProperty("offer").GetString()!.Length);
    }

    [Fact]
    public async Task AnAcceptedFile_IsPutWhole_ShownAndForgotten()
    {
        var person = Person.New();
        var offer = await OfferAsync(person);

        await AnswerAsync(person, offer);

        var put = Assert.Single(_drive.Calls);
        Assert.Equal("PUT", put.Method);
        Assert.Equal(Pack, put.Body);
        Assert.Equal($"bytes 0-{Pack.Length - 1}/{Pack.Length}", put.Headers["Content-Range"]);
        Assert.False(put.Headers.ContainsKey("Authorization"));
        var sent = await _guide.SentToAsync(person, 3);
        var saved = sent[1].GetProperty("attachments")[0];
        Assert.Equal("application/vnd.microsoft.teams.card.file.info", saved.GetProperty("contentType").GetString());
        Assert.Equal("pack.docx", saved.GetProperty("name").GetString());
        Assert.StartsWith("https://trust-my.sharepoint.com/", saved.GetProperty("contentUrl").GetString(), StringComparison.Ordinal);
        Assert.Equal("docx", saved.GetProperty("content").GetProperty("fileType").GetString());
        Assert.Contains("I deleted my copy", CardReading.VisibleText(GuideOnKestrel.CardOf(sent[2])), StringComparison.Ordinal);
        Assert.Equal("PUT", _guide.Connector.Calls[^1].Method);
        Assert.Equal(0, await RowsAsync());
    }

    [Fact]
    public async Task ADeclinedFile_IsForgotten()
    {
        var person = Person.New();
        var offer = await OfferAsync(person);

        await AnswerAsync(person, offer, accept: false);

        Assert.Empty(_drive.Calls);
        Assert.Equal(0, await RowsAsync());
        var sent = await _guide.SentToAsync(person, 2);
        Assert.Contains("was not saved", CardReading.VisibleText(GuideOnKestrel.CardOf(sent[1])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PressedTwice_IsSavedOnce()
    {
        var person = Person.New();
        var offer = await OfferAsync(person);

        await Task.WhenAll(AnswerAsync(person, offer), AnswerAsync(person, offer), AnswerAsync(person, offer));

        Assert.Single(_drive.Calls);
        Assert.Equal(2, (await _guide.SentToAsync(person, 5)).Count(IsGone));
    }

    [Fact]
    public async Task AfterAnHour_ItIsNoLongerOffered_AndItsRowIsSwept()
    {
        var person = Person.New();
        var offer = await OfferAsync(person);
        _time.Advance(OfferedFiles.Kept);

        await AnswerAsync(person, offer);

        Assert.Empty(_drive.Calls);
        Assert.True(IsGone((await _guide.SentToAsync(person, 2))[1]));
        await _guide.Get<OfferedFiles>().SweepAsync(Ct);
        Assert.Equal(0, await RowsAsync());
    }

    [Fact]
    public async Task FromAnotherConversation_NothingIsHandedOver()
    {
        var offer = await OfferAsync(Person.New());
        var stranger = Person.New();

        await AnswerAsync(stranger, offer);
        await AnswerAsync(stranger, offer, accept: false);

        Assert.Empty(_drive.Calls);
        Assert.Equal(1, await RowsAsync());
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(202)]
    [InlineData(503)]
    [InlineData(302)]
    public async Task WhereItCannotBeSaved_ItIsOfferedAgain_AndThenSaved(int status)
    {
        var person = Person.New();
        _drive.Next(status);
        await AnswerAsync(person, await OfferAsync(person));

        var sent = await _guide.SentToAsync(person, 3);
        Assert.Contains("could not be saved", sent[1].GetProperty("text").GetString(), StringComparison.Ordinal);
        await AnswerAsync(person, sent[2].GetProperty("attachments")[0]);

        Assert.Equal(2, _drive.Calls.Count);
        Assert.Equal(0, await RowsAsync());
    }

    [Theory]
    [InlineData("https://evil.example/put")]
    [InlineData("http://trust-my.sharepoint.com/put")]
    [InlineData("https://trust-my.sharepoint.com.evil.example/put")]
    [InlineData("https://user@trust-my.sharepoint.com/put")]
    [InlineData("https://trust-my.sharepoint.com:8443/put")]
    [InlineData("file:///etc/passwd")]
    public async Task AnUploadAddressThatIsNotAllowed_GetsNothing(string address)
    {
        var person = Person.New();
        var offer = await OfferAsync(person);

        using var response = await _guide.PostAsync(person.AnswersAnOffer(Context(offer), new Uri(address), _guide.Connector.ServiceUrl));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await _guide.SentToAsync(person, 3);
        Assert.Single(_guide.Log.Of(1700));
    }

    [Fact]
    public async Task ASlowUpload_IsFinishedBehindTheInvoke()
    {
        var person = Person.New();
        var offer = await OfferAsync(person);
        var arrived = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        _drive.Next(async http =>
        {
            arrived.SetResult();
            await goOn.Task;
            http.Response.StatusCode = 200;
        });

        var answering = AnswerAsync(person, offer);
        await arrived.Task;
        // The wait may begin a moment after the upload has arrived.
        while (!answering.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(0.5));
            await Task.WhenAny(answering, Task.Delay(20, Ct));
        }

        await answering;
        Assert.Single(_guide.SentTo(person));
        goOn.SetResult();

        Assert.Equal(3, (await _guide.SentToAsync(person, 3)).Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"action":"accept","context":{"offer":"0123456789abcdef0123456789abcdef01234567"}}""")]
    [InlineData("""{"action":"maybe","context":{"offer":"0123456789abcdef0123456789abcdef01234567"}}""")]
    [InlineData("""{"action":"accept","context":"x","uploadInfo":{}}""")]
    [InlineData("""{"action":"decline","context":{"offer":5}}""")]
    public async Task AMalformedAnswer_Gives400(string value)
    {
        var answer = Person.New().AnswersAnOffer(JsonElement.Parse("{}"), null, _guide.Connector.ServiceUrl);
        answer["value"] = JsonNode.Parse(value);

        using var response = await _guide.PostAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static JsonElement Context(JsonElement offer) => offer.GetProperty("content").GetProperty("acceptContext");

    private static bool IsGone(JsonElement message) =>
        message.TryGetProperty("text", out var text) && text.GetString()!.StartsWith("That file is no longer offered", StringComparison.Ordinal);

    private async Task<JsonElement> OfferAsync(Person person, string name = "pack.docx")
    {
        var activity = JsonSerializer.Deserialize(person.Says("pack", _guide.Connector.ServiceUrl), ActivityJson.Default.Activity)!;
        var replies = new ConnectorReplies(_guide.Get<ConversationClient>(), _guide.Connector.ServiceUrl, activity);
        await _guide.Get<FileOffers>().OfferAsync(new TurnContext(activity, null, "pack", replies, _time), name, Type, "Your meeting pack.", Pack, Ct);
        return Assert.Single(Assert.Single(_guide.SentTo(person)).GetProperty("attachments").EnumerateArray());
    }

    private async Task AnswerAsync(Person person, JsonElement offer, bool accept = true)
    {
        using var response = await _guide.PostAsync(
            person.AnswersAnOffer(Context(offer), accept ? new Uri(_drive.Address, "/drive/pack.docx?session=1") : null, _guide.Connector.ServiceUrl));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("{}", await response.Content.ReadAsStringAsync(Ct));
    }

    private async Task<long> RowsAsync()
    {
        await using var connection = await _guide.Get<Database>().OpenAsync(Ct);
        return await connection.ExecuteScalarAsync<long>("select count(*) from file_offer");
    }
}
