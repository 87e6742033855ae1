using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Support;
using Dapper;

namespace Bot.Tests.Whole;

public sealed class KeepingLittle : IAsyncLifetime
{
    private readonly FakeTime _time = new();
    private GuideOnKestrel _guide = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _guide = await GuideOnKestrel.StartAsync(new() { Time = _time });

    public ValueTask DisposeAsync() => _guide.DisposeAsync();

    [Fact]
    public async Task PersonalDetails_AreDroppedBeforeStoring_AndThePersonIsTold()
    {
        var card = await _guide.AskAsync("What will the weather be tomorrow? I was born on 3 May 1961, NHS number 943 476 5919, jo.bloggs@example.org or 07700 900123");

        Assert.StartsWith("Please do not send NHS numbers, dates of birth, email addresses or phone numbers.", CardReading.VisibleText(card), StringComparison.Ordinal);
        var kept = Assert.Single(await LatestAsync()).Text!;
        Assert.Contains("weather", kept, StringComparison.Ordinal);
        foreach (var detail in new[] { "1961", "5919", "943 476", "bloggs", "example.org", "07700", "900123" })
        {
            Assert.DoesNotContain(detail, kept, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(detail, card.GetRawText(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(detail, await EverythingStoredAsync(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(_guide.Log.Entries, entry => entry.Text.Contains(detail, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task APostcode_IsDroppedBeforeStoring()
    {
        await _guide.AskAsync("What will the weather be tomorrow in S75 2EP?");

        Assert.DoesNotContain("2EP", await EverythingStoredAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("2EP", Assert.Single(await LatestAsync()).Text!, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("My email is jo.bloggs@example.org. What is an ICS?")]
    [InlineData("What is an ICS? Ring me on 07700 900123")]
    public async Task AQuestionBesideThem_IsStillAnswered(string question)
    {
        var card = await _guide.AskAsync(question);

        Assert.StartsWith("Please do not send", CardReading.VisibleText(card), StringComparison.Ordinal);
        Assert.Equal(BuiltInContent.Heading("ics"), CardReading.Heading(card));
    }

    [Theory]
    [InlineData("Which footprint is Barnsley in? jo.bloggs@example.org")]
    [InlineData("Which footprint is Newcastle in? jo.bloggs@example.org")]
    [InlineData("Which health board is Cardiff in? jo.bloggs@example.org")]
    [InlineData("What are the eight questions? jo.bloggs@example.org")]
    [InlineData("What will the weather be tomorrow? jo.bloggs@example.org")]
    [InlineData("hello, I am jo.bloggs@example.org")]
    [InlineData("jo.bloggs@example.org")]
    public async Task WhateverTheAnswer_ThePersonIsTold(string question) =>
        Assert.StartsWith("Please do not send", CardReading.VisibleText(await _guide.AskAsync(question)), StringComparison.Ordinal);

    [Fact]
    public async Task AnUnansweredQuestion_IsKeptWithoutThePerson()
    {
        var person = Person.New();

        await _guide.AskAsync("What will the weather be tomorrow?", person);

        var kept = Assert.Single(await LatestAsync());
        Assert.Equal("What will the weather be tomorrow?", kept.Text);
        Assert.Equal("refused", kept.Outcome);
        Assert.Equal("personal", kept.ConversationKind);
        Assert.Equal(_time.GetUtcNow(), kept.At);
        var question = await RowsOfAsync("question");
        Assert.DoesNotContain(person.UserId, question, StringComparison.Ordinal);
        Assert.DoesNotContain(person.ConversationId, question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnsweredQuestion_IsOnlyCounted()
    {
        await _guide.AskAsync("What is an ICS?");
        await _guide.AskAsync("What will the weather be tomorrow?");
        await _guide.FlushAsync();

        Assert.DoesNotContain(await LatestAsync(), question => question.Text == "What is an ICS?");
        var counts = await _guide.Get<QuestionLog>().CountsAsync(DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime), Ct);
        Assert.Equal([("answered", 1L), ("refused", 1L)], counts.Select(count => (count.Outcome, count.Asked)));
    }

    [Fact]
    public async Task NoQuestion_IsInTheLog()
    {
        await _guide.AskAsync("What will the zeppelin do tomorrow?");

        Assert.DoesNotContain(_guide.Log.Entries, entry => entry.Text.Contains("zeppelin", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task AQuestionOlderThan30Days_IsSwept()
    {
        await _guide.AskAsync("What will the weather be tomorrow?");
        _time.Advance(TimeSpan.FromDays(1));
        await _guide.AskAsync("Who won the world cup?");
        Assert.Equal(2, (await LatestAsync()).Count);

        _time.Advance(TimeSpan.FromDays(29.5));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while ((await LatestAsync()).Count > 1)
            await Task.Delay(10, limit.Token);

        Assert.Equal("Who won the world cup?", Assert.Single(await LatestAsync()).Text);
    }

    [Fact]
    public async Task AfterHalfAnHour_AFollowUpLeansOnNothing()
    {
        var person = Person.New();
        await _guide.AskAsync("What is an integrated care board?", person);
        _time.Advance(TimeSpan.FromMinutes(31));

        var late = await _guide.AskAsync("who sits on it?", person);

        Assert.Equal(CardReading.VisibleText(await _guide.AskAsync("who sits on it?")), CardReading.VisibleText(late));
    }

    private async Task<IReadOnlyList<AskedQuestion>> LatestAsync()
    {
        await _guide.FlushAsync();
        return await _guide.Get<QuestionLog>().LatestAsync(100, Ct);
    }

    private async Task<string> EverythingStoredAsync() =>
        string.Join('\n', await Task.WhenAll(new[] { "last_turn", "question", "feedback", "welcome", "question_count" }.Select(RowsOfAsync)));

    private async Task<string> RowsOfAsync(string table)
    {
        await _guide.FlushAsync();
        await using var connection = await _guide.Get<Database>().OpenAsync(Ct);
        var rows = await connection.QueryAsync($"select * from {table}");
        return string.Join('\n', rows.Select(row => string.Join('|', ((IDictionary<string, object>)row).Values)));
    }
}
