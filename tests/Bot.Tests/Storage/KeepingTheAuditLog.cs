using System.Data.Common;
using Bot.Storage;
using Dapper;

namespace Bot.Tests.Storage;

public sealed class KeepingTheAuditLog
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task NothingCanChangeOrDeleteAnEntry(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        // A second start finds the guard in place.
        await using var again = await RunningStorage.StartAsync(database.ConnectionString);
        var rows = storage.Get<AuditRows>();
        var entry = new AuditEntry { At = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero), Who = "29:a", Action = "withdrawn", What = "article ics", Why = "It was wrong." };
        await rows.AddAsync(entry, Ct);

        string[] attempts = ["update audit set why = 'It was right.'", "delete from audit", .. kind == DatabaseKind.Postgres ? ["truncate audit"] : Array.Empty<string>()];
        foreach (var attempt in attempts)
        {
            await using var connection = await storage.Get<Database>().OpenAsync(Ct);
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => connection.ExecuteAsync(attempt));
            Assert.Contains("the audit log is append only", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(entry, Assert.Single(await rows.ListAsync(null, 10, Ct)));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AnArticlesHistory_HasItsFileItsId_AndTheReleasesServedSince(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var rows = storage.Get<AuditRows>();
        var at = new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);
        (string Action, string What)[] entries =
            [("publication asked", "release 1"), ("draft writes", "basics/ics.md"), ("draft writes", "basics/stp.md"), ("publication asked", "release 2"), ("published", "release 2"), ("withdrawn", "article ics"), ("withdrawn", "article stp")];
        foreach (var (action, what) in entries) await rows.AddAsync(new AuditEntry { At = at = at.AddMinutes(1), Who = "29:a", Action = action, What = what, Why = "" }, Ct);

        Assert.Equal(["article ics", "release 2", "basics/ics.md"], (await rows.OfArticleAsync("basics/ics.md", "ics", 10, Ct)).Select(entry => entry.What));
        Assert.Empty(await rows.OfArticleAsync("basics/new.md", "new", 10, Ct));
    }

    [Fact]
    public void AFormulaInAReason_IsNoFormulaInTheTable()
    {
        var entry = new AuditEntry { At = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero), Who = "29:a", Action = "withdrawn", What = "article \"ics\"", Why = "=HYPERLINK(\"x\")" };

        Assert.Equal("\"2026-11-26T09:00:00Z\",\"29:a\",\"withdrawn\",\"article \"\"ics\"\"\",\"'=HYPERLINK(\"\"x\"\")\"", AuditCsv.Line(entry));
    }
}
