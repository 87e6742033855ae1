using Microsoft.Extensions.Options;

namespace Bot.Storage;

/// <summary>Deletes texts that people wrote once they are older than the settings allow; counts stay. One instance does it for all.</summary>
public sealed class RetentionSweep(OldRows rows, Schedules schedules, IOptions<StorageOptions> options, ILogger<RetentionSweep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    public async Task SweepAsync(CancellationToken ct)
    {
        var days = options.Value.QuestionDays;
        var (questions, turns, messages) = await rows.DeleteAsync(days, ct);
        if (questions + turns + messages > 0) Log.Swept(log, questions, turns, messages, days);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => schedules.RunAsync("retention", Every, SweepAsync, stoppingToken);
}
