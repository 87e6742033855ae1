using Bot.Storage;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

public sealed class Restarting : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("icsguide-restart-").FullName;

    [Fact]
    public async Task ARestart_KeepsTheLastTurn_TheFeedback_TheWelcome()
    {
        var person = Person.New();
        await using (var before = await StartAsync())
        {
            using var joined = await before.PostAsync(person.Joins(before.Connector.ServiceUrl));
            await before.SentToAsync(person, 1);
            var card = await before.AskAsync("What is an integrated care board?", person);
            await before.PressAsync(person, CardReading.Button(card, "Yes, it helped"));
            // No flush: the stop itself must store what is waiting.
        }

        await using var after = await StartAsync();
        var answer = await after.AskAsync("who sits on it?", person);
        using var again = await after.PostAsync(person.Installs(after.Connector.ServiceUrl));
        using var hello = await after.PostAsync(person.Says("hello", after.Connector.ServiceUrl));

        Assert.Equal(BuiltInContent.Heading("icb-board"), CardReading.Heading(answer));
        Assert.Equal([new FeedbackCount { ArticleId = "icb", Helpful = 1 }], await after.Get<FeedbackRows>().CountAsync(TestContext.Current.CancellationToken));
        var sent = GuideOnKestrel.CardOf(Assert.Single(await after.SentToAsync(person, 1)));
        Assert.Equal("ICS Guide", CardReading.Heading(sent));
    }

    [Fact]
    public async Task ALaterStart_ReadsTheKeptModel()
    {
        await SharedGuide.Instance;

        await using var guide = await StartAsync();
        using var ready = await guide.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);

        Assert.Equal("ready", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(guide.Log.Of(1304));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<GuideOnKestrel> StartAsync() => GuideOnKestrel.StartAsync(new() { DatabaseFolder = _folder, LoadsAnew = true });
}
