using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Fakes;

/// <summary>An OpenTelemetry collector on this machine that takes OTLP as http/protobuf.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, Protobuf Message, byte[] Raw)> _received = new();

    private Collector(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public IEnumerable<Span> Spans =>
        from request in _received
        where request.Path == "/v1/traces"
        from span in request.Message.All(1, 2, 2)
        select new Span(span.Text(5), span.Hex(1), span.Hex(2), span.Hex(4), span.Attributes(9));

    public IEnumerable<string> Figures => _received.Where(request => request.Path == "/v1/metrics").SelectMany(request => request.Message.All(1, 2, 2)).Select(metric => metric.Text(1)).Distinct();

    /// <summary>The numbers of the log entries.</summary>
    public IEnumerable<string> Events => _received.Where(request => request.Path == "/v1/logs").SelectMany(request => request.Message.All(1, 2, 2)).Select(entry => entry.Attributes(6).GetValueOrDefault("event.id", ""));

    public IEnumerable<string> ContentTypes => _types;

    private readonly ConcurrentQueue<string> _types = new();

    public bool Holds(string text) => _received.Any(request => request.Raw.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0);

    public static async Task<Collector> StartAsync()
    {
        var app = LoopbackServer.Build();
        var collector = new Collector(app);
        app.Run(collector.TakeAsync);
        await app.StartAsync();
        return collector;
    }

    /// <summary>Waits until what the test looks for has come.</summary>
    public async Task WaitAsync(Func<Collector, bool> there, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!there(this)) await Task.Delay(50, limit.Token);
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        _types.Enqueue(http.Request.ContentType ?? "");
        _received.Enqueue((http.Request.Path, new Protobuf(body.ToArray()), body.ToArray()));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public sealed record Span(string Name, string Trace, string Id, string Parent, Dictionary<string, string> Attributes);
}
