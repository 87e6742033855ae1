using Bot.Activities.Callers;
using Bot.Telemetry;
using Microsoft.Extensions.Options;

namespace Bot.Checkups.Looks;

/// <summary>Whether the collector of traces and figures can be reached, where one is named.</summary>
internal sealed class CollectorLook(IOptions<TelemetryOptions> options, IConfiguration configuration, IHttpClientFactory clients) : ICheckup
{
    private const string About = "Telemetry";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken ct)
    {
        var named = options.Value.Endpoint is { Length: > 0 } own ? own : configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] ?? "";
        if (TelemetryOptions.AddressOf(named) is not { } address) return [new(About, Standing.Well, "Traces and figures go nowhere; no collector is named.")];
        List<Finding> found = [await AnswersAsync(address, ct)
            ? new(About, Standing.Well, $"The collector at {address.Authority} answers.")
            : new(About, Standing.Fault, $"The collector at {address.Authority} does not answer, so traces, figures and log entries are lost.", "Start it, allow the connection, or correct Bot:Telemetry:Endpoint.")];
        if (options.Value.WithText) found.Add(new(About, Standing.Note, "What people write goes to the collector.", "Set Bot:Telemetry:WithText to false once what you look for is found."));
        return found;
    }

    private async Task<bool> AnswersAsync(Uri address, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var client = clients.CreateClient(KeyFetch.Client);
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return true;
        }
        catch (HttpRequestException e)
        {
            // A collector that speaks gRPC alone answers, though not in our tongue.
            return e.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
