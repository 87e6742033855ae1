using Bot.Storage;

namespace Bot.Tests.Storage;

public sealed class Voting
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ALaterVote_ReplacesTheFirst(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using (var before = await RunningStorage.StartAsync(database.ConnectionString))
        {
            await Vote(before, "29:a", helpful: true);
            await Vote(before, "29:b", helpful: true);
        }

        await using var after = await RunningStorage.StartAsync(database.ConnectionString);
        await Vote(after, "29:a", helpful: false);
        await after.FlushAsync();
        var count = Assert.Single(await after.Get<FeedbackRows>().CountAsync(Ct));
        Assert.Equal(new FeedbackCount { ArticleId = "what-is-an-ics", Helpful = 1, NotHelpful = 1 }, count);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task Votes_DoNotSayWhoseTheyAre(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        await Vote(storage, "29:a", helpful: true, answer: "one");
        await Vote(storage, "29:a", helpful: true, answer: "two");
        await storage.FlushAsync();
        Assert.Equal(2, await storage.ScalarAsync<long>("select count(distinct person) from feedback"));
        Assert.Equal(0, await storage.ScalarAsync<long>("select count(*) from feedback where person like '%29:a%'"));
    }

    private static ValueTask Vote(RunningStorage storage, string user, bool helpful, string answer = "answer") =>
        storage.Get<FeedbackRows>().WriteAsync(
            new FeedbackVote { ArticleId = "what-is-an-ics", AnswerId = answer, UserId = user, Helpful = helpful, At = Now }, Ct);
}
