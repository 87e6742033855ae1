using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Answers;

/// <summary>Times reading and ranking for whoever listens under the engine's name. Where nobody does, it costs one look at two fields.</summary>
public static class EngineStages
{
    /// <summary>The name under which the engine's spans and figures are found.</summary>
    public const string Name = "ICSGuide.Answers";

    /// <summary>The question's words, names and years were read.</summary>
    public const string Understood = "understood";

    /// <summary>What may answer it was put in order, and how likely it is was weighed.</summary>
    public const string Ranked = "ranked";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("icsguide.engine.duration", "s", "How long the engine took to read a question, and to rank what may answer it.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05] });

    internal static Running Begin(string name) => Source.HasListeners() || Duration.Enabled ? new Running(name) : default;

    internal readonly struct Running : IDisposable
    {
        private readonly string? _name;
        private readonly long _started;
        private readonly Activity? _span;

        public Running(string name)
        {
            (_name, _started) = (name, Stopwatch.GetTimestamp());
            // Only inside a turn: an engine that is asked by a command or a training is no trace.
            _span = Activity.Current is null ? null : Source.StartActivity(name);
        }

        public void Dispose()
        {
            if (_name is null) return;
            Duration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, new KeyValuePair<string, object?>("stage", _name));
            _span?.Dispose();
        }
    }
}
