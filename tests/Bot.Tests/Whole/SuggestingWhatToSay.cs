using System.Text.Json;
using Bot.Features.Welcome;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

public sealed class SuggestingWhatToSay
{
    public static TheoryData<string> Prompts => [.. Starters.All.Select(s => s.Prompt)];

    [Theory, MemberData(nameof(Prompts))]
    public async Task EveryStarter_IsAnswered(string prompt)
    {
        var card = await (await SharedGuide.Instance).AskAsync(prompt);

        Assert.DoesNotContain("Not covered", CardReading.Heading(card), StringComparison.Ordinal);
        Assert.DoesNotContain("Choose what you mean", CardReading.Heading(card), StringComparison.Ordinal);
    }

    [Fact]
    public void Starters_FitEveryManifest()
    {
        Assert.InRange(Starters.All.Count, 3, 10);
        Assert.All(Starters.All, s => Assert.InRange(s.Title.Length, 3, 32));
        Assert.All(Starters.All, s => Assert.InRange(s.Description.Length, 3, 128));
        Assert.Equal(Starters.All.Count, Starters.All.DistinctBy(s => s.Title).Count());
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("What will the weather be tomorrow?")]
    [InlineData("Which footprint is Barnsley in?")]
    [InlineData("Who are the partners in Dorset?")]
    public async Task WhatIsSuggested_IsAnswered_AndOnNoButton(string said)
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var reply = Assert.Single(await guide.PostForRepliesAsync(person.Says(said)));
        var labels = CardReading.Buttons(GuideOnKestrel.CardOf(reply)).Select(b => b.GetProperty("title").GetString()).ToArray();
        var suggested = Suggested(reply);

        Assert.NotEmpty(suggested);
        Assert.Equal([person.UserId], reply.GetProperty("suggestedActions").GetProperty("to").EnumerateArray().Select(id => id.GetString()));
        foreach (var words in suggested)
        {
            Assert.DoesNotContain(words, labels);
            var answer = await guide.AskAsync(words, person);
            Assert.DoesNotContain("Not covered", CardReading.Heading(answer), StringComparison.Ordinal);
            Assert.Contains("As at", CardReading.VisibleText(answer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AFollowUpThatIsSuggested_KeepsTheSubject()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        await guide.AskAsync("Which footprint is Barnsley in?", person);

        var text = CardReading.VisibleText(await guide.AskAsync("And in 2016?", person));

        Assert.Contains("Barnsley", text, StringComparison.Ordinal);
        Assert.Contains("South Yorkshire and Bassetlaw", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task WhereOthersTalk_NothingIsSuggested(string kind) => Assert.False(
        Assert.Single(await (await SharedGuide.Instance).PostForRepliesAsync(Person.New(kind).Says("hello"))).TryGetProperty("suggestedActions", out _));

    [Fact]
    public async Task TheWelcome_SuggestsStartersThatItsButtonsDoNotAsk()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();

        await guide.SendAsync(person.Installs(guide.Connector.ServiceUrl));

        var suggested = Suggested((await guide.SentToAsync(person, 1))[0]);
        Assert.Equal(["Which footprint is Barnsley in?", "What became of STPs?", "Who are the partners in Dorset?"], suggested);
    }

    private static string[] Suggested(JsonElement message) => message.TryGetProperty("suggestedActions", out var actions)
        ? [.. actions.GetProperty("actions").EnumerateArray().Select(a => a.GetProperty("value").GetString()!)]
        : [];
}
