using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>How one source stands.</summary>
/// <param name="Name">In the settings.</param>
/// <param name="Kind">Folder, page or SharePoint.</param>
/// <param name="Where">Its place.</param>
/// <param name="OnSchedule">Refreshed by the clock too.</param>
public sealed record SourceStanding(string Name, SourceKind Kind, string Where, bool OnSchedule)
{
    /// <summary>Null: never.</summary>
    public DateTimeOffset? RefreshedAt { get; init; }

    public int Documents { get; init; }

    /// <summary>Why the last refresh could not look into it.</summary>
    public string? Problem { get; init; }

    public IReadOnlyList<FailedDocument> Failed { get; init; } = [];
}

/// <summary>How the configured sources stand, for administrators.</summary>
public sealed class SourceStatus(ConfiguredSources sources, SourceRows rows)
{
    public async Task<IReadOnlyList<SourceStanding>> ListAsync(CancellationToken ct)
    {
        var standings = new List<SourceStanding>();
        foreach (var source in sources.All)
        {
            var state = await rows.StateAsync(source.Name, ct);
            var items = await rows.ItemsAsync(source.Name, ct);
            standings.Add(new SourceStanding(source.Name, source.Kind, source.Where, source.OnSchedule)
            {
                RefreshedAt = state?.RefreshedAt,
                Documents = items.Count(item => item.Hash.Length > 0 && item.Problem is null),
                Problem = state?.Problem,
                Failed = [.. items.Where(item => item.Problem is not null && item.Listed.Length > 0).Select(item => new FailedDocument(source.Name, item.Name, item.Problem!))],
            });
        }

        return standings;
    }
}
