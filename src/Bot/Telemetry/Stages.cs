using System.Diagnostics;

namespace Bot.Telemetry;

/// <summary>The parts of a turn that are timed one by one; the engine times two more, see <c>Answers.EngineStages</c>.</summary>
public static class Stages
{
    public const string Proven = "proven", Queued = "queued", Azure = "azure", Card = "card", Stored = "stored", Sent = "sent";

    /// <summary>Where nobody listens nothing is made: one look at two fields.</summary>
    public static Stage Begin(string name) => TurnTelemetry.AreWatched ? new Stage(name) : default;
}

/// <summary>One stage while it runs; disposed at its end.</summary>
public readonly struct Stage : IDisposable
{
    private readonly string? _name;
    private readonly long _started;
    private readonly Activity? _span;

    internal Stage(string name)
    {
        (_name, _started) = (name, Stopwatch.GetTimestamp());
        // Without a turn around it, such as a reminder's, a stage would be a trace of its own.
        _span = Activity.Current?.Source == TurnTelemetry.Source ? TurnTelemetry.Source.StartActivity(name) : null;
    }

    public void Dispose()
    {
        if (_name is null) return;
        Meters.Stages.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, new KeyValuePair<string, object?>(Tags.Stage, _name));
        _span?.Dispose();
    }
}
