using System.Data.Common;
using Bot.Storage.Governors;
using Dapper;
using Microsoft.Extensions.Options;

namespace Bot.Storage;

/// <summary>Deletes texts that people wrote once they are older than the settings allow; counts stay.</summary>
public sealed class RetentionSweep(Database database, Terms terms, IOptions<StorageOptions> options, TimeProvider time, ILogger<RetentionSweep> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    public async Task SweepAsync(CancellationToken ct)
    {
        var days = options.Value.QuestionDays;
        var before = time.GetUtcNow().AddDays(-days);
        await using var connection = await database.OpenAsync(ct);
        var questions = await DeleteAsync("delete from question where at < @before");
        var turns = await DeleteAsync("delete from last_turn where at < @before");
        if (questions + turns > 0)
        {
            Log.Swept(log, questions, turns, days);
        }

        await terms.SweepAsync(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), ct);

        Task<int> DeleteAsync(string sql) => connection.ExecuteAsync(new CommandDefinition(sql, new { before }, cancellationToken: ct));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or TimeoutException or IOException)
            {
                Log.SweepFailed(log, Faults.Describe(e), Pause.TotalHours);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
