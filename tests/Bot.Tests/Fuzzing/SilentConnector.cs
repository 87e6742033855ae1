using Bot.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Fuzzing;

/// <summary>A connector that takes everything and keeps nothing but how much.</summary>
internal sealed class SilentConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _taken;

    private SilentConnector(WebApplication app) => _app = app;

    public Uri ServiceUrl => new(_app.Urls.Single() + "/uk/");

    public int Taken => _taken;

    public static async Task<SilentConnector> StartAsync()
    {
        var app = LoopbackServer.Build();
        var connector = new SilentConnector(app);
        app.Run(async http =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null);
            Interlocked.Increment(ref connector._taken);
            http.Response.StatusCode = 201;
            await http.Response.WriteAsync("{\"id\":\"1\"}");
        });
        await app.StartAsync();
        return connector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
