using System.Text;
using Bot.Storage;
using Bot.Tests.Fakes;

namespace Bot.Tests.Storage;

public sealed class OfferingFiles
{
    private static readonly OfferedFile Pack = new("pack.docx", "text/plain", "Your pack.", Encoding.UTF8.GetBytes("our own notes"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AFile_IsFoundByAnotherProcess(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        string id;
        await using (var first = await RunningStorage.StartAsync(database.ConnectionString))
            id = await first.Get<OfferedFiles>().KeepAsync("c", Pack, Ct);

        await using var second = await RunningStorage.StartAsync(database.ConnectionString);
        var file = await second.Get<OfferedFiles>().ReadAsync(id, Ct);

        Assert.Equal(Pack.Bytes.ToArray(), file!.Bytes.ToArray());
        Assert.Equal(Pack with { Bytes = default }, file with { Bytes = default });
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task TheRow_HoldsNeitherTheIdNorAWordOfTheFile(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString);
        var id = await storage.Get<OfferedFiles>().KeepAsync("c-1", Pack, Ct);

        Assert.NotEqual(id, await storage.ScalarAsync<string>("select id from file_offer"));
        Assert.NotEqual("c-1", await storage.ScalarAsync<string>("select conversation from file_offer"));
        var kept = Encoding.Latin1.GetString((await storage.ScalarAsync<byte[]>("select sealed from file_offer"))!);
        Assert.DoesNotContain("notes", kept, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task OnlyOne_MayHandItOverAtATime(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var time = new FakeTime();
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString, time);
        var files = storage.Get<OfferedFiles>();
        var id = await files.KeepAsync("c", Pack, Ct);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => files.TryClaimAsync(id, "c", Ct), Ct)));

        Assert.Single(claims, won => won);
        Assert.False(await files.TryClaimAsync(id, "another", Ct));
        await files.ReleaseAsync(id, Ct);
        Assert.True(await files.TryClaimAsync(id, "c", Ct));
        // Whoever held it died.
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.True(await files.TryClaimAsync(id, "c", Ct));
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AfterAnHour_ItIsGone_AndTheSweepDeletesIt(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var time = new FakeTime();
        await using var storage = await RunningStorage.StartAsync(database.ConnectionString, time);
        var files = storage.Get<OfferedFiles>();
        var id = await files.KeepAsync("c", Pack, Ct);
        time.Advance(OfferedFiles.Kept);

        Assert.Null(await files.ReadAsync(id, Ct));
        Assert.False(await files.TryClaimAsync(id, "c", Ct));
        await files.SweepAsync(Ct);
        Assert.Equal(0, await storage.ScalarAsync<long>("select count(*) from file_offer"));
    }
}
