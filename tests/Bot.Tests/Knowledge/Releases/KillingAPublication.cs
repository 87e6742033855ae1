using System.Diagnostics;
using System.Globalization;
using Bot.Storage;
using Bot.Tests.Storage;
using Bot.Tests.Support;

namespace Bot.Tests.Knowledge.Releases;

/// <summary>An import and its publication, killed at moments spread evenly over them: 10, and 200 where ICSGUIDE_LONG is 1.</summary>
public sealed class KillingAPublication : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static int Moments => LongRun.IsOn ? 200 : 10;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AtAnyMoment_LeavesTheOldOrTheNewRelease_Whole_AndWhatWasSaidToBeDoneIsDone(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var village = new NoticedVillage(database, _folder.Path);
        // The shortest, so that on a busy machine few moments lie behind the end.
        TimeSpan[] measured = [await village.BringAsync(1), await village.BringAsync(2)];
        var took = measured.Min();
        var (before, ended) = (2, new Dictionary<string, int>());
        for (var i = 0; i < Moments; i++)
        {
            var notice = i + 3;
            var done = await KilledAsync(village, notice, took * ((i + 0.5) / Moments));
            await using (var guide = await village.StartAsync())
            {
                var (served, drafted) = await WholeKnowledge.OfAsync(guide);
                Assert.Contains(served, new[] { before, notice });
                Assert.Contains(drafted, new[] { before, notice });
                if (done >= Done.Imported) Assert.Equal(notice, drafted);
                if (done == Done.Published) Assert.Equal(notice, served);
                var how = $"{done}, {(served == notice ? "new" : "old")} release{(drafted != served ? " with drafts" : "")}";
                ended[how] = ended.GetValueOrDefault(how) + 1;
            }

            await RepeatAsync(village, notice, done);
            before = notice;
        }

        LongRun.Report(string.Create(CultureInfo.InvariantCulture,
            $"kill -9 at {Moments} moments of an import and publication of {took.TotalSeconds:0.0} s on {kind}: {string.Join("; ", ended.OrderBy(e => e.Key).Select(e => $"{e.Key}: {e.Value}"))}"));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<Done> KilledAsync(NoticedVillage village, int notice, TimeSpan moment)
    {
        var started = Stopwatch.GetTimestamp();
        using var import = village.Import(notice);
        if (await import.KilledAfterAsync(moment)) return Done.Nothing;
        Assert.Equal(0, (await import.EndsAsync()).Code);
        using var publish = village.Publish();
        if (await publish.KilledAfterAsync(moment - Stopwatch.GetElapsedTime(started))) return Done.Imported;
        Assert.Equal(0, (await publish.EndsAsync()).Code);
        return Done.Published;
    }

    // The killed command again, and what would have come after it. Nothing was running in between but the service that looked.
    private static async Task RepeatAsync(NoticedVillage village, int notice, Done done)
    {
        if (done == Done.Nothing)
        {
            using var import = village.Import(notice);
            Assert.Equal(0, (await import.EndsAsync()).Code);
        }

        if (done == Done.Published) return;
        using var publish = village.Publish();
        var (code, output) = await publish.EndsAsync();
        // A publication that was asked for goes on in the service, without the command that asked.
        Assert.True(code == 0 || output.Contains("nothing to publish", StringComparison.Ordinal), output);
        await using var guide = await village.StartAsync();
        Assert.Equal((notice, notice), await WholeKnowledge.OfAsync(guide));
    }

    private enum Done
    {
        Nothing,
        Imported,
        Published,
    }
}
