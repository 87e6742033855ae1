using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Support;
using Bot.Tests.Whole;
using Dapper;

namespace Bot.Tests.Features.Compose;

public sealed class KeepingAnswers
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenedEmpty_TheBoxSaysWhatToType()
    {
        var guide = await SharedGuide.Instance;

        var answer = await new Composing(guide, Person.New()).TypeAsync("");

        Assert.Equal("message", answer.GetProperty("type").GetString());
        Assert.Contains("what is an ICS", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatAPersonAskedLast_StandsInTheEmptyBox_ForThatPersonOnly()
    {
        await using var guide = await GuideOnKestrel.StartAsync();
        var person = Person.New();
        await guide.AskAsync("What is an ICS?", person);
        await guide.AskAsync("what is the price of tea", person);
        await guide.AskAsync("Which footprint is Barnsley in?", person);
        await guide.FlushAsync();

        Assert.Single(await new Composing(guide, person).ListAsync(""));
        Assert.Equal("message", (await new Composing(guide, person.Colleague()).TypeAsync("")).GetProperty("type").GetString());
        Assert.Equal(["ics"], await RowsAsync(guide, "select answer from recent_answer"));
        Assert.DoesNotContain(person.UserId, await RowsAsync(guide, "select person from recent_answer"));
    }

    [Fact]
    public async Task AKeptAnswer_StandsFirst_AndIsListedAndRemoved()
    {
        await using var guide = await GuideOnKestrel.StartAsync();
        var person = Person.New();
        var somebody = new Composing(guide, person);
        await guide.AskAsync("What is an ICS?", person);
        foreach (var question in (string[])["What is an STP?", "Which footprint is Barnsley in?"])
        {
            var card = await guide.AskAsync(question, person);
            var said = await guide.PressAsync(person, CardReading.Button(card, "Keep this answer"));
            Assert.StartsWith("Kept.", said.GetProperty("value").GetString(), StringComparison.Ordinal);
        }

        await guide.FlushAsync();
        var list = await somebody.TypeAsync("");
        var marks = list.GetProperty("attachments").EnumerateArray().Select(a => a.GetProperty("preview").GetProperty("content").GetProperty("text").GetString()!).ToArray();
        Assert.Equal(["Kept.", "Kept.", "You"], marks.Select(m => m.Split(' ')[0]));

        var kept = await somebody.OpenKeptAsync();
        Assert.Equal("Answers that you keep", CardReading.Heading(kept));
        Assert.Equal(4, Composing.Submits(kept).Count());
        var fewer = Composing.CardOf(await somebody.PressAsync(kept, "Remove from kept answers", "kept"));
        Assert.Equal(2, Composing.Submits(fewer).Count());
        var none = Composing.CardOf(await somebody.PressAsync(fewer, "Remove from kept answers", "kept"));
        Assert.Equal("You have kept no answers", CardReading.Heading(none));
    }

    [Fact]
    public async Task AKeptAnswer_IsInsertedFromItsList()
    {
        await using var guide = await GuideOnKestrel.StartAsync();
        var person = Person.New();
        var card = await guide.AskAsync("Which footprint is Barnsley in?", person);
        await guide.PressAsync(person, CardReading.Button(card, "Keep this answer"));
        var somebody = new Composing(guide, person);

        var inserted = (await somebody.PressAsync(await somebody.OpenKeptAsync(), "Insert this answer", "kept")).GetProperty("composeExtension");

        Assert.Equal("result", inserted.GetProperty("type").GetString());
        Assert.Contains("Barnsley", inserted.GetProperty("attachments")[0].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecentAnswers_GoWithRetention_KeptOnesStay()
    {
        var time = new FakeTime();
        await using var guide = await GuideOnKestrel.StartAsync(new() { Time = time, Settings = [("Bot:Retention:QuestionDays", "2")] });
        var person = Person.New();
        var card = await guide.AskAsync("What is an ICS?", person);
        await guide.PressAsync(person, CardReading.Button(card, "Keep this answer"));
        await guide.FlushAsync();

        time.Advance(TimeSpan.FromDays(3));
        await guide.Get<RetentionSweep>().SweepAsync(Ct);

        Assert.Empty(await RowsAsync(guide, "select answer from recent_answer"));
        Assert.Equal(["ics"], await RowsAsync(guide, "select answer from favourite_answer"));
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(GuideOnKestrel guide, string sql)
    {
        await using var connection = await guide.Get<Database>().OpenAsync(Ct);
        return (await connection.QueryAsync<string>(sql)).AsList();
    }
}
