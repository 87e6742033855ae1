using System.Diagnostics;
using System.Globalization;
using Bot.Storage;
using Bot.Tests.Storage;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Knowledge.Releases;

/// <summary>
/// The service is killed while it makes a release ready or swaps: at 1 moment, and 20 where ICSGUIDE_LONG is 1. Each takes as long
/// as a silent replica is waited for.
/// </summary>
public sealed class KillingTheService : IDisposable
{
    private static readonly string[] Questions = ["Where is the bicycle shed?", "Where is the water mill?"];
    private readonly TemporaryFolder _folder = new();

    private static int Moments => LongRun.IsOn ? 20 : 1;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task DuringAPublication_ItStartsOnTheOldOrTheNewRelease_AndThePublicationIsDone(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var village = new NoticedVillage(database, _folder.Path);
        var guide = await village.StartProcessAsync();
        try
        {
            var took = await PublishedAsync(village, 1, () => Task.CompletedTask);
            var started = new List<int>();
            for (var i = 0; i < Moments; i++)
            {
                var notice = i + 2;
                await PublishedAsync(village, notice, async () =>
                {
                    await Task.Delay(took * ((i + 0.5) / Moments), TestContext.Current.CancellationToken);
                    await guide.KillAsync();
                    await guide.DisposeAsync();
                    guide = await village.StartProcessAsync();
                    started.Add(await NoticeAsync(guide));
                    Assert.Contains(started[^1], new[] { notice - 1, notice });
                });
                await SwappedAsync(guide, notice);
            }

            LongRun.Report(string.Create(CultureInfo.InvariantCulture,
                $"the service killed at {Moments} moments of a publication of {took.TotalSeconds:0.0} s on {kind}: it started {started.Where((notice, i) => notice == i + 1).Count()} times on the old release, the rest on the new one"));
        }
        finally
        {
            await guide.DisposeAsync();
        }

        await using var after = await village.StartAsync();
        Assert.Equal((Moments + 1, Moments + 1), await WholeKnowledge.OfAsync(after));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<TimeSpan> PublishedAsync(NoticedVillage village, int notice, Func<Task> meanwhile)
    {
        using (var import = village.Import(notice)) Assert.Equal(0, (await import.EndsAsync()).Code);
        var clock = Stopwatch.StartNew();
        using var publish = village.Publish();
        await meanwhile();
        var (code, output) = await publish.EndsAsync();
        Assert.True(code == 0, output);
        return clock.Elapsed;
    }

    private static async Task<int> NoticeAsync(GuideProcess guide)
    {
        List<int> notices = [];
        foreach (var question in Questions) notices.Add(Assert.Single(NoticedContent.NoticesIn(await guide.AskAsync(question))));
        // The release may have been swapped between the two questions, but never back.
        Assert.Equal(notices.Order(), notices);
        return notices[0];
    }

    private static async Task SwappedAsync(GuideProcess guide, int notice)
    {
        var since = Stopwatch.StartNew();
        while (await NoticeAsync(guide) != notice) Assert.True(since.Elapsed < TimeSpan.FromSeconds(5), "The new release is not answered from within 5 seconds.");
    }
}
