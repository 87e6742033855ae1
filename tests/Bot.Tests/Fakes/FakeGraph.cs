using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Fakes;

/// <summary>Microsoft Graph on this machine, as far as its documentation describes GET /users/{id} and checkMemberGroups: people by object id, errors as scripted.</summary>
public sealed class FakeGraph : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(int Status, string Code, string? RetryAfter)> _errors = new();

    private FakeGraph(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, JsonObject> Users { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The groups that each person is in, directly or not.</summary>
    public ConcurrentDictionary<string, string[]> Groups { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What was asked: path, $select and the Authorization header.</summary>
    public ConcurrentQueue<(string Path, string Select, string Authorization)> Calls { get; } = new();

    public string Endpoint => $"{_app.Urls.Single()}/v1.0";

    public static async Task<FakeGraph> StartAsync()
    {
        var app = LoopbackServer.Build();
        var graph = new FakeGraph(app);
        app.MapGet("/v1.0/users/{id}", (string id, HttpContext http) => graph.AnswerAsync(id, http));
        app.MapPost("/v1.0/users/{id}/checkMemberGroups", graph.CheckGroupsAsync);
        await app.StartAsync();
        return graph;
    }

    /// <summary>The next call not yet scripted fails like this.</summary>
    public void Fails(int status, string code, string? retryAfter = null) => _errors.Enqueue((status, code, retryAfter));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(string id, HttpContext http)
    {
        var select = http.Request.Query["$select"].ToString();
        Calls.Enqueue((http.Request.Path, select, http.Request.Headers.Authorization.ToString()));
        if (_errors.TryDequeue(out var error)) return FailAsync(http, error.Status, error.Code, error.RetryAfter);
        if (!Users.TryGetValue(id, out var user)) return FailAsync(http, 404, "Request_ResourceNotFound", null);
        var asked = select.Split(',');
        var answer = new JsonObject { ["@odata.context"] = $"{Endpoint}/$metadata#users({select})/$entity" };
        foreach (var (name, value) in user.Where(p => asked.Contains(p.Key))) answer[name] = value?.DeepClone();
        return WriteAsync(http, answer);
    }

    private async Task CheckGroupsAsync(string id, HttpContext http)
    {
        var body = (await JsonNode.ParseAsync(http.Request.Body))!;
        string[] asked = [.. body["groupIds"]!.AsArray().Select(group => group!.GetValue<string>())];
        Calls.Enqueue((http.Request.Path, string.Join(',', asked), http.Request.Headers.Authorization.ToString()));
        if (_errors.TryDequeue(out var error)) await FailAsync(http, error.Status, error.Code, error.RetryAfter);
        else if (asked.Length > 20 || !asked.All(group => Guid.TryParse(group, out _))) await FailAsync(http, 400, "Request_BadRequest", null);
        else if (!Groups.TryGetValue(id, out var held)) await FailAsync(http, 404, "Request_ResourceNotFound", null);
        else
        {
            await WriteAsync(http, new JsonObject
            {
                ["@odata.context"] = $"{Endpoint}/$metadata#Collection(Edm.String)",
                ["value"] = new JsonArray([.. asked.Where(held.Contains).Select(group => (JsonNode)group)]),
            });
        }
    }

    private static Task FailAsync(HttpContext http, int status, string code, string? retryAfter)
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        var inner = new JsonObject { ["date"] = "2026-11-25T12:00:00", ["request-id"] = "1", ["client-request-id"] = "1" };
        return WriteAsync(http, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = "As scripted.", ["innerError"] = inner } });
    }

    private static Task WriteAsync(HttpContext http, JsonObject body)
    {
        http.Response.ContentType = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";
        return http.Response.WriteAsync(body.ToJsonString());
    }
}
