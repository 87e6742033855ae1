using Bot.Storage;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Storage;

public sealed class LoggingQuestions
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AnUnansweredQuestion_IsKeptWithoutPersonalDetails(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var time = new FakeTime();
        var asked = Asked(time, "Is 943 476 5919 in our ICS? \0") with { ArticleId = "ics", Score = 0.25 };
        await storage.Get<QuestionLog>().WriteAsync(asked, Ct);
        await storage.FlushAsync();
        var kept = Assert.Single(await storage.Get<QuestionLog>().LatestAsync(10, Ct));
        Assert.Equal(asked with { Text = "Is [NHS number removed] in our ICS? \uFFFD" }, kept);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AnAnsweredQuestion_IsOnlyCounted(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var time = new FakeTime();
        var log = storage.Get<QuestionLog>();
        await log.WriteAsync(Asked(time, null) with { Outcome = "answered" }, Ct);
        await log.WriteAsync(Asked(time, null) with { Outcome = "answered" }, Ct);
        await log.WriteAsync(Asked(time, "what?"), Ct);
        await storage.FlushAsync();
        Assert.Equal("what?", Assert.Single(await log.LatestAsync(10, Ct)).Text);
        Assert.Equal(
            [new QuestionCount { Day = "2026-11-22", Outcome = "answered", Asked = 2 }, new QuestionCount { Day = "2026-11-22", Outcome = "unsure", Asked = 1 }],
            await log.CountsAsync(new DateOnly(2026, 11, 22), Ct));
        Assert.Empty(await log.CountsAsync(new DateOnly(2026, 11, 23), Ct));
    }

    [Fact]
    public async Task AQuestionThatFoundNoPlaceInLine_HidesNoLaterOne()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        using var queue = new WriteQueue(storage.Get<PreparedConnections>(), NullLogger<WriteQueue>.Instance);
        var log = new QuestionLog(storage.Get<Database>(), queue);
        var asked = Asked(new FakeTime(), null) with { Outcome = "answered" };
        using var noTime = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            // Nothing stores yet, so that the line fills up.
            while (true) await queue.EnqueueAsync(Write.Marker(() => { }), noTime.Token);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => log.WriteAsync(asked, noTime.Token).AsTask());

        await ((IHostedService)queue).StartAsync(Ct);
        await log.WriteAsync(asked, Ct);
        await queue.FlushAsync(Ct);

        Assert.Equal(1, Assert.Single(await log.CountsAsync(new DateOnly(2026, 11, 22), Ct)).Asked);
        await ((IHostedLifecycleService)queue).StoppedAsync(Ct);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task OldTexts_AreSweptAtStartAndEverySixHours_CountsStay(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var time = new FakeTime();
        KeyValuePair<string, string?> tenDays = new("Bot:Retention:QuestionDays", "10");
        await using (var before = await RunningStorage.StartAsync(database.ConnectionString, time, tenDays))
        {
            await before.Get<QuestionLog>().WriteAsync(Asked(time, "first"), Ct);
            await before.Get<LastTurns>().WriteAsync(SecondProcess.Turn(1) with { At = time.GetUtcNow() }, Ct);
            time.Advance(TimeSpan.FromDays(9.9));
            await before.Get<QuestionLog>().WriteAsync(Asked(time, "second"), Ct);
        }

        await using var after = await RunningStorage.StartAsync(database.ConnectionString, time, tenDays);
        await Until(after, "select count(*) from question", 2);
        time.Advance(TimeSpan.FromHours(6));
        await Until(after, "select count(*) from question", 1, time);
        Assert.Equal("second", await after.ScalarAsync<string>("select text from question"));
        await Until(after, "select count(*) from last_turn", 0, time);
        time.Advance(TimeSpan.FromDays(10));
        await Until(after, "select count(*) from question", 0, time);
        Assert.Equal(2, await after.ScalarAsync<long>("select sum(asked) from question_count"));

        await after.Get<QuestionLog>().WriteAsync(Asked(time, "third"), Ct);
        await after.FlushAsync();
        time.Advance(TimeSpan.FromDays(11));
        await using var atStart = await RunningStorage.StartAsync(database.ConnectionString, time, tenDays);
        await Until(atStart, "select count(*) from question", 0, time);
    }

    private static AskedQuestion Asked(FakeTime time, string? text) =>
        new() { Text = text, Outcome = "unsure", ConversationKind = "personal", At = time.GetUtcNow() };

    // A sweep may be at work while the clock moves, and is then due later: so the clock goes on until it has come.
    private static async Task Until(RunningStorage storage, string sql, long value, FakeTime? time = null)
    {
        for (var i = 0; i < 2000 && await storage.ScalarAsync<long>(sql) != value; i++)
        {
            time?.Advance(TimeSpan.FromMinutes(5));
            await Task.Delay(25, Ct);
        }

        Assert.Equal(value, await storage.ScalarAsync<long>(sql));
    }
}
