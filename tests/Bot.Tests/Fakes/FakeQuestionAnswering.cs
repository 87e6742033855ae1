using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Fakes;

/// <param name="Operation">Such as query, import or job.</param>
/// <param name="Target">Path and query, without the host that the detour puts in front.</param>
/// <param name="Body">As sent; empty where nothing was.</param>
/// <param name="Proof">The key, or the Authorization header.</param>
public sealed record FakeCall(string Operation, string Method, string Target, string Body, string Proof);

/// <summary>
/// Custom question answering on this machine, as the interface's descriptions and how-to pages have it: both forms of authoring
/// path, key and token, jobs with their states, the error model. Reached by <see cref="Detour"/>, or directly over http.
/// </summary>
public sealed class FakeQuestionAnswering : IAsyncDisposable
{
    public const string Host = "fake-language.cognitiveservices.azure.com";
    public const string Key = "0123456789abcdef0123456789abcdef";
    public const string Token = "fake-token";
    private const string Old = "2021-10-01";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<HttpContext, Task>>> _script = new();
    private readonly ConcurrentDictionary<string, (string Name, Queue<string> Left, string Last)> _jobs = new();
    private readonly Dictionary<string, string[]> _states = [];
    private int _made;

    private FakeQuestionAnswering(WebApplication app) => _app = app;

    public FakeProject Project { get; } = new();

    public ConcurrentQueue<FakeCall> Calls { get; } = new();

    /// <summary>What queries are answered with, in turn; then the project's own ranking.</summary>
    public ConcurrentQueue<JsonObject> Answers { get; } = new();

    /// <summary>Errors that a job ends with.</summary>
    public JsonArray JobErrors { get; set; } = [];

    /// <summary>Names another host in Operation-Location.</summary>
    public string? ElsewhereForJobs { get; set; }

    public string Address => _app.Urls.Single();

    public Detour Detour => new(new Dictionary<string, Uri> { [Host] = new(Address) });

    public IReadOnlyList<FakeCall> Of(string operation) => [.. Calls.Where(call => call.Operation == operation)];

    public static async Task<FakeQuestionAnswering> StartAsync()
    {
        var app = LoopbackServer.Build();
        var fake = new FakeQuestionAnswering(app);
        app.Run(fake.AnswerAsync);
        await app.StartAsync();
        return fake;
    }

    /// <summary>The next call of this kind is answered so instead.</summary>
    public void Next(string operation, Func<HttpContext, Task> answer) => _script.GetOrAdd(operation, _ => new()).Enqueue(answer);

    public void Fails(string operation, int status, string code, string? retryAfter = null) => Next(operation, http => ErrorAsync(http, status, code, retryAfter));

    /// <summary>Jobs of this kind go through these states; the last one stays. "expired" is a job that is not known any more.</summary>
    public void Job(string name, params string[] states) => _states[name] = states;

    public static Task ErrorAsync(HttpContext http, int status, string code, string? retryAfter = null)
    {
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        var inner = new JsonObject { ["code"] = "InvalidParameterValue", ["message"] = "The inner reason.", ["details"] = new JsonObject { ["x"] = "y" } };
        return WriteAsync(http, status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = "As scripted.", ["innererror"] = inner } });
    }

    public static Task WriteAsync(HttpContext http, int status, JsonNode body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(body.ToJsonString());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (path.StartsWith($"/{Host}/", StringComparison.Ordinal)) path = path[(Host.Length + 1)..];
        var version = http.Request.Query["api-version"].ToString();
        var (operation, tail) = Operation(http.Request.Method, path, version);
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        var proof = http.Request.Headers["Ocp-Apim-Subscription-Key"].ToString() is { Length: > 0 } key ? key : http.Request.Headers.Authorization.ToString();
        Calls.Enqueue(new FakeCall(operation, http.Request.Method, path + http.Request.QueryString, body, proof));
        if (_script.TryGetValue(operation, out var script) && script.TryDequeue(out var scripted)) await scripted(http);
        else if (proof != Key && proof != $"Bearer {Token}") await ErrorAsync(http, 401, "Unauthorized");
        else if (version.Length == 0) await ErrorAsync(http, 404, "NotFound");
        else await AnswerAsync(http, operation, tail, body.Length > 0 ? JsonNode.Parse(body) : null);
    }

    private static (string Operation, string Tail) Operation(string method, string path, string version)
    {
        if (path == "/language/:query-knowledgebases") return ("query", "");
        if (path.EndsWith("/result", StringComparison.Ordinal)) return ("result", "");
        var root = version is Old or "" ? "/language/query-knowledgebases/projects/" : "/language/authoring/query-knowledgebases/projects/";
        if (!path.StartsWith(root, StringComparison.Ordinal)) return ("unknown", "");
        var parts = path[root.Length..].Split('/');
        return (method, parts[1..]) switch
        {
            (_, []) => (method == "GET" ? "project" : "describe", ""),
            ("POST", [":import"]) => ("import", ""),
            ("POST", [":export"]) => ("export", ""),
            ("PUT", ["deployments", _]) => ("deploy", ""),
            ("PATCH", [var what and ("qnas" or "sources")]) => ($"update {what}", what),
            ("GET", [.., "jobs", var id]) => ("job", id),
            ("GET", [var list]) => ("list", list),
            _ => ("unknown", ""),
        };
    }

    private Task AnswerAsync(HttpContext http, string operation, string tail, JsonNode? body) => operation switch
    {
        "query" => WriteAsync(http, 200, Answers.TryDequeue(out var answer) ? answer : Project.Query(body!)),
        "project" when Project.Metadata is { } there => WriteAsync(http, 200, there),
        "describe" => DescribeAsync(http, body!.AsObject()),
        "result" => WriteAsync(http, 200, Project.Export()),
        "job" => JobAsync(http, tail),
        _ when Project.Metadata is null && operation != "import" => ErrorAsync(http, 404, "ProjectNotFound"),
        "import" => FakeProject.FaultOfImport(body) is { } fault ? ErrorAsync(http, 400, fault) : AcceptAsync(http, operation, () => Project.Import(body!)),
        "export" => AcceptAsync(http, operation, () => { }),
        "deploy" => AcceptAsync(http, operation, Project.Deploy),
        "update qnas" => AcceptAsync(http, operation, () => Assert.Null(Project.Change(body!.AsArray()))),
        "update sources" => AcceptAsync(http, operation, () => Project.ChangeSources(body!.AsArray())),
        "list" => ListAsync(http, tail),
        _ => ErrorAsync(http, 404, "NotFound"),
    };

    private Task DescribeAsync(HttpContext http, JsonObject changes)
    {
        if (changes["language"] is null) return ErrorAsync(http, 400, "InvalidArgument");
        var isNew = Project.Metadata is null;
        Project.Metadata = FakeProject.Merged(Project.Metadata, changes);
        Project.Metadata["lastModifiedDateTime"] = "2026-11-26T09:00:00Z";
        return WriteAsync(http, isNew ? 201 : 200, Project.Metadata);
    }

    private Task AcceptAsync(HttpContext http, string name, Action effect)
    {
        var id = Interlocked.Increment(ref _made).ToString(CultureInfo.InvariantCulture);
        var states = _states.GetValueOrDefault(name, ["notStarted", "running", "running", "succeeded"]);
        _jobs[id] = (name, new Queue<string>(states), states[^1]);
        if (states[^1] is "succeeded" or "Succeeded") effect();
        var path = name switch { "import" => "import", "export" => "export", "deploy" => "deployments/production", "update qnas" => "qnas", _ => "sources" };
        var version = http.Request.Query["api-version"].ToString();
        // The samples of the first version lack the version, and name the port.
        http.Response.Headers["Operation-Location"] = $"{ElsewhereForJobs ?? Base(http)}/language/{(version == Old ? "" : "authoring/")}query-knowledgebases/projects/p/{path}/jobs/{id}{(version == Old ? "" : $"?api-version={version}")}";
        http.Response.StatusCode = 202;
        return Task.CompletedTask;
    }

    private Task JobAsync(HttpContext http, string id)
    {
        if (!_jobs.TryGetValue(id, out var job)) return ErrorAsync(http, 404, "OperationNotFound");
        var state = job.Left.TryDequeue(out var next) ? next : job.Last;
        if (state == "expired") return ErrorAsync(http, 404, "OperationNotFound");
        var body = new JsonObject { ["jobId"] = id, ["status"] = state, ["createdDateTime"] = "2026-11-26T09:00:00Z", ["lastUpdatedDateTime"] = "2026-11-26T09:00:01Z", ["expirationDateTime"] = "2026-11-26T15:00:00Z" };
        if (state is "failed" or "partiallyCompleted") body["errors"] = JobErrors.DeepClone();
        if (job.Name == "export") body["resultUrl"] = $"{Base(http)}/language/query-knowledgebases/projects/p/export/jobs/{id}/result";
        else body["resultUrl"] = "/knowledgebases/p";
        return WriteAsync(http, 200, body);
    }

    // Deployments come as a bare array, as the how-to shows them; the rest in pages.
    private Task ListAsync(HttpContext http, string what)
    {
        const int Page = 50;
        if (what == "deployments") return WriteAsync(http, 200, new JsonArray(new JsonObject { ["deploymentName"] = "production" }));
        var all = what == "sources" ? Project.Sources : Project.Pairs;
        var skip = int.TryParse(http.Request.Query["skip"], out var from) ? from : 0;
        var page = new JsonObject { ["value"] = new JsonArray([.. all.Skip(skip).Take(Page).Select(p => p.DeepClone())]) };
        if (skip + Page < all.Count) page["nextLink"] = $"{Base(http)}{http.Request.Path.Value!.Replace($"/{Host}", "", StringComparison.Ordinal)}?skip={skip + Page}";
        return WriteAsync(http, 200, page);
    }

    private static string Base(HttpContext http) => http.Request.Path.Value!.StartsWith($"/{Host}/", StringComparison.Ordinal) ? $"https://{Host}:443" : $"http://{http.Request.Host}";
}
