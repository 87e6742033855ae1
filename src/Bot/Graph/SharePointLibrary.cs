using Bot.Knowledge.Sources;
using Microsoft.Extensions.Options;
using Microsoft.Graph.Drives.Item.Items.Item.Delta;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace Bot.Graph;

/// <summary>
/// Documents of a SharePoint library through Graph's delta, as the app itself. Needs Sites.Selected and the role read on the
/// site: the app can then read that one site. Off until it is switched on.
/// </summary>
internal sealed class SharePointLibrary(
    GraphConnection connection, GraphPatience patience, SharePointPlaces places, SharePointDownloads downloads, IOptions<GraphOptions> options) : ISharePoint
{
    internal const string Client = "graph-files";

    private const int MostPages = 5_000, MostRestarts = 2;
    private static readonly string[] Asked =
        ["id", "name", "eTag", "size", "lastModifiedDateTime", "parentReference", "folder", "file", "package", "remoteItem", "root", "deleted", "malware"];

    public bool IsOn => options.Value.SharePoint;

    public Task<SharePointFolder> FindAsync(Uri address, CancellationToken ct) => places.FindAsync(address, ct);

    public Task<Fetched> FetchAsync(SharePointFolder folder, string item, CancellationToken ct) => downloads.FetchAsync(folder.Drive, item, ct);

    public async Task<SharePointChanges> ChangesAsync(SharePointFolder folder, string bookmark, CancellationToken ct)
    {
        // A bookmark of another cloud, or one that was tampered with, is no bookmark.
        var link = IsOurs(bookmark, options.Value.Endpoint) ? bookmark : null;
        var feed = new DeltaFeed(isWhole: link is null);
        var restarts = 0;
        for (var pages = 0; pages < MostPages; pages++)
        {
            DeltaGetResponse? page;
            try
            {
                page = await patience.AskAsync(() => PageAsync(folder.Drive, link, ct), ct);
            }
            catch (ApiException e) when (e.ResponseStatusCode == 410)
            {
                if (++restarts > MostRestarts) throw new SourceException("SharePoint asks again and again to begin anew. The next refresh tries again.");
                feed = new DeltaFeed(isWhole: true);
                link = Location(e) is { } fresh ? Ours(fresh) : null;
                continue;
            }
            catch (ApiException e) when (e.ResponseStatusCode == 404)
            {
                throw new SourceException("The library is not there any more, or the guide may not see it.");
            }

            foreach (var item in page?.Value ?? []) feed.Add(item);
            if (page?.OdataNextLink is { } next) link = feed.IsNew(next) ? Ours(next) : throw new SourceException("SharePoint answers in circles. The next refresh tries again.");
            else return feed.End(page?.OdataDeltaLink is { } last ? Ours(last) : throw new SourceException("SharePoint's answer ends too early. The next refresh tries again."));
        }

        throw new SourceException("The library is too large. Name one with fewer files.");
    }

    /// <summary>Whether a link leads to the Graph that the settings name: the guide's token goes nowhere else.</summary>
    internal static bool IsOurs(string link, string endpoint) =>
        Uri.TryCreate(link, UriKind.Absolute, out var to) && to.GetLeftPart(UriPartial.Authority).Equals(new Uri(endpoint).GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);

    private string Ours(string link) => IsOurs(link, options.Value.Endpoint) ? link : throw new SourceException("SharePoint's answer leads to another host. That was not followed.");

    private Task<DeltaGetResponse?> PageAsync(string drive, string? link, CancellationToken ct)
    {
        var delta = connection.Open(Client).Drives[drive].Items["root"].Delta;
        return link is null
            ? delta.GetAsDeltaGetResponseAsync(ask => ask.QueryParameters.Select = Asked, ct)
            : delta.WithUrl(link).GetAsDeltaGetResponseAsync(cancellationToken: ct);
    }

    private static string? Location(ApiException e) => e.ResponseHeaders.FirstOrDefault(h => h.Key.Equals("Location", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
}
