using System.Text.Json.Nodes;
using Bot.Knowledge;
using Bot.Knowledge.Documents;
using Bot.Knowledge.Importing;
using Microsoft.Extensions.Options;

namespace Bot.AzureAnswers.Authoring;

/// <summary>
/// Brings a release to the project and deploys it. What was there is kept first, and the release's mark is written last: a project
/// with the mark holds the whole release.
/// </summary>
public sealed class ProjectPublishing(ProjectAuthoring project, KeptExports exports, IOptions<AzureAnswersOptions> options, NoteInAudit note)
{
    /// <summary>The release that is served.</summary>
    /// <param name="snapshot">What to bring.</param>
    /// <param name="replaceAll">Replace everything in the project; else only the pairs that came from here.</param>
    /// <param name="who">For the audit log.</param>
    /// <param name="ct">Gives up; the project then bears no mark.</param>
    public Task<PushReport> PushAsync(KnowledgeSnapshot snapshot, bool replaceAll, string who, CancellationToken ct)
    {
        var content = ProjectMark.Served(snapshot);
        var pairs = PairExport.Of(content);
        IReadOnlyList<IReadOnlyList<string>> synonyms = [.. content.Synonyms.Select(s => (IReadOnlyList<string>)[s.Key, .. s.Value])];
        return NotedAsync(who, ProjectMark.Of(snapshot), pairs, replaceAll ? (state, stop) => ImportAsync(state, pairs, synonyms, stop) : (_, stop) => new PairChanges(project).ApplyAsync(pairs, stop), ct);
    }

    /// <summary>A file such as an export that was kept.</summary>
    public Task<PushReport> RestoreAsync(string name, PairFile file, string who, CancellationToken ct) =>
        NotedAsync(who, $"ICS Guide restored {name.Replace(']', ' ')}", file.Pairs, (state, stop) => ImportAsync(state, file.Pairs, file.Synonyms, stop), ct);

    /// <summary>What the project says it holds; null where there is no project.</summary>
    public async Task<(ProjectState State, string? Mark)?> LookAsync(CancellationToken ct) =>
        await project.FindAsync(ct) is { } state ? (state, ProjectMark.In(state.Description)) : null;

    private async Task<PushReport> NotedAsync(string who, string mark, IReadOnlyList<Pair> pairs, Func<ProjectState, CancellationToken, Task<IReadOnlyList<JobReport>>> fill, CancellationToken ct)
    {
        var report = await RunAsync(mark, pairs, fill, ct);
        if (options.Value.IsSet) await note(who, report.Done ? "published to azure" : "not published to azure", mark, report.Problem ?? $"{report.Pairs} pairs, project {options.Value.Project}", ct);
        return report;
    }

    private async Task<PushReport> RunAsync(string mark, IReadOnlyList<Pair> pairs, Func<ProjectState, CancellationToken, Task<IReadOnlyList<JobReport>>> fill, CancellationToken ct)
    {
        var report = new PushReport { Mark = mark, Pairs = pairs.Count, Warnings = [.. PairRecord.Warnings(pairs)] };
        if (!options.Value.IsSet) return report with { Problem = $"Set {AzureAnswersOptions.Section}:Endpoint and {AzureAnswersOptions.Section}:Project first." };
        try
        {
            var there = await project.FindAsync(ct);
            if (there is not null) report = await KeepAsync(report, ct);
            var state = there ?? ProjectState.New;
            await project.DescribeAsync(state, ProjectMark.Begun(state.Description), ct);
            report = report with { Jobs = [.. report.Jobs, .. await fill(state, ct)] };
            report = report with { Jobs = [.. report.Jobs, await project.DeployAsync(ct)] };
            await project.DescribeAsync(state, ProjectMark.Written(state.Description, mark), ct);
            return report;
        }
        catch (AzureFault fault)
        {
            var back = report.Before is { } before ? $" What was there before is in {before}." : "";
            return report with { Problem = $"{fault.InFull.TrimEnd('.')}.{back}" };
        }
    }

    private async Task<PushReport> KeepAsync(PushReport report, CancellationToken ct)
    {
        var (job, bytes) = await project.ExportAsync(ct);
        return report with { Before = await exports.KeepAsync(bytes, ct), Jobs = [job] };
    }

    private async Task<IReadOnlyList<JobReport>> ImportAsync(ProjectState state, IReadOnlyList<Pair> pairs, IReadOnlyList<IReadOnlyList<string>> synonyms, CancellationToken ct)
    {
        var numbers = pairs.Select((pair, i) => pair.Id ?? i + 1).ToHashSet();
        var body = new JsonObject
        {
            ["metadata"] = state.Written(ProjectMark.Begun(state.Description)),
            ["assets"] = new JsonObject
            {
                ["synonyms"] = new JsonArray([.. synonyms.Select(words => new JsonObject { ["alterations"] = new JsonArray([.. words.Take(20).Select(word => JsonValue.Create(word))]) })]),
                ["qnas"] = new JsonArray([.. pairs.Select((pair, i) => PairRecord.Of(pair, pair.Id ?? i + 1, pair.Source.Length > 0 ? pair.Source : "Editorial", to => numbers.Contains(to) ? to : null))]),
            },
        };
        return [await project.ImportAsync(body, ct)];
    }
}

/// <summary>Writes into the audit log.</summary>
public delegate Task NoteInAudit(string who, string action, string what, string why, CancellationToken ct);
