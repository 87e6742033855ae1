using System.Net;
using System.Net.Http.Headers;
using Bot.Files;
using Bot.Knowledge.Documents;
using Bot.Knowledge.Sources;
using Microsoft.Graph;

namespace Bot.Graph;

/// <summary>Fetches the bytes of a file in SharePoint: Graph says where they lie, and the guide's token is not shown there.</summary>
internal sealed class SharePointDownloads(GraphConnection connection, IHttpClientFactory clients, GraphPatience patience, FileHttp http, FileHosts hosts)
{
    // A connection that trickles must not hold up the rest.
    private static readonly TimeSpan LongestDocument = TimeSpan.FromMinutes(10);

    private const int MostTries = 6, MostRedirects = 3;
    private const string Silent = "SharePoint does not hand the file over. The next refresh tries again.";

    public async Task<Fetched> FetchAsync(string drive, string item, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(LongestDocument);
        try
        {
            return await TryAsync(drive, item, limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Fetched.Failed(Silent);
        }
    }

    private async Task<Fetched> TryAsync(string drive, string item, CancellationToken ct)
    {
        var graph = connection.Open(SharePointLibrary.Client);
        for (var tries = 1; ; tries++)
        {
            try
            {
                using var response = await AskAsync(graph, drive, item, ct);
                var status = (int)response.StatusCode;
                // The address works for minutes; one that has run out is asked for anew.
                if (response.Headers.Location is { } place && status is >= 300 and < 400)
                {
                    if (await DownloadAsync(place, ct) is { } fetched) return fetched;
                    if (tries == 2) return new Fetched.Failed(Silent);
                }
                else if (response.IsSuccessStatusCode) return await ReadAsync(response, ct);
                else if (status is 404 or 410) return new Fetched.Gone();
                else if (status == 423) return new Fetched.Failed("Somebody holds the file locked in SharePoint. The next refresh tries again.");
                else if (status == 403) return new Fetched.Failed("The guide may not read this file. Look at who it is shared with.");
                else if (tries == MostTries || !GraphPatience.IsPassing(status, tries)) return new Fetched.Failed(Silent);
                else await patience.WaitAsync(response.Headers.RetryAfter?.Delta, tries, ct);
            }
            catch (Exception e) when (GraphConnection.IsOutage(e) || (e is OperationCanceledException && !ct.IsCancellationRequested))
            {
                if (tries >= 3) return new Fetched.Failed(Silent);
                await patience.WaitAsync(null, tries, ct);
            }
        }
    }

    // Not through the SDK's own way, which would follow the redirect with what it knows.
    private async Task<HttpResponseMessage> AskAsync(GraphServiceClient graph, string drive, string item, CancellationToken ct)
    {
        var request = graph.Drives[drive].Items[item].Content.ToGetRequestInformation();
        using var native = await graph.RequestAdapter.ConvertToNativeRequestAsync<HttpRequestMessage>(request, ct) ?? throw new HttpRequestException("No request.");
        return await clients.CreateClient(SharePointLibrary.Client).SendAsync(native, HttpCompletionOption.ResponseHeadersRead, ct);
    }

    /// <returns>Null where the address does not work any more.</returns>
    private async Task<Fetched?> DownloadAsync(Uri place, CancellationToken ct)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (!hosts.Allows(place)) return new Fetched.Failed($"SharePoint says that the file lies on {place.Host}, which is not known for files. It was not fetched. Bot:Files:MoreHosts can allow it.");
            using var request = new HttpRequestMessage(HttpMethod.Get, place);
            using var response = await http.SendAsync(request, ct);
            if (response.StatusCode == HttpStatusCode.OK) return await ReadAsync(response, ct);
            if ((int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } next) return null;
            place = new Uri(place, next);
        }

        return null;
    }

    private static async Task<Fetched> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var tooLarge = new Fetched.Failed($"The file is larger than {DocumentReader.MostBytes / 1024 / 1024} MB, so it was not read. Split it.");
        if (response.Content.Headers.ContentLength > DocumentReader.MostBytes) return tooLarge;
        using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (kept.Length + read > DocumentReader.MostBytes) return tooLarge;
            kept.Write(buffer, 0, read);
        }

        // A connection that closes early looks like an end where no length was declared; where one was, it must fit.
        return response.Content.Headers.ContentLength is { } declared && declared != kept.Length ? new Fetched.Failed(Silent) : new Fetched.Got(kept.ToArray());
    }
}
