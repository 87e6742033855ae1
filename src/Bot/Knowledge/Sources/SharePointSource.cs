namespace Bot.Knowledge.Sources;

/// <summary>Documents in SharePoint, over the network.</summary>
public interface ISharePoint
{
    /// <summary>Switched on in the settings.</summary>
    bool IsOn { get; }

    /// <summary>Finds a folder by the address that a browser shows for it.</summary>
    /// <exception cref="SourceException">It cannot be found or read; the message says what to do.</exception>
    Task<SharePointFolder> FindAsync(Uri address, CancellationToken ct);

    /// <summary>What has changed in the folder's library since the bookmark; all of it without one, or where the bookmark is not known any more.</summary>
    /// <exception cref="SourceException">It cannot be read; the message says what to do.</exception>
    Task<SharePointChanges> ChangesAsync(SharePointFolder folder, string bookmark, CancellationToken ct);

    Task<Fetched> FetchAsync(SharePointFolder folder, string item, CancellationToken ct);
}

/// <param name="Drive">The library's id.</param>
/// <param name="Item">The folder's id; empty for the whole library.</param>
public sealed record SharePointFolder(string Drive, string Item);

/// <param name="Items">Files and folders, in the order they came; an id may come twice.</param>
/// <param name="Gone">Ids of what was deleted.</param>
/// <param name="IsWhole">What is not among the items is gone.</param>
/// <param name="Bookmark">From where the next one goes on.</param>
public sealed record SharePointChanges(IReadOnlyList<FoundItem> Items, IReadOnlyList<string> Gone, bool IsWhole, string Bookmark);

/// <summary>A folder of a SharePoint library, with the folders in it.</summary>
internal sealed class SharePointSource(Uri address, ISharePoint? sharePoint) : ISource
{
    private const string Off = "Reading SharePoint is switched off. Set Bot:Graph:SharePoint to true and grant the app Sites.Selected with the role read on this site: it can then read this one site and nothing else.";

    private SharePointFolder? _folder;

    public async Task<Listing> ListAsync(string bookmark, CancellationToken ct)
    {
        if (sharePoint is not { IsOn: true }) throw new SourceException(Off);
        // The folder's id is kept with the bookmark: a folder that is renamed stays the same folder.
        var (kept, link) = Bookmarked(bookmark);
        _folder = kept ?? await sharePoint.FindAsync(address, ct);
        var changes = await sharePoint.ChangesAsync(_folder, link, ct);
        if (_folder.Item.Length > 0 && changes.Gone.Contains(_folder.Item)) throw new SourceException("The folder was deleted in SharePoint. Nothing was changed. Name another folder, or take the source out of the settings.");
        return new Listing(changes.Items, changes.Gone, changes.IsWhole, $"{_folder.Drive}\n{_folder.Item}\n{changes.Bookmark}", _folder.Item);
    }

    public async Task<Fetched> FetchAsync(FoundItem item, string mark, CancellationToken ct) => item.Mark.StartsWith(FoundItem.Malware, StringComparison.Ordinal)
        ? new Fetched.Failed("SharePoint says that this file holds malicious software, so it was not read. Have it looked at.")
        : await sharePoint!.FetchAsync(_folder!, item.Id, ct);

    private static (SharePointFolder? Folder, string Link) Bookmarked(string bookmark) =>
        bookmark.Split('\n') is [var drive, var item, var link] ? (new SharePointFolder(drive, item), link) : (null, "");
}
