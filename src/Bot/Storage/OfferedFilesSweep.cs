using System.Data.Common;

namespace Bot.Storage;

/// <summary>Deletes offered files soon after their hour.</summary>
public sealed class OfferedFilesSweep(OfferedFiles files, TimeProvider time, ILogger<OfferedFilesSweep> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await files.SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or TimeoutException or IOException)
            {
                Log.FileSweepFailed(log, Faults.Describe(e), Pause.TotalMinutes);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
