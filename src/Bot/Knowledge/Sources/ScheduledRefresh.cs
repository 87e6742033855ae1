using Bot.Knowledge.Drafts;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Sources;

/// <summary>Refreshes sources and looks at links by the clock, on whichever replica takes the job, and tells administrators what was found.</summary>
public sealed class ScheduledRefresh(
    ConfiguredSources sources, Refreshing refreshing, LinkWatch links, AdminFindings findings, IEnumerable<TellAdmins> admins)
{
    public const string Who = "schedule";

    public async Task RunAsync(CancellationToken ct)
    {
        var due = sources.All.Where(source => source.OnSchedule).ToArray();
        // A refresh that somebody runs at this moment does the same.
        if (due.Length > 0) await refreshing.OfAsync(due, null, new Editor(Who, "Refreshed by the clock."), ct);
        await links.LookAsync(ct);
        foreach (var finding in await findings.ListAsync(ct))
            foreach (var tell in admins) await tell(finding, ct);
    }
}

/// <summary>The clock of <see cref="ScheduledRefresh"/>; for the service, not for commands that end.</summary>
public sealed class RefreshClock(Schedules schedules, ScheduledRefresh refresh, IOptions<SourceOptions> options) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.RefreshHours > 0
        ? schedules.RunAsync("scheduled refresh", TimeSpan.FromHours(options.Value.RefreshHours), refresh.RunAsync, stoppingToken)
        : Task.CompletedTask;
}
