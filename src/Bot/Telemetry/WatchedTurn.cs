using System.Diagnostics;

namespace Bot.Telemetry;

/// <summary>One turn while somebody listens: its span, and what it came to.</summary>
public sealed class WatchedTurn
{
    private readonly string _kind;
    private readonly Activity? _span;
    private readonly long _started = Stopwatch.GetTimestamp();

    internal WatchedTurn(string kind, Activity? span)
    {
        (_kind, _span) = (kind, span);
        span?.SetTag(Tags.Kind, kind);
    }

    public string Outcome { get; set; } = TurnTelemetry.Done;

    public string Feature
    {
        set => _span?.SetTag(Tags.Feature, value);
    }

    /// <summary>Kept only where <c>Bot:Telemetry:WithText</c> is on.</summary>
    public string Text
    {
        set
        {
            if (TurnTelemetry.WithText) _span?.SetTag(Tags.Text, value);
        }
    }

    /// <summary>Goes on where it was taken from the queue.</summary>
    public void Resume()
    {
        TurnTelemetry.Enter(this);
        Activity.Current = _span;
        Meters.Stages.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, new KeyValuePair<string, object?>(Tags.Stage, Stages.Queued));
    }

    public void End(string? outcome = null)
    {
        if (outcome is not null) Outcome = outcome;
        _span?.SetTag(Tags.Outcome, Outcome);
        if (Outcome == TurnTelemetry.Failed) _span?.SetStatus(ActivityStatusCode.Error);
        _span?.Dispose();
        var (kind, ended) = (new KeyValuePair<string, object?>(Tags.Kind, _kind), new KeyValuePair<string, object?>(Tags.Outcome, Outcome));
        Meters.Turns.Add(1, kind, ended);
        Meters.TurnDuration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, kind, ended);
    }
}
