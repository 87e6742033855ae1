using System.Diagnostics.Metrics;

namespace Bot.Telemetry;

/// <summary>What is counted while the service works. A counter that nobody reads costs one look at a field.</summary>
public static class Meters
{
    /// <summary>The name under which all figures and spans of the service are found.</summary>
    public const string Name = "ICSGuide";

    private static readonly Meter Meter = new(Name);

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    public static readonly Counter<long> Turns = Meter.CreateCounter<long>("icsguide.turns", "{turn}", "Turns that ended, by kind and outcome.");
    public static readonly Histogram<double> TurnDuration = Meter.CreateHistogram<double>("icsguide.turn.duration", "s", "From the activity's arrival to the turn's end.", tags: null, Seconds);
    public static readonly Histogram<double> Stages = Meter.CreateHistogram<double>("icsguide.stage.duration", "s", "How long a stage of a turn took.", tags: null, Seconds);
    public static readonly Counter<long> Answers = Meter.CreateCounter<long>("icsguide.answers", "{answer}", "Questions, by what the guide made of them.");
    public static readonly Counter<long> AzureQuestions = Meter.CreateCounter<long>("icsguide.azure.questions", "{question}", "Questions for Azure question answering, by what came of them.");
    public static readonly Counter<long> Refusals = Meter.CreateCounter<long>("icsguide.refusals", "{request}", "Requests that were refused, by status and code.");
    public static readonly Counter<long> Duplicates = Meter.CreateCounter<long>("icsguide.deliveries.duplicate", "{delivery}", "Activities that were delivered again and not answered again.");
    public static readonly Counter<long> ConnectorCalls = Meter.CreateCounter<long>("icsguide.connector.calls", "{call}", "Calls to the connector, by what became of them.");
    public static readonly Counter<long> ConnectorRetries = Meter.CreateCounter<long>("icsguide.connector.retries", "{call}", "Calls to the connector that were made again.");

    /// <summary>One more. Generic, so that no value is boxed where nobody listens.</summary>
    public static void Add<T>(this Counter<long> counter, string tag, T value)
    {
        if (counter.Enabled) counter.Add(1, new KeyValuePair<string, object?>(tag, Words(value)));
    }

    public static void Add<T>(this Counter<long> counter, string tag, T value, string other, string otherValue)
    {
        if (counter.Enabled) counter.Add(1, new KeyValuePair<string, object?>(tag, Words(value)), new KeyValuePair<string, object?>(other, otherValue));
    }

    // An enumeration as its name: a collector knows no types of ours.
    private static object? Words<T>(T value) => value is Enum ? value.ToString() : value;
}
