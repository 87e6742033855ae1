using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;
using Bot.Storage;
using Bot.Tests.Support;
using Bot.Tests.Whole;
using Dapper;

namespace Bot.Tests.Knowledge.Releases;

/// <summary>What must hold of a started service and its database, whatever was killed before.</summary>
internal static class WholeKnowledge
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <returns>The notice that is served, and the one that would be if the drafts were published.</returns>
    public static async Task<(int Served, int Drafted)> OfAsync(GuideOnKestrel guide)
    {
        await SettledAsync(guide);
        var served = await ServedAsync(guide);
        var draft = await guide.Get<Drafting>().CurrentAsync(Ct);
        var drafted = NoticedContent.NoticeOf(draft.Files);
        Assert.Equal(drafted == served ? 0 : NoticedContent.Articles, draft.Rows.Count);
        Assert.Empty(draft.Stale);
        await ReleasesAsync(guide);
        await AuditAsync(guide, draft);
        return (served, drafted);
    }

    /// <summary>What was asked for before is finished or given up by the service itself.</summary>
    private static async Task SettledAsync(GuideOnKestrel guide)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (await guide.Get<ServedRelease>().ReadAsync(limit.Token) is var pointer && (pointer.Wanted != pointer.Number || guide.Get<KnowledgeStore>().Current.Number != pointer.Number))
            await Task.Delay(20, limit.Token);
        Assert.Null((await guide.Get<ServedRelease>().ReadAsync(Ct)).Problem);
    }

    private static async Task<int> ServedAsync(GuideOnKestrel guide)
    {
        var pointer = await guide.Get<ServedRelease>().ReadAsync(Ct);
        var files = pointer.Number == 0 ? NoticedContent.Of(0) : ContentFiles.Unpack((await guide.Get<ReleaseRows>().FindAsync(pointer.Number, Ct))!.Files);
        var served = NoticedContent.NoticeOf(files);
        foreach (var question in new[] { "Where is the bicycle shed?", "Where is the water mill?" })
            Assert.Equal([served], NoticedContent.NoticesIn(CardReading.VisibleText(await guide.AskAsync(question))));
        return served;
    }

    private static async Task ReleasesAsync(GuideOnKestrel guide)
    {
        var rows = await guide.Get<ReleaseRows>().ListAsync(1_000, Ct);
        Assert.Equal(Enumerable.Range(1, rows.Count).Reverse().Select(number => (long)number), rows.Select(row => row.Number));
        foreach (var row in rows.Take(3))
        {
            var files = ContentFiles.Unpack((await guide.Get<ReleaseRows>().FindAsync(row.Number, Ct))!.Files);
            Assert.Equal(row.Hash, files.Hash);
            NoticedContent.NoticeOf(files);
        }
    }

    // Every draft and every release has its entry, and every move of the pointer has one.
    private static async Task AuditAsync(GuideOnKestrel guide, Draft draft)
    {
        await using var connection = await guide.Get<Database>().OpenAsync(Ct);
        foreach (var row in draft.Rows)
            Assert.Equal(1, await connection.ExecuteScalarAsync<long>("select count(*) from audit where action = 'draft writes' and what = @Path and at = @At", row));
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("select count(*) from audit where action = 'draft writes'") % NoticedContent.Articles);
        Assert.Equal(await connection.ExecuteScalarAsync<long>("select count(*) from release"), await connection.ExecuteScalarAsync<long>("select count(*) from audit where action = 'release made'"));
        Assert.Equal(await connection.ExecuteScalarAsync<long>("select moved from served"), await connection.ExecuteScalarAsync<long>("select count(*) from audit where action = 'published'"));
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("select count(*) from audit where action = 'publication failed'"));
    }
}
