using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Whole.Load;

/// <summary>A connector that keeps of each message only which one it answers.</summary>
internal sealed class CountingConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, int> _answers = new();
    private int _apologies;

    private CountingConnector(WebApplication app) => _app = app;

    public Uri ServiceUrl => new(_app.Urls.Single() + "/uk/");

    /// <summary>How often each message was answered, by its id.</summary>
    public IReadOnlyDictionary<string, int> Answers => _answers;

    /// <summary>Answers that say that something went wrong.</summary>
    public int Apologies => _apologies;

    public static async Task<CountingConnector> StartAsync()
    {
        var app = LoopbackServer.Build();
        var connector = new CountingConnector(app);
        app.Run(connector.TakeAsync);
        await app.StartAsync();
        return connector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using (var message = await JsonDocument.ParseAsync(http.Request.Body))
        {
            if (message.RootElement.GetProperty("type").GetString() == "message") Count(message.RootElement);
        }

        http.Response.StatusCode = 201;
        await http.Response.WriteAsync("{\"id\":\"1\"}");
    }

    private void Count(JsonElement message)
    {
        if (message.TryGetProperty("text", out var text) && text.GetString()!.StartsWith("Sorry", StringComparison.Ordinal)) Interlocked.Increment(ref _apologies);
        else _answers.AddOrUpdate(message.GetProperty("replyToId").GetString()!, 1, (_, times) => times + 1);
    }
}
