using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Polly;

namespace Bot.Activities;

/// <summary>Takes calls to connectors over the wire. One pipeline and one pool of connections for the life of the process.</summary>
public sealed class ConnectorTransport : IDisposable
{
    private const int LongestAnswer = 64 * 1024;

    // A page of a roster holds up to 500 people.
    private const int LongestBody = 1024 * 1024;

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    // No client around it: what that adds (a base address, a time limit) is not used here.
    private readonly HttpMessageInvoker _http;
    private readonly ResiliencePipeline<DeliveryResult> _retries;
    private readonly TimeProvider _time;
    private readonly ILogger<ConnectorTransport> _log;

    public ConnectorTransport(IOptions<ActivityOptions> options, TimeProvider time, ILogger<ConnectorTransport> log)
    {
        _time = time;
        _log = log;
        _retries = ConnectorRetries.Build(options.Value, time);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseHeadersLength = 32,
        });
    }

    /// <summary>Tries as often as the answers ask for.</summary>
    internal async ValueTask<DeliveryResult> SendAsync(ConnectorRequest call, CancellationToken ct)
    {
        var result = await TryAsync(call, ct);
        if (result.MayTryAgain)
        {
            result = await _retries.ExecuteAsync(
                static (tries, token) => tries.NextAsync(token), new Tries(this, call, result), ct);
        }

        if (!result.IsDelivered)
            Log.NotDelivered(_log, call.Method, call.Address.Host, result.Outcome, result.Status, result.Code);
        return result;
    }

    internal async ValueTask<DeliveryResult> TryAsync(ConnectorRequest call, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(call.Method, call.Address);
        if (!call.Body.IsEmpty)
            request.Content = new ReadOnlyMemoryContent(call.Body) { Headers = { ContentType = Json } };
        try
        {
            using var response = await _http.SendAsync(request, ct);
            return await ReadAsync(response, call.WantsBody, ct);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            return new(DeliveryOutcome.Unreachable, 0, Code: e.HttpRequestError.ToString());
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // Perhaps accepted: sending again could show the message twice.
            return new(DeliveryOutcome.Failed, 0, Code: e.GetType().Name);
        }
    }

    private async ValueTask<DeliveryResult> ReadAsync(HttpResponseMessage response, bool wantsBody, CancellationToken ct)
    {
        var wait = ConnectorRetries.WaitAskedFor(response.Headers.RetryAfter, _time);
        var status = response.StatusCode;
        var body = await ConnectorBody.ReadAsync(response.Content, wantsBody ? LongestBody : LongestAnswer, ct);
        var answer = wantsBody && response.IsSuccessStatusCode ? null : ConnectorAnswer.Parse(body.Span);
        return new(DeliveryResult.OutcomeOf(status), (int)status, answer?.Id, answer?.Code, wait) { Body = wantsBody ? body : default };
    }

    public void Dispose() => _http.Dispose();

    // The pipeline is entered only where the first try failed, and is then told of that try: nearly all succeed.
    private sealed class Tries(ConnectorTransport transport, ConnectorRequest call, DeliveryResult first)
    {
        private DeliveryResult? _first = first;

        public ValueTask<DeliveryResult> NextAsync(CancellationToken ct)
        {
            if (Interlocked.Exchange(ref _first, null) is { } done) return new(done);
            return transport.TryAsync(call, ct);
        }
    }
}
