using System.Net.Http.Headers;
using Bot.Activities.Tokens;
using Trust = Bot.Activities.ConnectorHosts.Trust;

namespace Bot.Activities;

/// <summary>One call over the wire: within our rates, with our token where it belongs and nowhere else.</summary>
public sealed class ConnectorCalls(IHttpMessageHandlerFactory handlers, ConnectorHosts hosts, BotTokens tokens, SendLimits limits, TimeProvider time) : IDisposable
{
    /// <summary>Names the client in the factory.</summary>
    internal const string Client = "connector";

    private const int LongestAnswer = 64 * 1024;

    // A page of a roster holds up to 500 people.
    private const int LongestBody = 1024 * 1024;

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    // No client around it: what that adds (a base address, a time limit) is not used here. The handler is the factory's to end.
    private readonly HttpMessageInvoker _http = new(handlers.CreateHandler(Client), disposeHandler: false);

    internal async ValueTask<DeliveryResult> MakeAsync(ConnectorRequest call, CancellationToken ct)
    {
        var trust = hosts.Of(call.Address);
        if (trust == Trust.None)
            return new(DeliveryOutcome.Failed, 0, Code: "HostNotTrusted");
        if (trust == Trust.Local)
            return await SendAsync(call, null, ct);
        if (await limits.WaitAsync(call, ct) is { } wait)
            return new(DeliveryOutcome.Throttled, 0, Code: "OwnRateLimit", RetryAfter: wait);
        if (await tokens.FindAsync(refused: null, ct) is not { } token)
            return new(DeliveryOutcome.Unreachable, 0, Code: "NoToken");
        var result = await SendAsync(call, token, ct);
        return result.Status == 401 && await tokens.FindAsync(refused: token, ct) is { } other && other != token
            ? await SendAsync(call, other, ct)
            : result;
    }

    private async ValueTask<DeliveryResult> SendAsync(ConnectorRequest call, HeldToken? token, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(call.Method, call.Address);
        request.Headers.Authorization = token?.Header;
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
        var wait = ConnectorRetries.WaitAskedFor(response.Headers.RetryAfter, time);
        var status = response.StatusCode;
        var body = await ConnectorBody.ReadAsync(response.Content, wantsBody ? LongestBody : LongestAnswer, ct);
        var answer = wantsBody && response.IsSuccessStatusCode ? null : ConnectorAnswer.Parse(body.Span);
        return new(DeliveryResult.OutcomeOf(status), (int)status, answer?.Id, answer?.Code, wait) { Body = wantsBody ? body : default };
    }

    public void Dispose() => _http.Dispose();
}
