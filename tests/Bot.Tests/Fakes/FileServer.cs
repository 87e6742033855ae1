using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Fakes;

public sealed record FileCall(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body);

/// <summary>Stands for OneDrive on this machine: notes every call and answers as scripted, else 201.</summary>
public sealed class FileServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<FileCall> _calls = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _script = new();

    private FileServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public IReadOnlyList<FileCall> Calls => [.. _calls];

    public static async Task<FileServer> StartAsync()
    {
        var app = LoopbackServer.Build();
        var server = new FileServer(app);
        app.Run(server.HandleAsync);
        await app.StartAsync();
        return server;
    }

    public FileServer Next(Func<HttpContext, Task> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    public FileServer Next(int status) => Next(http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    public FileServer NextRedirect(string to) => Next(http =>
    {
        http.Response.Redirect(to);
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        _calls.Enqueue(new(http.Request.Method, http.Request.Path, http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString()), body.ToArray()));
        if (_script.TryDequeue(out var answer)) await answer(http);
        else http.Response.StatusCode = 201;
    }
}
