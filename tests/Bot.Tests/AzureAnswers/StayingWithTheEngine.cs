using Answers;
using Bot.AzureAnswers;
using Bot.Knowledge;
using Bot.Tests.Fakes;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.AzureAnswers;

/// <summary>Which questions are not sent, and which answers of the project are not taken.</summary>
public sealed class StayingWithTheEngine : IAsyncLifetime
{
    private const string Question = "what is an accountable care organisation";

    private FakeQuestionAnswering _azure = null!;

    public async ValueTask InitializeAsync() => _azure = await FakeQuestionAnswering.StartAsync();

    public ValueTask DisposeAsync() => _azure.DisposeAsync();

    [Theory]
    [InlineData("Which footprint is Barnsley in?")]
    [InlineData("what's our footprint?")]
    [InlineData("What are the eight questions?")]
    [InlineData("hello")]
    [InlineData("My chest hurts, what should I take?")]
    [InlineData("where do I complain about a GP practice, dentist or pharmacy")]
    [InlineData("What is an STP? My number is 943 476 5919.")]
    [InlineData("my trust is Barnsley Hospital")]
    [InlineData("what do you hold about me?")]
    [InlineData("which system covers Kwyjibo?")]
    public async Task WhatTheGuideKeepsToItself_IsNotSent(string question)
    {
        await using var guide = await AzureSetup.StartAsync(_azure, null, ("Bot:AzureAnswers:Refused", "true"));

        await guide.PostForRepliesAsync(Person.New().Says(question));

        Assert.Empty(_azure.Calls);
    }

    [Fact]
    public async Task AFollowUpQuestion_StaysWithTheEngine()
    {
        await using var guide = await AzureSetup.StartAsync(_azure, null);
        var person = Person.New();

        await guide.AskAsync("What is an integrated care board?", person);
        await guide.AskAsync("who sits on it?", person);

        Assert.Single(_azure.Calls);
    }

    [Fact]
    public async Task ByDefault_NothingIsSent()
    {
        await using var guide = await AzureSetup.StartAsync(_azure, null, ("Bot:AzureAnswers:Answers", "false"));

        Assert.Equal(BuiltInContent.Heading("aco"), CardReading.Heading(await guide.AskAsync(Question)));

        Assert.Empty(_azure.Calls);
        Assert.Equal(AzureCondition.Off, guide.Get<AzureAnswersState>().Current.Condition);
    }

    [Fact]
    public async Task WhereTheProjectFindsNothing_TheEnginesAnswerStands()
    {
        await using var guide = await AzureSetup.StartAsync(_azure, null);

        Assert.Equal(BuiltInContent.Heading("aco"), CardReading.Heading(await guide.AskAsync(Question)));

        Assert.Single(_azure.Of("query"));
        Assert.Equal(AzureCondition.Answering, guide.Get<AzureAnswersState>().Current.Condition);
    }

    [Theory]
    [InlineData("gone-article", 0.95)]
    [InlineData("stp", 0.5)]
    [InlineData("count-2019", 0.95)]
    public async Task WhatTheServedReleaseKnowsBetter_IsNotTakenFromThere(string article, double confidence)
    {
        _azure.Answers.Enqueue(AzureSetup.Article(article, confidence));
        await using var guide = await AzureSetup.StartAsync(_azure, null);
        var question = article == "count-2019" ? "How many footprints were there in 2016?" : Question;

        var card = await guide.AskAsync(question);

        Assert.Equal(CardReading.Heading(await (await SharedGuide.Instance).AskAsync(question)), CardReading.Heading(card));
        Assert.Equal(article == "gone-article" ? 1 : 0, guide.Log.Of(2204).Count);
    }

    [Fact]
    public async Task WhatTheEngineWouldRefuse_GoesThereOnlyWhereThatIsSwitchedOn()
    {
        _azure.Answers.Enqueue(AzureSetup.Answers(AzureSetup.Pair(20, "Parking", "Blue permits.", 0.9, "a.pdf")));
        await using var off = await AzureSetup.StartAsync(_azure, null);
        await using var on = await AzureSetup.StartAsync(_azure, null, ("Bot:AzureAnswers:Refused", "true"));
        var question = Candidates(off).First(q => off.Get<KnowledgeStore>().Current.Engine.Ask(q) is NoAnswer { Reasons: { Strange: < 0.5, Question: { Mentions.Count: 0 } asked } } && asked.Unknown.Count == 0);

        await off.AskAsync(question);
        Assert.Empty(_azure.Calls);

        var card = await on.AskAsync(question);
        Assert.Equal("Parking", CardReading.Heading(card));
        Assert.Contains("Not one of this guide's own articles", CardReading.VisibleText(card), StringComparison.Ordinal);
        await on.AskAsync("My chest hurts, what should I take?");
        Assert.Single(_azure.Calls);
    }

    // One or two words of an answer are unclear, or unknown, often enough, whatever the engine.
    internal static IEnumerable<string> Candidates(GuideOnKestrel guide) => guide.Get<KnowledgeStore>().Current.Content.Articles
        .SelectMany(article => article.Short.Split(' ', '.', ',', ';', ':', '(', ')')).Where(word => word.Length > 3).Distinct().Select(word => $"what about {word}");
}
