using Bot.Knowledge.Drafts;
using Bot.Storage;
using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>Looks into sources and turns what has changed there into drafts. Nothing of it is served before somebody publishes it.</summary>
public sealed class Refreshing(ConfiguredSources sources, SourceRefresh refresh, SourceRows rows, Schedules schedules, TimeProvider time)
{
    internal const string Job = "refresh";

    /// <summary>Refreshes one source, or all. Only one refresh runs at a time, on whichever replica.</summary>
    /// <param name="source">Its name in the settings; null: all of them.</param>
    /// <param name="progress">Told at the beginning and after every document, on any thread.</param>
    /// <param name="editor">Who and why, for the drafts and the audit log.</param>
    /// <param name="ct">Stops between two documents. What was done stays; the next refresh goes on from there.</param>
    public Task<RefreshReport> RunAsync(string? source, IProgress<RefreshProgress>? progress, Editor editor, CancellationToken ct) =>
        OfAsync(source is null ? sources.All : sources.Find(source) is { } one ? [one] : [], progress, editor, ct);

    /// <summary>Those that are on the schedule.</summary>
    internal Task<RefreshReport> ScheduledAsync(Editor editor, CancellationToken ct) => OfAsync([.. sources.All.Where(source => source.OnSchedule)], null, editor, ct);

    private async Task<RefreshReport> OfAsync(IReadOnlyList<ConfiguredSource> wanted, IProgress<RefreshProgress>? progress, Editor editor, CancellationToken ct)
    {
        if (wanted.Count == 0) return new RefreshReport { Problem = sources.NoneOfThese };
        var report = new RefreshReport();
        var ran = await schedules.TryAsync(Job, TimeSpan.Zero, async held => report = await refresh.RunAsync(wanted, new ProgressMeter(progress, time), editor, held), ct);
        return ran ? report : new RefreshReport { Problem = "Another refresh is running. Wait until it is done, at most a minute after a stop, then try again." };
    }

    /// <summary>Documents are read again at the next refresh; for when drafts that were made of them were forgotten.</summary>
    public Task ReadAgainAsync(CancellationToken ct) => rows.ReadAgainAsync(ct);
}
