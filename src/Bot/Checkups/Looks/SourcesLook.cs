using System.Data.Common;
using Bot.Knowledge.Sources;
using Bot.Storage;

namespace Bot.Checkups.Looks;

/// <summary>Whether the places that documents come from can be looked into, and how their last refresh ended.</summary>
internal sealed class SourcesLook(ConfiguredSources sources, SourceStatus status, IEnumerable<ISharePoint> sharePoint, DatabaseState database) : ICheckup
{
    private const string About = "Sources";
    private const string SettingsName = "Bot:Knowledge:Sources";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken ct)
    {
        if (sources.All.Count == 0) return [new(About, Standing.Well, "No source of documents is set up; the knowledge base is changed by hand.")];
        var standings = (await StandingsAsync(ct)).ToDictionary(standing => standing.Name);
        return await Task.WhenAll(sources.All.Select(async source => await OfAsync(source, standings.GetValueOrDefault(source.Name), ct)));
    }

    private async Task<Finding> OfAsync(ConfiguredSource source, SourceStanding? standing, CancellationToken ct)
    {
        var name = $"{source.Name} ({source.Kind})";
        if (await ComplaintAsync(source, ct) is { } complaint)
            return new(About, Standing.Fault, $"{name} cannot be looked into: {complaint}", $"Mend that, or correct {SettingsName}:{source.Name}. What is served stays as it is.");
        if (standing?.Problem is { } problem)
            return new(About, Standing.Fault, $"The last refresh of {name} did not work: {problem}", "Mend that and refresh again: `kb refresh`.");
        if (standing is { Failed: { Count: > 0 } failed })
            return new(About, Standing.Note, $"{name}: {failed.Count} of {failed.Count + standing.Documents} documents could not be read, the first: {failed[0].Document}. {failed[0].Words}", "Mend them where they lie and refresh again: `kb refresh`.");
        return standing?.RefreshedAt is null
            ? new(About, Standing.Note, $"{name} can be looked into, and was never refreshed.", "`kb refresh` reads it into drafts.")
            : new(About, Standing.Well, $"{name} can be looked into; {standing.Documents} documents were read.");
    }

    private async Task<string?> ComplaintAsync(ConfiguredSource source, CancellationToken ct)
    {
        if (source.Kind == SourceKind.Folder) return Directory.Exists(source.Where) ? null : $"there is no folder {source.Where}, or this program may not see it.";
        if (source.Kind != SourceKind.SharePoint) return null;
        if (sharePoint.FirstOrDefault() is not { IsOn: true } graph) return "reading SharePoint is switched off. Set Bot:Graph:SharePoint to true and grant the app Sites.Selected with the role read on this site.";
        try
        {
            await graph.FindAsync(new Uri(source.Where), ct);
            return null;
        }
        catch (SourceException e)
        {
            return e.Message;
        }
    }

    // A database that is not there or not up to date says nothing of earlier refreshes.
    private async Task<IReadOnlyList<SourceStanding>> StandingsAsync(CancellationToken ct)
    {
        if (!database.IsMade || await database.CountRunningAsync(ct) is null) return [];
        try
        {
            return await status.ListAsync(ct);
        }
        catch (Exception e) when (e is DbException or IOException or TimeoutException or ArgumentException or InvalidOperationException)
        {
            return [];
        }
    }
}
