using System.Data.Common;
using System.Diagnostics.Metrics;
using Bot.Storage;
using Microsoft.Extensions.Hosting;

namespace Bot.Telemetry.Export;

/// <summary>Figures that lie in the database: looked up four times a minute, and read from here by whoever collects.</summary>
public sealed class Gauges : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly string[] States = ["waiting", "sending", "sent", "dead"];

    private readonly OutboxReport _outbox;
    private readonly Counters _counters;
    private readonly ServedRelease _served;
    private readonly ReleaseRows _releases;
    private readonly TimeProvider _time;
    private readonly Meter _meter = new(Meters.Name);
    private volatile Found? _found;

    public Gauges(OutboxReport outbox, Counters counters, ServedRelease served, ReleaseRows releases, TimeProvider time)
    {
        (_outbox, _counters, _served, _releases, _time) = (outbox, counters, served, releases, time);
        _meter.CreateObservableGauge("icsguide.outbox.depth", Depth, "{message}", "Messages in the outbox, by state.");
        _meter.CreateObservableCounter("icsguide.outbox.possibly_doubled", () => Of(found => found.Doubled), "{message}", "Messages that may have been sent twice.");
        _meter.CreateObservableGauge("icsguide.release.number", () => Of(found => found.Release), null, "The release that is served; 0 is the content that the program brings.");
        _meter.CreateObservableGauge("icsguide.release.age", Age, "s", "Since the served release was made; nothing for the content that the program brings.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        do
        {
            try
            {
                _found = await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or IOException or TimeoutException && !stoppingToken.IsCancellationRequested)
            {
                // An old figure would look like a true one.
                _found = null;
            }

            await Task.Delay(Pause, _time, stoppingToken);
        }
        while (true);
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    private async Task<Found> LookAsync(CancellationToken ct)
    {
        var served = await _served.ReadAsync(ct);
        var made = (await _releases.ListAsync(100, ct)).FirstOrDefault(release => release.Number == served.Number)?.MadeAt;
        return new(await _outbox.CountsAsync(ct), await _counters.ReadAsync(OutboxRows.Doubled, ct), served.Number, made);
    }

    private IEnumerable<Measurement<long>> Depth() => _found is not { } found ? [] : States.Select(state =>
        new Measurement<long>(found.Messages.FirstOrDefault(count => count.State == state)?.Messages ?? 0, new KeyValuePair<string, object?>(Tags.State, state)));

    private IEnumerable<Measurement<double>> Age() => _found?.Made is { } made ? [new((_time.GetUtcNow() - made).TotalSeconds)] : [];

    private IEnumerable<Measurement<long>> Of(Func<Found, long> figure) => _found is { } found ? [new(figure(found))] : [];

    private sealed record Found(IReadOnlyList<OutboxCount> Messages, long Doubled, long Release, DateTimeOffset? Made);
}
