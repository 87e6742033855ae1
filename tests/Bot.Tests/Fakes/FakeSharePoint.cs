using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Fakes;

/// <summary>
/// Microsoft Graph on this machine, as far as its documentation describes sites, libraries, delta and content. A page of delta
/// answers its token; several answers to one token are given in turn, the last one for good. Bytes lie on a second port.
/// </summary>
public sealed class FakeSharePoint : IAsyncDisposable
{
    public const string Folder = "https://contoso.sharepoint.com/sites/Gov/Shared%20Documents/Guides", FolderId = "01GUIDES";

    private const string Drive = "b!drive";
    private readonly WebApplication _graph, _store;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<HttpContext, Task>>> _answers = new();
    private readonly ConcurrentDictionary<string, byte[]> _files = new();

    private FakeSharePoint(WebApplication graph, WebApplication store) => (_graph, _store) = (graph, store);

    public string Endpoint => $"{_graph.Urls.Single()}/v1.0";

    /// <summary>Path and query of every call, in order.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    public ConcurrentQueue<string> Authorizations { get; } = new();

    /// <summary>The Authorization header of every call for bytes; there should be none.</summary>
    public ConcurrentQueue<string> Downloads { get; } = new();

    public static async Task<FakeSharePoint> StartAsync()
    {
        var (app, store) = (LoopbackServer.Build(), LoopbackServer.Build());
        var fake = new FakeSharePoint(app, store);
        store.MapGet("/download/{item}", fake.DownloadAsync);
        app.MapGet("/v1.0/sites/contoso.sharepoint.com:/sites/Gov", http => WriteAsync(http, new JsonObject { ["id"] = "contoso.sharepoint.com,1,2" }));
        app.MapGet("/v1.0/sites/{site}/drives", http => WriteAsync(http, new JsonObject { ["value"] = new JsonArray(Library("b!other", "Site%20Pages"), Library(Drive, "Shared%20Documents")) }));
        app.MapGet($"/v1.0/drives/{Drive}/root:/Guides", http => WriteAsync(http, FolderOf(FolderId, "Guides", "01ROOT")));
        foreach (var route in (string[])["root/delta", "root/delta()", "items/root/delta", "items/root/delta()"])
            app.MapGet($"/v1.0/drives/{Drive}/{route}", http => fake.AnswerAsync($"delta {http.Request.Query["token"]}", http));
        app.MapGet($"/v1.0/drives/{Drive}/items/{{item}}/content", (string item, HttpContext http) => fake.AnswerAsync($"content {item}", http));
        app.Use(fake.NoteAsync);
        await app.StartAsync();
        await store.StartAsync();
        return fake;
    }

    /// <summary>Answers delta for a token; "" is the first call.</summary>
    public FakeSharePoint On(string token, params Func<HttpContext, Task>[] answers) => Script($"delta {token}", answers);

    /// <summary>Answers a content call in some way before the bytes are handed over.</summary>
    public FakeSharePoint OnContent(string item, params Func<HttpContext, Task>[] answers) => Script($"content {item}", answers);

    public void Put(string item, string text) => _files[item] = System.Text.Encoding.UTF8.GetBytes(text);

    public Func<HttpContext, Task> Next(string token, params JsonObject[] items) => http => PageAsync(http, items, "@odata.nextLink", LinkTo(token));

    public Func<HttpContext, Task> Last(string token, params JsonObject[] items) => http => PageAsync(http, items, "@odata.deltaLink", LinkTo(token));

    public static Func<HttpContext, Task> Linked(string link, params JsonObject[] items) => http => PageAsync(http, items, "@odata.nextLink", link);

    /// <summary>An address for the bytes that has run out when it is used.</summary>
    public Func<HttpContext, Task> Expired(int status) => http => RedirectAsync(http, status);

    /// <summary>The token is dead; the answer says from where to go on, or nothing.</summary>
    public Func<HttpContext, Task> Resync(string? token) => http =>
    {
        if (token is not null) http.Response.Headers.Location = LinkTo(token);
        return FailAsync(http, 410, "resyncChangesApplyDifferences");
    };

    public static Func<HttpContext, Task> Fails(int status, string code, string? retryAfter = null) => http =>
    {
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        return FailAsync(http, status, code);
    };

    public static JsonObject File(string id, string name, string etag, string parent = FolderId) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["eTag"] = $"\"{{{id}}},{etag}\"",
        ["size"] = 10,
        ["lastModifiedDateTime"] = "2026-05-04T08:00:00Z",
        ["file"] = new JsonObject { ["mimeType"] = "text/plain" },
        ["parentReference"] = new JsonObject { ["driveId"] = Drive, ["id"] = parent },
    };

    public static JsonObject FolderOf(string id, string name, string parent) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["eTag"] = $"\"{{{id}}},1\"",
        ["folder"] = new JsonObject { ["childCount"] = 2 },
        ["parentReference"] = new JsonObject { ["driveId"] = Drive, ["id"] = parent },
    };

    public static JsonObject Root() => new() { ["id"] = "01ROOT", ["name"] = "root", ["root"] = new JsonObject(), ["folder"] = new JsonObject { ["childCount"] = 1 } };

    public static JsonObject Deleted(string id) => new() { ["id"] = id, ["deleted"] = new JsonObject() };

    public async ValueTask DisposeAsync()
    {
        await _graph.DisposeAsync();
        await _store.DisposeAsync();
    }

    // As Graph calls the top folder of a library.
    private const string Top = "root";

    private string LinkTo(string token) => $"{Endpoint}/drives/{Drive}/{Top}/delta?token={token}";

    private FakeSharePoint Script(string key, Func<HttpContext, Task>[] answers)
    {
        _answers[key] = new ConcurrentQueue<Func<HttpContext, Task>>(answers);
        return this;
    }

    private Task NoteAsync(HttpContext http, RequestDelegate next)
    {
        Calls.Enqueue(http.Request.Path + http.Request.QueryString);
        Authorizations.Enqueue(http.Request.Headers.Authorization.ToString());
        return next(http);
    }

    private Task AnswerAsync(string key, HttpContext http)
    {
        if (_answers.TryGetValue(key, out var queue) && queue.TryPeek(out var answer))
        {
            var isDelta = key.StartsWith("delta", StringComparison.Ordinal);
            // The last page stays; the last trouble with a file ends in its bytes.
            if (queue.Count > 1 || !isDelta) queue.TryDequeue(out answer);
            return answer!(http);
        }

        return key.StartsWith("content ", StringComparison.Ordinal) && _files.ContainsKey(key["content ".Length..]) ? RedirectAsync(http, 200) : FailAsync(http, 404, "itemNotFound");
    }

    /// <summary>Sends for the bytes to an address that answers with this status.</summary>
    private Task RedirectAsync(HttpContext http, int status)
    {
        http.Response.Redirect($"{_store.Urls.Single()}/download/{http.Request.RouteValues["item"]}?tempauth={status}");
        return Task.CompletedTask;
    }

    private Task DownloadAsync(string item, int tempauth, HttpContext http)
    {
        Downloads.Enqueue(http.Request.Headers.Authorization.ToString());
        http.Response.StatusCode = tempauth;
        return tempauth == 200 ? http.Response.Body.WriteAsync(_files[item]).AsTask() : Task.CompletedTask;
    }

    private static JsonObject Library(string id, string name) => new() { ["id"] = id, ["name"] = name, ["webUrl"] = $"https://contoso.sharepoint.com/sites/Gov/{name}" };

    private static Task PageAsync(HttpContext http, JsonObject[] items, string link, string to) =>
        WriteAsync(http, new JsonObject { ["value"] = new JsonArray([.. items.Select(item => item.DeepClone())]), [link] = to });

    private static Task FailAsync(HttpContext http, int status, string code)
    {
        http.Response.StatusCode = status;
        var inner = new JsonObject { ["date"] = "2026-11-25T12:00:00", ["request-id"] = "1", ["client-request-id"] = "1" };
        return WriteAsync(http, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = "As scripted.", ["innerError"] = inner } });
    }

    private static Task WriteAsync(HttpContext http, JsonObject body)
    {
        http.Response.ContentType = "application/json;odata.metadata=minimal;charset=utf-8";
        return http.Response.WriteAsync(body.ToJsonString());
    }
}
