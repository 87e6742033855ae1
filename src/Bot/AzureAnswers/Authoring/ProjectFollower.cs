using Bot.Knowledge;
using Bot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.AzureAnswers.Authoring;

/// <summary>Keeps the project at the release that is served: whoever published it, and whatever was withdrawn since. One instance does it.</summary>
public sealed class ProjectFollower(ProjectPublishing publishing, KnowledgeStore knowledge, Schedules schedules, PublishedToAzure published, IOptions<AzureAnswersOptions> options) : BackgroundService
{
    private const string Who = "service";
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value is { Publishes: true, IsSet: true } ? schedules.RunAsync("azure-answers", Every, LookAsync, stoppingToken) : Task.CompletedTask;

    /// <summary>One look at the project, and what follows from it.</summary>
    internal async Task LookAsync(CancellationToken ct)
    {
        if (!published.MayTry()) return;
        var snapshot = knowledge.Current;
        var mark = ProjectMark.Of(snapshot);
        try
        {
            if (await publishing.LookAsync(ct) is { Mark: { } there } && there == mark)
            {
                published.Holds(mark, isNew: false);
                return;
            }
        }
        catch (AzureFault fault)
        {
            published.Failed(mark, fault.Message);
            return;
        }

        var report = await publishing.PushAsync(snapshot, options.Value.ReplacesAll, Who, ct);
        if (report.Problem is { } problem) published.Failed(mark, problem);
        else published.Holds(mark, isNew: true);
    }
}
