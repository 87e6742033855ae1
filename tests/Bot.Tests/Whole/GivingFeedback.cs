using Bot.Storage;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

public sealed class GivingFeedback : IAsyncLifetime
{
    private GuideOnKestrel _guide = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _guide = await GuideOnKestrel.StartAsync();

    public ValueTask DisposeAsync() => _guide.DisposeAsync();

    [Fact]
    public async Task AVote_IsStored_AndASecondReplacesIt()
    {
        var person = Person.New();
        var card = await _guide.AskAsync("What is an STP?", person);

        var thanks = await _guide.PressAsync(person, CardReading.Button(card, "Yes, it helped"));
        var first = await CountAsync();
        var regrets = await _guide.PressAsync(person, CardReading.Button(card, "No, it did not"));
        var second = await CountAsync();

        Assert.StartsWith("Thank you.", thanks.GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Thank you.", regrets.GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Equal([new FeedbackCount { ArticleId = "stp", Helpful = 1 }], first);
        Assert.Equal([new FeedbackCount { ArticleId = "stp", NotHelpful = 1 }], second);
        Assert.Empty(_guide.SentTo(person));
    }

    [Fact]
    public async Task VotesOfTwoPeople_AndOnTwoAnswers_AreCountedApart()
    {
        var (one, two) = (Person.New(), Person.New());
        var card = await _guide.AskAsync("What is an STP?", one);
        await _guide.PressAsync(one, CardReading.Button(card, "Yes, it helped"));
        await _guide.PressAsync(two, CardReading.Button(card, "No, it did not"));
        await _guide.PressAsync(one, CardReading.Button(await _guide.AskAsync("What is an STP?", one), "Yes, it helped"));

        Assert.Equal([new FeedbackCount { ArticleId = "stp", Helpful = 2, NotHelpful = 1 }], await CountAsync());
    }

    [Fact]
    public async Task AVoteAsSubmit_IsStored_AndThanked()
    {
        var person = Person.New();
        var card = await _guide.AskAsync("What is an STP?", person);

        var reply = Assert.Single(await _guide.PostForRepliesAsync(person.Submits(CardReading.Button(card, "Yes, it helped"))));

        Assert.StartsWith("Thank you.", reply.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal([new FeedbackCount { ArticleId = "stp", Helpful = 1 }], await CountAsync());
    }

    [Fact]
    public async Task ALike_CountsOnceForTheMessageItStandsOn()
    {
        var person = Person.New();
        for (var i = 0; i < 2; i++)
            using (var response = await _guide.PostAsync(person.ReactsTo("1772442945202", _guide.Connector.ServiceUrl)))
                Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        while ((await CountAsync()).Count == 0)
            await Task.Delay(10, Ct);

        Assert.Equal([new FeedbackCount { ArticleId = "message", Helpful = 1 }], await CountAsync());
        Assert.Empty(_guide.SentTo(person));
    }

    private async Task<IReadOnlyList<FeedbackCount>> CountAsync()
    {
        await _guide.FlushAsync();
        return await _guide.Get<FeedbackRows>().CountAsync(Ct);
    }
}
