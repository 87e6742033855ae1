using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.Extensions.Options;

namespace Bot.AzureAnswers.Authoring;

/// <summary>Waits for a job that the service accepted. Accepted means nothing yet: a job that fails says so only here.</summary>
public sealed class ProjectJobs(ProjectCalls calls, IOptions<AzureAnswersOptions> options, TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(10);

    /// <exception cref="AzureFault">It did not end well, or not in time.</exception>
    internal async Task<(JobReport Report, JsonNode? Body)> WaitAsync(string name, ProjectReply accepted, CancellationToken ct)
    {
        var (address, started, pause) = (calls.Addresses.Value.Given(accepted.OperationLocation), time.GetUtcNow(), First);
        var (limit, status) = (TimeSpan.FromMinutes(options.Value.JobMinutes), "");
        var asked = accepted.RetryAfter;
        while (time.GetUtcNow() - started < limit)
        {
            await Task.Delay(Bounded(asked ?? pause), time, ct);
            pause = Bounded(pause * 2);
            var reply = await LookAsync(name, address, ct);
            var body = Parse(reply.Body);
            (status, asked) = (ErrorReply.Text(body, "status"), reply.RetryAfter);
            if (Is(status, "succeeded")) return (new JobReport(name, ErrorReply.Text(body, "jobId"), (time.GetUtcNow() - started).TotalSeconds), body);
            if (Is(status, "failed") || Is(status, "cancelled") || Is(status, "canceled") || Is(status, "partiallyCompleted")) throw Ended(name, status, body);
            // All else is on its way, also states that a later version may bring.
        }

        throw new AzureFault(AzureFaultKind.Job, $"{name}: after {options.Value.JobMinutes} minutes the job was still {(status.Length > 0 ? status : "not known")}. Look at the project in Language Studio, and try again");
    }

    private async Task<ProjectReply> LookAsync(string name, Uri address, CancellationToken ct)
    {
        try
        {
            return await calls.AuthorAsync(RequestMethod.Get, address, null, ct);
        }
        catch (AzureFault fault) when (fault.Kind == AzureFaultKind.NotFound)
        {
            throw new AzureFault(AzureFaultKind.Job, $"{name}: the service does not know the job any more, so nobody can say how it ended. Try again", fault) { Status = fault.Status, Code = fault.Code, Said = fault.Said };
        }
    }

    internal static JsonNode? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonNode.Parse(body.Span);
        }
        catch (JsonException e)
        {
            throw new AzureFault(AzureFaultKind.Broken, "Azure question answering answered in a way that cannot be read. Check Bot:AzureAnswers:Endpoint", e);
        }
    }

    private static AzureFault Ended(string name, string status, JsonNode? body)
    {
        var errors = (ErrorReply.Child(body, "errors") as JsonArray ?? []).Select(e => $"{ErrorReply.Text(e, "code")} {ErrorReply.Text(e, "message")}".Trim()).Where(e => e.Length > 0).ToArray();
        var how = Is(status, "partiallyCompleted") ? "was done in part only, which counts as failed" : Is(status, "failed") ? "failed" : "was cancelled";
        return new AzureFault(AzureFaultKind.Job, $"{name}: the job {how}") { Said = string.Join("; ", errors) };
    }

    private static bool Is(string status, string name) => string.Equals(status, name, StringComparison.OrdinalIgnoreCase);

    private static TimeSpan Bounded(TimeSpan span) => span > Longest ? Longest : span < TimeSpan.Zero ? TimeSpan.Zero : span;
}
