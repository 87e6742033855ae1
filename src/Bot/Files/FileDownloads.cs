using System.Text.Json;
using Bot.Activities;
using Microsoft.Extensions.Options;

namespace Bot.Files;

/// <summary>Fetches a file that somebody put into a personal chat (Teams' file.download.info). Its address needs no token and works for minutes only.</summary>
public sealed class FileDownloads(FileHttp http, FileHosts hosts, IOptions<FilesOptions> options, TimeProvider time, ILogger<FileDownloads> log)
{
    public const string ContentType = "application/vnd.microsoft.teams.file.download.info";

    private const int MostRedirects = 3;
    private const string Gone = "I could not fetch the file. Send it again.";
    private const string NotAllowed = "I only fetch files that Teams itself put into SharePoint or OneDrive.";

    public async Task<FetchedFile> FetchAsync(Attachment attachment, CancellationToken ct)
    {
        if (AddressOf(attachment) is not { } address) return new FetchedFile.Refused(Gone);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.Seconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await FollowAsync(address, attachment.Name ?? "", either.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            Log.NotFetched(log, address.Host, e.GetType().Name);
            return new FetchedFile.Refused(Gone);
        }
    }

    private async Task<FetchedFile> FollowAsync(Uri address, string name, CancellationToken ct)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (!hosts.Allows(address))
            {
                Log.HostNotAllowed(log, address.IsAbsoluteUri ? address.Host : "");
                return new FetchedFile.Refused(NotAllowed);
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await http.SendAsync(request, ct);
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } next)
            {
                address = new Uri(address, next);
                continue;
            }

            if (response.IsSuccessStatusCode) return await ReadAsync(response.Content, name, ct);
            Log.NotFetched(log, address.Host, $"status {(int)response.StatusCode}");
            return new FetchedFile.Refused(Gone);
        }

        return new FetchedFile.Refused(Gone);
    }

    private async Task<FetchedFile> ReadAsync(HttpContent content, string name, CancellationToken ct)
    {
        var most = options.Value.MostBytes;
        var tooLarge = new FetchedFile.Refused($"The file is larger than {most / 1_048_576.0:0.#} MB. Send a smaller one.");
        if (content.Headers.ContentLength > most) return tooLarge;
        using var stream = await content.ReadAsStreamAsync(ct);
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (kept.Length + read > most) return tooLarge;
            kept.Write(buffer, 0, read);
        }

        // A connection that closes early looks like an end where no length was declared; where one was, it must fit.
        return content.Headers.ContentLength is { } declared && declared != kept.Length
            ? new FetchedFile.Refused(Gone)
            : new FetchedFile.Got(FileNames.Safe(name), kept.ToArray());
    }

    private static Uri? AddressOf(Attachment attachment) =>
        attachment.ContentType == ContentType
        && attachment.Content is { ValueKind: JsonValueKind.Object } content
        && content.TryGetProperty("downloadUrl", out var url) && url.ValueKind == JsonValueKind.String
        && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address)
            ? address : null;
}

/// <summary>A file, or in words why there is none.</summary>
public abstract record FetchedFile
{
    private FetchedFile()
    {
    }

    public sealed record Got(string Name, ReadOnlyMemory<byte> Bytes) : FetchedFile;

    public sealed record Refused(string Words) : FetchedFile;
}
