using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Fakes;

/// <param name="Target">The request target as it came over the wire, still encoded.</param>
/// <param name="At">A <see cref="Stopwatch"/> timestamp.</param>
public sealed record ConnectorCall(string Method, string Target, string Body, long At)
{
    public string? Authorization { get; init; }

    public JsonElement Json => JsonElement.Parse(Body);

    public string? Type => Body.Length > 0 && Json.TryGetProperty("type", out var type) ? type.GetString() : null;

    public string? Text => Json.TryGetProperty("text", out var text) ? text.GetString() : null;
}

/// <summary>A Bot Connector on this machine: notes every call and answers as scripted, else 201 with a new id.</summary>
public sealed class RecordingConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<ConnectorCall> _calls = [];
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _script = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private int _ids;

    private RecordingConnector(WebApplication app) => _app = app;

    /// <summary>Ends with a slash, as Teams sends it.</summary>
    public Uri ServiceUrl { get; private set; } = null!;

    public IReadOnlyList<ConnectorCall> Calls
    {
        get
        {
            lock (_calls)
                return [.. _calls];
        }
    }

    public IReadOnlyList<ConnectorCall> Messages => [.. Calls.Where(call => call.Type == "message")];

    public static async Task<RecordingConnector> StartAsync()
    {
        var app = LoopbackServer.Build();
        var connector = new RecordingConnector(app);
        app.Run(connector.HandleAsync);
        await app.StartAsync();
        connector.ServiceUrl = new Uri(app.Urls.Single() + "/amer/");
        return connector;
    }

    /// <summary>The next call not yet scripted gets this answer.</summary>
    public RecordingConnector Next(int status, string? retryAfter = null, string body = "", string? location = null)
    {
        return Next(http =>
        {
            http.Response.StatusCode = status;
            if (retryAfter is not null)
                http.Response.Headers.RetryAfter = retryAfter;
            if (location is not null)
                http.Response.Headers.Location = location;
            return http.Response.WriteAsync(body);
        });
    }

    public RecordingConnector Next(Func<HttpContext, Task> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    /// <summary>The next call gets its answer a piece at a time, with a pause before each.</summary>
    public RecordingConnector NextSlowly(TimeSpan pause, params string[] pieces) => Next(async http =>
    {
        http.Response.StatusCode = 201;
        foreach (var piece in pieces)
        {
            await Task.Delay(pause);
            await http.Response.WriteAsync(piece);
            await http.Response.Body.FlushAsync();
        }
    });

    /// <summary>The next call's connection breaks before the answer, or in the middle of it.</summary>
    public RecordingConnector NextBroken(string sentBefore = "") => Next(async http =>
    {
        if (sentBefore.Length > 0)
        {
            http.Response.StatusCode = 201;
            await http.Response.WriteAsync(sentBefore);
            await http.Response.Body.FlushAsync();

            // A reset that comes at once may take what was sent before with it.
            await Task.Delay(300);
        }

        http.Abort();
    });

    /// <summary>Waits until so many calls have come in, typing included.</summary>
    public async Task<IReadOnlyList<ConnectorCall>> WaitAsync(int count, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (Calls.Count < count)
            await _arrived.WaitAsync(limit.Token);
        return Calls;
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var scripted = _script.TryDequeue(out var answer);
        lock (_calls)
            _calls.Add(new(http.Request.Method, target, body, Stopwatch.GetTimestamp()) { Authorization = http.Request.Headers.Authorization });
        _arrived.Release();
        if (scripted)
        {
            await answer!(http);
            return;
        }

        var (status, answered) = ConnectorAnswers.To(http.Request.Method, target, () => $"c-{Interlocked.Increment(ref _ids)}");
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answered);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _arrived.Dispose();
    }
}
