using System.Text.Json;
using System.Text.Json.Nodes;
using Answers;
using Bot.AzureAnswers;
using Bot.Knowledge;
using Bot.Tests.Fakes;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.AzureAnswers;

/// <summary>What becomes of the project's answers on a card.</summary>
public sealed class AskingAzure : IAsyncLifetime
{
    private const string Question = "what is an accountable care organisation";

    private FakeQuestionAnswering _azure = null!;

    public async ValueTask InitializeAsync() => _azure = await FakeQuestionAnswering.StartAsync();

    public ValueTask DisposeAsync() => _azure.DisposeAsync();

    [Fact]
    public async Task AnAnswerMadeFromAnArticle_IsShownAsThatArticle_WithItsDatesAndSources()
    {
        _azure.Answers.Enqueue(AzureSetup.Article("stp", 0.83, "forty-four partnerships"));
        await using var guide = await AzureSetup.StartAsync(_azure, null);

        var card = await guide.AskAsync(Question);

        var own = await (await SharedGuide.Instance).AskAsync("What is an STP?");
        Assert.Equal(WithoutReasons(own), WithoutReasons(card));
        Assert.DoesNotContain("Old words", card.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(
            $"Azure question answering chose this and was 83% sure. It went by these words: \"forty-four partnerships\". The guide's own engine would have shown: {BuiltInContent.Heading("aco")}.",
            CardReading.HiddenText(card), StringComparison.Ordinal);
        Assert.Equal((1, 1), ((int)guide.Get<AzureAnswersState>().Asked, (int)guide.Get<AzureAnswersState>().Used));
    }

    [Fact]
    public async Task AnAnswerThatIsNoArticle_SaysWhatIsKnownOfDateAndSource_AndInventsNeither()
    {
        _azure.Answers.Enqueue(AzureSetup.Answers(AzureSetup.Pair(20, "Where can I park?", "Blue permits only.\n\nAsk the desk for one.", 0.9, "parking.pdf", ("topic", "parking"))));
        await using var guide = await AzureSetup.StartAsync(_azure, null);

        var card = await guide.AskAsync(Question);
        var text = CardReading.VisibleText(card);

        Assert.Equal("Where can I park?", CardReading.Heading(card));
        Assert.Contains("Blue permits only.", text, StringComparison.Ordinal);
        Assert.Contains("Not one of this guide's own articles, and not checked for it. Its date is not known.", text, StringComparison.Ordinal);
        Assert.Contains("Sources: parking.pdf, as the project names it, no date of its own", text, StringComparison.Ordinal);
        Assert.DoesNotContain("As at", text, StringComparison.Ordinal);
        Assert.Contains("Ask the desk for one.", CardReading.HiddenText(card), StringComparison.Ordinal);
        // It could not be drawn again, so it cannot be kept.
        Assert.DoesNotContain(CardReading.Buttons(card), b => b.GetProperty("title").GetString() == "Keep this answer");
    }

    [Theory]
    [InlineData("asof", "2025-06-01", "Its own entry says: as at 1 June 2025.")]
    [InlineData("asof", "last summer", "Its date is not known.")]
    public async Task ADateThatTheEntryItselfGives_IsSaidAsItsOwn(string name, string value, string said)
    {
        _azure.Answers.Enqueue(AzureSetup.Answers(AzureSetup.Pair(20, "Parking", "Blue permits.", 0.9, "", (name, value))));
        await using var guide = await AzureSetup.StartAsync(_azure, null);

        var text = CardReading.VisibleText(await guide.AskAsync(Question));

        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Contains("It names no source.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePreciseAnswer_ComesFirst_AndWhatItSaysIsNotMarkup()
    {
        _azure.Answers.Enqueue(AzureSetup.Answers(AzureSetup.Pair(20, "", "Long **text** [press](https://evil.example) with the hours: nine to five.", 0.9, "https://intranet.example/hours"), span: "nine to five"));
        await using var guide = await AzureSetup.StartAsync(_azure, null);

        var card = await guide.AskAsync(Question);

        Assert.Equal("From a document in Azure question answering", CardReading.Heading(card));
        Assert.Contains("nine to five", CardReading.VisibleText(card), StringComparison.Ordinal);
        Assert.DoesNotContain("Long", CardReading.VisibleText(card), StringComparison.Ordinal);
        Assert.Contains("Long text press (https://evil.example) with the hours", CardReading.HiddenText(card), StringComparison.Ordinal);
        Assert.DoesNotContain("](https://evil.example)", card.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("](https://intranet.example/hours)", card.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APromptOfTheProject_AsksForItsPair_AndSaysWhereItStood()
    {
        var first = AzureSetup.Pair(20, "Parking", "Blue permits.", 0.9, "a.pdf");
        first["dialog"]!["prompts"]!.AsArray().Add(JsonSerializer.SerializeToNode(new { displayOrder = 1, qnaId = 23, displayText = "Lost permit" }));
        _azure.Answers.Enqueue(AzureSetup.Answers(first));
        _azure.Answers.Enqueue(AzureSetup.Answers(AzureSetup.Pair(23, "I lost my permit", "Ring the desk.", 1, "a.pdf")));
        await using var guide = await AzureSetup.StartAsync(_azure, null);
        var person = Person.New();

        var card = await guide.AskAsync(Question, person);
        var replies = await guide.PostForRepliesAsync(person.Submits(CardReading.Button(card, "Lost permit")));

        Assert.Equal("I lost my permit", CardReading.Heading(GuideOnKestrel.CardOf(Assert.Single(replies))));
        var asked = JsonElement.Parse(_azure.Of("query")[1].Body);
        Assert.Equal((23, 20), (asked.GetProperty("qnaId").GetInt32(), asked.GetProperty("context").GetProperty("previousQnaId").GetInt32()));
        _azure.Fails("query", 500, "InternalServerError");
        var gone = await guide.PostForRepliesAsync(person.Submits(CardReading.Button(card, "Lost permit")));
        Assert.Contains("Ask your question again in words", gone[0].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FiltersAndDocuments_AreAskedForAsTheSettingsSay_AndNobodyIsNamed()
    {
        await using var guide = await AzureSetup.StartAsync(
            _azure, null, ("Bot:AzureAnswers:Metadata", "Site:East; topic:parking"), ("Bot:AzureAnswers:Sources", "a.pdf;https://b.example"), ("Bot:AzureAnswers:Unstructured", "true"));
        var person = Person.New();

        await guide.AskAsync(Question, person);

        var call = Assert.Single(_azure.Of("query"));
        Assert.Equal("/language/:query-knowledgebases?projectName=guide&deploymentName=production&api-version=2021-10-01", call.Target);
        Assert.Equal(
            """{"question":"what is an accountable care organisation","top":3,"confidenceScoreThreshold":0.35,"filters":{"metadataFilter":{"metadata":[{"key":"site","value":"east"},{"key":"topic","value":"parking"}],"logicalOperation":"AND"},"sourceFilter":["a.pdf","https://b.example"],"logicalOperation":"AND"},"answerSpanRequest":{"enable":true,"topAnswersWithSpan":1},"includeUnstructuredSources":true}""",
            call.Body);
    }

    [Fact]
    public async Task WhereBothAreUnsure_TheProjectsArticlesAreOffered_AndAnAnswerOfItsIsTaken()
    {
        await using var guide = await AzureSetup.StartAsync(_azure, null);
        var question = StayingWithTheEngine.Candidates(guide).First(q => guide.Get<KnowledgeStore>().Current.Engine.Ask(q) is Unsure { Reasons.Question.Mentions.Count: 0, Reasons.Question.Unknown.Count: 0 } unsure && unsure.EntryIds.All(id => BuiltInContent.Has(id) && !Kept.Contains(guide.Get<KnowledgeStore>().Current.Find(id)!.Topic)));
        _azure.Answers.Enqueue(new JsonObject
        {
            ["answers"] = new JsonArray(
                AzureSetup.Pair(1, "q", "a", 0.5, "s", ("article", "stp")), AzureSetup.Pair(2, "q", "a", 0.4, "s", ("article", "ics")), AzureSetup.Pair(3, "q", "a", 0.4, "s", ("article", "gone")), AzureSetup.Pair(4, "q", "a", 0.2, "s", ("article", "icb"))),
        });

        Assert.Equal(["stp", "ics"], CardReading.Prompts(await guide.AskAsync(question)));

        _azure.Answers.Enqueue(AzureSetup.Article("icb", 0.9));
        var card = await guide.AskAsync(question);
        Assert.Equal(BuiltInContent.Heading("icb"), CardReading.Heading(card));
        Assert.Contains("The guide's own engine would have offered a choice.", CardReading.HiddenText(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWithdrawnArticle_IsNotShownFromThereEither()
    {
        _azure.Answers.Enqueue(AzureSetup.Article("stp", 0.95));
        await using var guide = await AzureSetup.StartAsync(_azure, null);
        guide.Get<KnowledgeStore>().Withdraw(["stp"]);

        var text = CardReading.VisibleText(await guide.AskAsync(Question));

        Assert.Contains("was taken back and is being checked", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Old words", text, StringComparison.Ordinal);
    }

    private static readonly string[] Kept = ["governors", "signposts"];

    private static string WithoutReasons(JsonElement card)
    {
        var id = CardReading.Button(card, "Yes, it helped").GetProperty("data").GetProperty("answer").GetString()!;
        return CardReading.VisibleText(card).Replace(id, "", StringComparison.Ordinal);
    }
}
