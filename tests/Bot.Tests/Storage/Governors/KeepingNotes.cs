using Bot.Storage;
using Bot.Storage.Governors;
using Bot.Tests.Fakes;

namespace Bot.Tests.Storage.Governors;

public sealed class KeepingNotes
{
    private static readonly MeetingNote Note = new()
    {
        Trust = "RFF",
        Meeting = new(2026, 10, 12),
        Question = 6,
        Status = NoteStatus.Answered,
        PutTo = "the chair",
        Answer = "=HYPERLINK(\"x\") <b>half</b> {{DATE(2026)}} \ud800",
        FollowUp = "ask for the table",
        FollowUpOn = new(2027, 1, 5),
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ANote_IsFoundAgain_AfterARestart_AsItWasWritten(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using (var before = await RunningStorage.StartAsync(database.ConnectionString))
            Assert.True(await before.Get<MeetingNotes>().WriteAsync("29:a", Note, Ct));

        await using var after = await RunningStorage.StartAsync(database.ConnectionString);
        var kept = Assert.Single(await after.Get<MeetingNotes>().ReadAsync("29:a", "RFF", Ct));
        Assert.Equal(Note with { Answer = Note.Answer.Replace('\ud800', '\ufffd'), Version = 1, At = kept.At }, kept);
        Assert.Empty(await after.Get<MeetingNotes>().ReadAsync("29:b", "RFF", Ct));
        Assert.Equal(0, await after.ScalarAsync<long>("select count(*) from meeting_note where person like '%29:a%'"));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ASecondDevice_OverwritesNothing(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var notes = storage.Get<MeetingNotes>();
        await notes.WriteAsync("29:a", Note, Ct);

        Assert.False(await notes.WriteAsync("29:a", Note with { Answer = "a new note that thinks it is the first" }, Ct));
        Assert.True(await notes.WriteAsync("29:a", Note with { Answer = "from the phone", Version = 1 }, Ct));
        Assert.False(await notes.WriteAsync("29:a", Note with { Answer = "from the laptop", Version = 1 }, Ct));

        var kept = Assert.Single(await notes.ReadAsync("29:a", "RFF", Ct));
        Assert.Equal(("from the phone", 2), (kept.Answer, kept.Version));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task WhenATermHasEnded_ItsNotesAndWalkGo_AndOthersStay(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString, new FakeTime());
        foreach (var (user, trust) in ((string, string)[])[("29:a", "RFF"), ("29:a", "RHQ"), ("29:b", "RFF")])
        {
            await storage.Get<MeetingNotes>().WriteAsync(user, Note with { Trust = trust }, Ct);
            await storage.Get<Walks>().WriteAsync(user, new Walk { Trust = trust, Question = 2, Meeting = new(2027, 1, 12) }, Ct);
        }

        await storage.Get<Terms>().WriteAsync("29:a", "RFF", new DateOnly(2026, 11, 21), Ct);
        await storage.Get<Terms>().WriteAsync("29:b", "RFF", new DateOnly(2026, 11, 22), Ct);
        await storage.Get<RetentionSweep>().SweepAsync(Ct);

        Assert.Empty(await storage.Get<MeetingNotes>().ReadAsync("29:a", "RFF", Ct));
        Assert.Null(await storage.Get<Walks>().ReadAsync("29:a", "RFF", Ct));
        Assert.Single(await storage.Get<MeetingNotes>().ReadAsync("29:a", "RHQ", Ct));
        Assert.Single(await storage.Get<MeetingNotes>().ReadAsync("29:b", "RFF", Ct));
        Assert.Equal(new(2027, 1, 12), (await storage.Get<Walks>().ReadAsync("29:b", "RFF", Ct))!.Meeting);
        Assert.Equal(1, await storage.ScalarAsync<long>("select count(*) from term"));
    }
}
