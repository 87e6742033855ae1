using Bot.Telemetry;
using Microsoft.Extensions.Options;
using Polly;

namespace Bot.Activities;

/// <summary>Makes calls to connectors, as often as their answers ask for.</summary>
public sealed class ConnectorTransport(ConnectorCalls calls, IOptions<ActivityOptions> options, TimeProvider time, ILogger<ConnectorTransport> log)
{
    // Built when the first call fails: that takes longer than a hundred calls.
    private readonly Lazy<ResiliencePipeline<DeliveryResult>> _retries = new(() => ConnectorRetries.Build(options.Value, time));

    internal async ValueTask<DeliveryResult> SendAsync(ConnectorRequest call, CancellationToken ct)
    {
        var result = await calls.MakeAsync(call, ct);
        if (result.MayTryAgain)
            result = await _retries.Value.ExecuteAsync(static (tries, token) => tries.NextAsync(token), new Tries(calls, call, result), ct);
        Meters.ConnectorCalls.Add(Tags.Outcome, result.Outcome);
        if (!result.IsDelivered)
            Log.NotDelivered(log, call.Method, call.Address.Host, result.Outcome, result.Status, result.Code);
        return result;
    }

    internal async ValueTask<DeliveryResult> TryAsync(ConnectorRequest call, CancellationToken ct)
    {
        var result = await calls.MakeAsync(call, ct);
        Meters.ConnectorCalls.Add(Tags.Outcome, result.Outcome);
        return result;
    }

    // The pipeline is entered only where the first try failed, and is then told of that try: nearly all succeed.
    private sealed class Tries(ConnectorCalls calls, ConnectorRequest call, DeliveryResult first)
    {
        private DeliveryResult? _first = first;

        public ValueTask<DeliveryResult> NextAsync(CancellationToken ct) =>
            Interlocked.Exchange(ref _first, null) is { } done ? new(done) : AgainAsync(ct);

        private ValueTask<DeliveryResult> AgainAsync(CancellationToken ct)
        {
            Meters.ConnectorRetries.Add(1);
            return calls.MakeAsync(call, ct);
        }
    }
}
