using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Polly;

namespace Bot.Activities;

/// <summary>The Bot Connector's REST calls. One client, one pipeline and one pool of connections for the life of the process.</summary>
public sealed class ConversationClient : IDisposable
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json", "utf-8");
    private static readonly TimeSpan s_typingLimit = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http;
    private readonly ResiliencePipeline<DeliveryResult> _retries;
    private readonly TimeProvider _time;
    private readonly ILogger<ConversationClient> _log;

    public ConversationClient(IOptions<ActivityOptions> options, TimeProvider time, ILogger<ConversationClient> log)
    {
        _time = time;
        _log = log;
        _retries = ConnectorRetries.Build(options.Value, time);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseHeadersLength = 32,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
    }

    public ValueTask<DeliveryResult> SendAsync(Uri serviceUrl, string conversationId, OutboundActivity activity, CancellationToken ct) =>
        DeliverAsync(new(HttpMethod.Post, ConnectorAddress.Activities(serviceUrl, conversationId), ActivityWriter.ToUtf8(activity)), ct);

    public ValueTask<DeliveryResult> ReplyAsync(
        Uri serviceUrl, string conversationId, string activityId, OutboundActivity activity, CancellationToken ct) =>
        DeliverAsync(
            new(HttpMethod.Post, ConnectorAddress.Activity(serviceUrl, conversationId, activityId), ActivityWriter.ToUtf8(activity)), ct);

    public ValueTask<DeliveryResult> UpdateAsync(
        Uri serviceUrl, string conversationId, string activityId, OutboundActivity activity, CancellationToken ct) =>
        DeliverAsync(
            new(HttpMethod.Put, ConnectorAddress.Activity(serviceUrl, conversationId, activityId), ActivityWriter.ToUtf8(activity)), ct);

    public ValueTask<DeliveryResult> DeleteAsync(Uri serviceUrl, string conversationId, string activityId, CancellationToken ct) =>
        DeliverAsync(new(HttpMethod.Delete, ConnectorAddress.Activity(serviceUrl, conversationId, activityId), default), ct);

    /// <summary>Tried once and soon given up: an answer may be waiting behind it.</summary>
    internal async Task TypingAsync(Uri serviceUrl, string conversationId, OutboundActivity reply, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(s_typingLimit);
        var call = new Call(
            HttpMethod.Post,
            ConnectorAddress.Activities(serviceUrl, conversationId),
            ActivityWriter.ToUtf8(reply with { Type = ActivityTypes.Typing }));
        try
        {
            await TryAsync(call, limit.Token);
        }
        catch (OperationCanceledException)
        {
            Log.TypingGivenUp(_log);
        }
    }

    private async ValueTask<DeliveryResult> DeliverAsync(Call call, CancellationToken ct)
    {
        var result = await _retries.ExecuteAsync(
            static (state, token) => state.Client.TryAsync(state.Call, token), (Client: this, Call: call), ct);
        if (!result.IsDelivered)
            Log.NotDelivered(_log, call.Method, call.Address.Host, result.Outcome, result.Status, result.Code);
        return result;
    }

    private async ValueTask<DeliveryResult> TryAsync(Call call, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(call.Method, call.Address);
        if (!call.Body.IsEmpty)
            request.Content = new ReadOnlyMemoryContent(call.Body) { Headers = { ContentType = s_json } };
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            var wait = ConnectorRetries.WaitAskedFor(response.Headers.RetryAfter, _time);
            var status = response.StatusCode;
            var answer = await ConnectorAnswer.ReadAsync(response.Content, ct);
            return new(DeliveryResult.OutcomeOf(status), (int)status, answer?.Id, answer?.Code, wait);
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

    public void Dispose() => _http.Dispose();

    private readonly record struct Call(HttpMethod Method, Uri Address, ReadOnlyMemory<byte> Body);
}
