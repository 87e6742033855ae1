using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Core;

namespace Bot.AzureAnswers.Authoring;

/// <summary>The project's content: read, replaced, changed, exported and deployed.</summary>
public sealed class ProjectAuthoring(ProjectCalls calls, ProjectJobs jobs)
{
    private const string Json = "format=json&";
    private const int MostPages = 1_000;
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Addresses At => calls.Addresses.Value;

    /// <returns>Null where there is no such project.</returns>
    internal async Task<ProjectState?> FindAsync(CancellationToken ct)
    {
        try
        {
            return ProjectState.Of(ProjectJobs.Parse((await calls.AuthorAsync(RequestMethod.Get, At.Project, null, ct)).Body));
        }
        catch (AzureFault fault) when (fault.Kind == AzureFaultKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>Makes the project where there is none.</summary>
    internal Task DescribeAsync(ProjectState state, string description, CancellationToken ct) => calls.AuthorAsync(RequestMethod.Patch, At.Project, Bytes(state.Written(description)), ct);

    /// <summary>Replaces everything that is in the project.</summary>
    internal Task<JobReport> ImportAsync(JsonObject body, CancellationToken ct) => RunAsync("import", RequestMethod.Post, At.Authoring("/:import", Json), Bytes(body), ct);

    internal Task<JobReport> DeployAsync(CancellationToken ct) => RunAsync("deploy", RequestMethod.Put, At.Deployment, null, ct);

    /// <param name="what">qnas or sources.</param>
    /// <param name="operations">A bare array of op and value.</param>
    /// <param name="ct">Gives up.</param>
    internal Task<JobReport> ChangeAsync(string what, JsonArray operations, CancellationToken ct) => RunAsync($"update {what}", RequestMethod.Patch, At.Authoring($"/{what}"), Bytes(operations), ct);

    /// <returns>The export as the service wrote it, in whatever case.</returns>
    internal async Task<(JobReport Report, ReadOnlyMemory<byte> Bytes)> ExportAsync(CancellationToken ct)
    {
        var (report, body) = await jobs.WaitAsync("export", await calls.AuthorAsync(RequestMethod.Post, At.Authoring("/:export", Json), null, ct), ct);
        var result = await calls.AuthorAsync(RequestMethod.Get, At.Given(ErrorReply.Text(body, "resultUrl")), null, ct);
        return (report, result.Body);
    }

    /// <summary>All of a list: a page with the address of the next, or a bare array as the how-to has it.</summary>
    /// <param name="what">qnas, sources or deployments.</param>
    /// <param name="ct">Gives up.</param>
    internal async Task<IReadOnlyList<JsonNode>> ListAsync(string what, CancellationToken ct)
    {
        var all = new List<JsonNode>();
        var next = (Uri?)At.Authoring($"/{what}");
        for (var pages = 0; next is not null; pages++)
        {
            if (pages == MostPages) throw new AzureFault(AzureFaultKind.Broken, $"The list of {what} does not end");
            var page = ProjectJobs.Parse((await calls.AuthorAsync(RequestMethod.Get, next, null, ct)).Body);
            all.AddRange((page as JsonArray ?? ErrorReply.Child(page, "value") as JsonArray ?? []).OfType<JsonNode>());
            next = ErrorReply.Text(page, "nextLink") is { Length: > 0 } link ? At.Given(link) : null;
        }

        return all;
    }

    private async Task<JobReport> RunAsync(string name, RequestMethod method, Uri address, ReadOnlyMemory<byte>? body, CancellationToken ct) =>
        (await jobs.WaitAsync(name, await calls.AuthorAsync(method, address, body, ct), ct)).Report;

    private static byte[] Bytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Plain);
}
