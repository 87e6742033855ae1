using Bot.Storage;
using Bot.Storage.Governors;
using Bot.Storage.Held;
using Dapper;

namespace Bot.Tests.Storage.Held;

public sealed class HoldingLittle
{
    private static readonly string[] PersonColumns = ["person", "user_id", "user", "aad_object_id", "object_id", "conversation"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryTableWithAPersonInIt_IsSpokenFor()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        await using var connection = await storage.Get<Database>().OpenAsync(Ct);
        var columns = await connection.QueryAsync<(string Table, string Column)>(
            "select t.name, c.name from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table'");

        var covered = storage.Get<HeldAboutPerson>().Tables.ToHashSet();
        var found = columns.Where(c => PersonColumns.Contains(c.Column)).Select(c => c.Table).Distinct().ToArray();

        Assert.Contains("meeting_note", found);
        Assert.All(found, table => Assert.True(covered.Contains(table), $"The table {table} names a person: register an {nameof(IHeldAboutPerson)} for it."));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task Deleting_LeavesNothingOfThatPerson_AndAllOfOthers(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        await FillAsync(storage, "29:a");
        await FillAsync(storage, "29:b");
        var held = storage.Get<HeldAboutPerson>();

        var told = await held.ReadAsync("29:a", Ct);
        var deleted = await held.DeleteAsync("29:a", Ct);

        Assert.Equal(
            ["1 trust that you act for", "1 note of your last question, for follow-up questions", "2 votes on whether an answer helped",
                "1 file that I offered you", "1 address of this chat, so that I can write to you first", "1 note that you keep the knowledge base, so that I can tell you what happened to it", "1 place in the eight questions", "1 note on a meeting", "1 reminder", "1 date on which your term ends",
                "1 note of which answer you were shown", "1 answer that you keep", "1 question of which you want to be told when it is answered"],
            told.Select(h => h.ToString()));
        Assert.Equal(told, deleted);
        Assert.Empty(await held.ReadAsync("29:a", Ct));
        Assert.Equal(told, await held.ReadAsync("29:b", Ct));
        foreach (var table in held.Tables)
            Assert.Equal(table == "feedback" ? 2 : 1, await storage.ScalarAsync<long>($"select count(*) from {table}"));
    }

    private static async Task FillAsync(RunningStorage storage, string user)
    {
        var now = storage.Get<TimeProvider>().GetUtcNow();
        await storage.Get<TrustChoices>().ChooseAsync(user, "RFF", null, Ct);
        await storage.Get<LastTurns>().WriteAsync(new LastTurn { ConversationId = "c", UserId = user, Json = "{}", At = now }, Ct);
        foreach (var answer in (string[])["1", "2"])
            await storage.Get<FeedbackRows>().WriteAsync(new FeedbackVote { AnswerId = answer, ArticleId = "ics", UserId = user, Helpful = true, At = now }, Ct);
        await storage.Get<ConversationReferences>().KeepAsync(
            new ConversationReference { Id = "a:" + user, ChannelId = "msteams", ServiceUrl = "https://smba.trafficmanager.net/uk/", UserId = user }, anew: false, Ct);
        await storage.Get<RoleHolders>().NoteAsync(Guid.NewGuid().ToString(), user, "a:" + user, Ct);
        await storage.Get<OfferedFiles>().KeepAsync("a:" + user, new OfferedFile("pack.txt", "text/plain", "A pack.", "x"u8.ToArray()), Ct);
        await storage.Get<OutboxRows>().AddAsync(SomeRow.Due("a:" + user, user), Ct);
        await storage.Get<OwnAnswers>().ShownAsync(user, "ics", Ct);
        await storage.Get<OwnAnswers>().KeepAsync(user, "ics", Ct);
        await storage.Get<Walks>().WriteAsync(user, new Walk { Trust = "RFF", Question = 3 }, Ct);
        await storage.Get<MeetingNotes>().WriteAsync(user, new MeetingNote { Trust = "RFF", Meeting = new(2027, 1, 12), Question = 3, Status = NoteStatus.Asked }, Ct);
        await storage.Get<Reminders>().AddAsync(user, new Reminder { Trust = "RFF", ConversationId = "c", Meeting = new(2027, 1, 12), Due = now.AddDays(40) }, Ct);
        await storage.Get<Wishes>().AddAsync(user, new Wish { ConversationId = "c", Question = "who knows?", HeldAgainst = "a release" }, Ct);
        await storage.Get<Terms>().WriteAsync(user, "RFF", new DateOnly(2028, 9, 30), Ct);
    }
}
