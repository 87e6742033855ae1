using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Cards;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Features.Compose;

public sealed class AskingAboutAMessage
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<p>Morning all. Can anybody tell me&nbsp;what an <strong>ICS</strong> is?</p>", "html")]
    [InlineData("what is an ICS", "text")]
    public async Task AMessage_GetsAnAnswer_ThatIsInserted(string words, string type)
    {
        var somebody = await SomebodyAsync();

        var dialog = await somebody.AskAboutAsync(words, type);

        Assert.Contains("integrated care system", CardReading.VisibleText(dialog), StringComparison.OrdinalIgnoreCase);
        var inserted = (await somebody.PressAsync(dialog, "Insert this answer")).GetProperty("composeExtension");
        Assert.Equal("result", inserted.GetProperty("type").GetString());
        var card = Assert.Single(inserted.GetProperty("attachments").EnumerateArray()).GetProperty("content");
        Assert.Contains("Sources: ", CardReading.VisibleText(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralQuestions_GetSeveralAnswers_EachWithItsButton()
    {
        var dialog = await (await SomebodyAsync()).AskAboutAsync("<div>What is an ICS?</div><div>Which footprint is Barnsley in?</div>");

        Assert.Equal(2, Composing.Submits(dialog).Count(button => button.GetProperty("title").GetString() == "Insert this answer"));
        Assert.Contains("Barnsley", CardReading.VisibleText(dialog), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>Lunch at one?</p>")]
    [InlineData("<p></p>")]
    [InlineData("<img src='x' alt='which footprint'>")]
    [InlineData("<p>Which footprint is Hogwarts in?</p>")]
    public async Task WhatIsNotCovered_IsRefusedHonestly_WithAPersonToAsk(string html)
    {
        var dialog = await (await SomebodyAsync()).AskAboutAsync(html);

        Assert.Equal("Not covered in this guide", CardReading.Heading(dialog));
        Assert.Contains("Ask ", CardReading.VisibleText(dialog), StringComparison.Ordinal);
        Assert.Empty(Composing.Submits(dialog));
    }

    [Fact]
    public async Task AnAmbiguousName_IsAChoice_WhoseAnswerOpensAndIsInserted()
    {
        var somebody = await SomebodyAsync();
        var dialog = await somebody.AskAboutAsync("<p>which footprint is Newcastle in?</p>");
        Assert.Equal("Choose what is meant", CardReading.Heading(dialog));

        var first = Composing.Submits(dialog).First().GetProperty("title").GetString()!;
        var opened = Composing.CardOf(await somebody.PressAsync(dialog, first));

        Assert.Single(Composing.Submits(opened), button => button.GetProperty("title").GetString() == "Insert this answer");
    }

    [Fact]
    public async Task NothingOfTheMessage_IsKeptOrLogged()
    {
        var folder = Directory.CreateTempSubdirectory("icsguide-compose-").FullName;
        try
        {
            await using (var guide = await GuideOnKestrel.StartAsync(new() { DatabaseFolder = folder }))
            {
                var somebody = new Composing(guide, Person.New());
                await somebody.AskAboutAsync("<p>Zebedee Quillfeather told me in confidence: what is an ICS?</p>");
                await somebody.AskAboutAsync("<p>Zebedee Quillfeather, NHS number 943 476 5919, what shall we do?</p>");
                await somebody.TypeAsync("Quillfeather ics");
                await guide.FlushAsync();
                Assert.DoesNotContain(guide.Log.Entries, entry => entry.Text.Contains("Quillfeather", StringComparison.OrdinalIgnoreCase));
            }

            Assert.All(Directory.GetFiles(folder), file =>
                Assert.DoesNotContain("quillfeather", Encoding.UTF8.GetString(File.ReadAllBytes(file)), StringComparison.OrdinalIgnoreCase));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("""{"commandId":"ask"}""")]
    [InlineData("""{"commandId":"ask","messagePayload":7}""")]
    [InlineData("""{"commandId":"ask","messagePayload":{"body":{"content":{}}}}""")]
    public async Task AMessageWithoutWords_IsRefusedKindly(string value)
    {
        var answer = await (await SomebodyAsync()).InvokeAsync("composeExtension/fetchTask", JsonNode.Parse(value));

        Assert.Equal("Not covered in this guide", CardReading.Heading(Composing.CardOf(answer)));
    }

    [Theory]
    [InlineData("""{"commandId":"ask"}""")]
    [InlineData("""{"commandId":"ask","data":{"verb":"insert"}}""")]
    [InlineData("""{"commandId":"ask","data":{"verb":"steal","answer":"ics"}}""")]
    public async Task AMalformedPress_Gives400(string value)
    {
        using var response = await (await SomebodyAsync()).PostAsync("composeExtension/submitAction", JsonNode.Parse(value));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("not-an-article")]
    [InlineData("records/")]
    [InlineData("records/WhichFootprint/place:atlantis")]
    [InlineData("records/99/place:barnsley")]
    public async Task AnAnswerThatIsGone_IsSaidInWords(string key)
    {
        var value = new JsonObject { ["commandId"] = "ask", ["data"] = new JsonObject { ["verb"] = "insert", ["answer"] = key } };

        var answer = await (await SomebodyAsync()).InvokeAsync("composeExtension/submitAction", value);

        Assert.Equal("message", answer.GetProperty("task").GetProperty("type").GetString());
    }

    [Fact]
    public async Task TheDialogs_AreDrawnWhole_AndValid()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var somebody = new Composing(guide, person);
        await guide.PressAsync(person, CardReading.Button(await guide.AskAsync("Which footprint is Barnsley in?", person), "Keep this answer"));
        await guide.PressAsync(person, CardReading.Button(await guide.AskAsync("What is an ICS?", person), "Keep this answer"));
        var cards = new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["ask-answered"] = Bytes(await somebody.AskAboutAsync("<p>What is an ICS?</p>")),
            ["ask-choice"] = Bytes(await somebody.AskAboutAsync("<p>which footprint is Newcastle in?</p>")),
            ["ask-refused"] = Bytes(await somebody.AskAboutAsync("<p>Lunch?</p>")),
            ["kept-list"] = Bytes(await somebody.OpenKeptAsync()),
        };

        foreach (var (name, card) in cards) await CardRendering.CheckAsync(name, card);
        Assert.Empty(await OfficialSchema.MistakesAsync(cards, Ct));
    }

    private static byte[] Bytes(JsonElement card) => JsonSerializer.SerializeToUtf8Bytes(card);

    private static async Task<Composing> SomebodyAsync() => new(await SharedGuide.Instance, Person.New());
}
