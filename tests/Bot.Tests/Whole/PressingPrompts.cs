using System.Text.Json;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

public sealed class PressingPrompts
{
    private const string Note = "application/vnd.microsoft.activity.message";

    [Fact]
    public async Task AsExecute_TheAnswerComesAsANewMessage_AndTheCardStays()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var card = await guide.AskAsync("What is an STP?", person);
        var article = CardReading.Prompts(card)[0];

        var reply = await guide.PressAsync(person, CardReading.Button(card, BuiltInContent.Button(article)));

        Assert.Equal(200, reply.GetProperty("statusCode").GetInt32());
        Assert.Equal(Note, reply.GetProperty("type").GetString());
        Assert.Equal("The answer is below.", reply.GetProperty("value").GetString());
        var sent = Assert.Single(await guide.SentToAsync(person, 1));
        Assert.Equal(BuiltInContent.Heading(article), CardReading.Heading(GuideOnKestrel.CardOf(sent)));
        Assert.StartsWith(BuiltInContent.Heading(article), sent.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AsSubmit_TheAnswerComesAsAReply()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var card = await guide.AskAsync("What is an STP?", person);
        var article = CardReading.Prompts(card)[0];

        var reply = Assert.Single(await guide.PostForRepliesAsync(person.Submits(CardReading.Button(card, BuiltInContent.Button(article)))));

        Assert.Equal(BuiltInContent.Heading(article), CardReading.Heading(GuideOnKestrel.CardOf(reply)));
    }

    [Fact]
    public async Task AFollowUp_LeansOnThePressedPrompt()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var card = await guide.AskAsync("what is an integrated care system", person);
        var button = CardReading.Buttons(card).First(b => b.GetProperty("data").TryGetProperty("article", out _));
        var moved = JsonElement.Parse(button.GetRawText().Replace(
            $"\"article\":\"{button.GetProperty("data").GetProperty("article").GetString()}\"", "\"article\":\"icb\"", StringComparison.Ordinal));
        await guide.PressAsync(person, moved);

        var answer = await guide.AskAsync("who sits on it?", person);

        Assert.Equal(BuiltInContent.Heading("icb-board"), CardReading.Heading(answer));
    }

    [Fact]
    public async Task AFollowUp_LeansOnThePressedRecord()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var card = await guide.AskAsync("which footprint is Barnsley in", person);
        var button = CardReading.Buttons(card).First(b => b.GetProperty("data").TryGetProperty("intent", out _)).GetProperty("data");
        var moved = CardReading.Buttons(card).First(b => b.GetProperty("data").TryGetProperty("intent", out _)).GetRawText()
            .Replace($"\"{button.GetProperty("intent").GetString()}\"", "\"WhichFootprint\"", StringComparison.Ordinal)
            .Replace($"\"{button.GetProperty("key").GetString()}\"", "\"place:poole\"", StringComparison.Ordinal);
        await guide.PressAsync(person, JsonElement.Parse(moved));

        var answer = await guide.AskAsync("who are its partners?", person);

        Assert.Contains("Dorset", CardReading.VisibleText(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APromptOfAnArticleThatIsGone_SaysSo()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var card = await guide.AskAsync("What is an STP?", person);
        var article = CardReading.Prompts(card)[0];
        var gone = JsonElement.Parse(CardReading.Button(card, BuiltInContent.Button(article)).GetRawText().Replace(
            $"\"{article}\"", "\"no-such-article\"", StringComparison.Ordinal));

        var reply = await guide.PressAsync(person, gone);

        Assert.Equal("That answer is no longer here. Ask your question again in words.", reply.GetProperty("value").GetProperty("message").GetString());
        Assert.Empty(guide.SentTo(person));
    }

    [Fact]
    public async Task AskAPerson_NamesOne()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var card = await guide.AskAsync("What is an STP?", person);

        var reply = await guide.PressAsync(person, CardReading.Button(card, "Ask a person"));

        Assert.Equal("Whom to ask is below.", reply.GetProperty("value").GetString());
        var below = GuideOnKestrel.CardOf(Assert.Single(await guide.SentToAsync(person, 1)));
        Assert.Contains("Ask your trust secretary", CardReading.VisibleText(below), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AConfiguredPerson_IsNamedWithTheirLink()
    {
        await using var guide = await GuideOnKestrel.StartAsync(new()
        {
            Settings = [("Bot:Person:Text", "Jo in the governance office"), ("Bot:Person:Link", "https://trust.example/ask")],
        });

        var card = await guide.AskAsync("What will the weather be tomorrow?");

        Assert.Contains("Ask Jo in the governance office.", CardReading.VisibleText(card), StringComparison.Ordinal);
        Assert.Contains("\"url\":\"https://trust.example/ask\"", card.GetRawText(), StringComparison.Ordinal);
    }
}
