using Bot.Knowledge.Sources;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace Bot.Graph;

/// <summary>Finds the library and the folder behind the address that a browser shows.</summary>
internal sealed class SharePointPlaces(GraphConnection connection, GraphPatience patience, IOptions<GraphOptions> options)
{
    private const int MostLibraries = 500;
    private static readonly string[] Collections = ["sites", "teams", "personal"];
    private static readonly SourceException NotFound = new("There is no such site, library or folder, or the guide may not see it. Copy the folder's address from the browser, and grant the app the role read on its site.");

    /// <exception cref="SourceException">There is no such folder, or it cannot be seen.</exception>
    public async Task<SharePointFolder> FindAsync(Uri address, CancellationToken ct)
    {
        var graph = connection.Open(SharePointLibrary.Client);
        try
        {
            var path = PathOf(address);
            var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            var site = parts.Length > 1 && Collections.Contains(parts[0], StringComparer.OrdinalIgnoreCase) ? $":/{Escaped(string.Join('/', parts[..2]))}" : "";
            var found = await patience.AskAsync(() => graph.Sites["root"].WithUrl($"{Base}/sites/{address.Host}{site}").GetAsync(cancellationToken: ct), ct);
            var drive = await LibraryAsync(graph, found!.Id!, path, ct);
            var rest = path[PathOf(new Uri(drive.WebUrl!)).Length..].Trim('/');
            if (rest.Length == 0) return new SharePointFolder(drive.Id!, "");
            var item = await patience.AskAsync(() => graph.Drives[drive.Id!].Items["root"].WithUrl($"{Base}/drives/{drive.Id}/root:/{Escaped(rest)}").GetAsync(cancellationToken: ct), ct);
            return item?.Folder is null ? throw new SourceException("The address leads to a file. Name the folder that it lies in.") : new SharePointFolder(drive.Id!, item.Id!);
        }
        catch (ApiException e) when (e.ResponseStatusCode is 404 or 410)
        {
            throw NotFound;
        }
    }

    private string Base => options.Value.Endpoint.TrimEnd('/');

    private async Task<Drive> LibraryAsync(GraphServiceClient graph, string site, string path, CancellationToken ct)
    {
        var drives = new List<Drive>();
        var page = await patience.AskAsync(() => graph.Sites[site].Drives.GetAsync(ask => ask.QueryParameters.Select = ["id", "name", "webUrl"], ct), ct);
        while (page is not null && drives.Count < MostLibraries)
        {
            drives.AddRange(page.Value ?? []);
            if (page.OdataNextLink is not { } next || !SharePointLibrary.IsOurs(next, Base)) break;
            page = await patience.AskAsync(() => graph.Sites[site].Drives.WithUrl(next).GetAsync(cancellationToken: ct), ct);
        }

        return drives.Where(drive => drive.WebUrl is not null && Holds(PathOf(new Uri(drive.WebUrl)), path)).MaxBy(drive => drive.WebUrl!.Length) ?? throw NotFound;
    }

    private static bool Holds(string library, string path) =>
        path.Equals(library, StringComparison.OrdinalIgnoreCase) || path.StartsWith(library + "/", StringComparison.OrdinalIgnoreCase);

    // A browser shows the view's page, and the folder behind "id".
    private static string PathOf(Uri address)
    {
        foreach (var part in address.Query.TrimStart('?').Split('&'))
            if (part.StartsWith("id=", StringComparison.OrdinalIgnoreCase)) return Uri.UnescapeDataString(part[3..]).TrimEnd('/');
        var path = Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/');
        var view = path.IndexOf("/Forms/", StringComparison.OrdinalIgnoreCase);
        return view > 0 && path.EndsWith(".aspx", StringComparison.OrdinalIgnoreCase) ? path[..view] : path;
    }

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
