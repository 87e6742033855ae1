using Bot.Knowledge.Drafts;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Sources;

/// <summary>Refreshes sources and looks at links by the clock, on whichever replica takes the job, and tells administrators what was found.</summary>
public sealed class ScheduledRefresh(Refreshing refreshing, LinkWatch links, AdminFindings findings, IEnumerable<TellAdmins> admins, TimeProvider time)
{
    public const string Who = "schedule";

    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            await LookAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The log has more; a database that does not answer cannot pass this on either.
            await TellAsync(AdminFindings.Failed(e, time.GetUtcNow()), ct);
            throw;
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        // A refresh that somebody runs at this moment does the same.
        await refreshing.ScheduledAsync(new Editor(Who, "Refreshed by the clock."), ct);
        await links.LookAsync(ct);
        foreach (var finding in await findings.ListAsync(ct)) await TellAsync(finding, ct);
    }

    private async Task TellAsync(AdminFinding finding, CancellationToken ct)
    {
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
