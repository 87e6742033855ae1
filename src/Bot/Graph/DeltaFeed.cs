using System.Globalization;
using Bot.Knowledge.Sources;
using Microsoft.Graph.Models;

namespace Bot.Graph;

/// <summary>What the pages of one delta say together: the latest state of each item, whatever order they came in.</summary>
internal sealed class DeltaFeed(bool isWhole)
{
    private readonly Dictionary<string, FoundItem?> _latest = new(StringComparer.Ordinal);
    private readonly HashSet<string> _links = new(StringComparer.Ordinal);

    /// <summary>A link that was given before leads in a circle.</summary>
    public bool IsNew(string link) => _links.Add(link);

    public void Add(DriveItem item)
    {
        if (item.Id is not { } id) return;
        // The same id may come again, and then says more. A notebook and a link into another library are no files.
        _latest[id] = item.Deleted is not null || item.Package is not null || item.RemoteItem is not null ? null
            : new FoundItem(id, item.Name ?? "", MarkOf(item)) { Parent = item.Root is null ? item.ParentReference?.Id ?? "" : "", IsFolder = item.Folder is not null || item.Root is not null };
    }

    public SharePointChanges End(string bookmark) =>
        new([.. _latest.Values.OfType<FoundItem>()], [.. _latest.Where(item => item.Value is null).Select(item => item.Key)], isWhole, bookmark);

    // cTag would change with the content only, but is left out of changed items; a new eTag with the old bytes costs one download.
    private static string MarkOf(DriveItem item)
    {
        if (item.File is null) return "folder";
        var mark = item.ETag ?? string.Create(CultureInfo.InvariantCulture, $"{item.LastModifiedDateTime:O} {item.Size}");
        return item.Malware is null ? mark : FoundItem.Malware + mark;
    }
}
