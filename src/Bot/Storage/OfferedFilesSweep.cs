namespace Bot.Storage;

/// <summary>Deletes offered files soon after their hour. One instance does it for all.</summary>
public sealed class OfferedFilesSweep(OfferedFiles files, Schedules schedules) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => schedules.RunAsync("offered-files", Every, files.SweepAsync, stoppingToken);
}
