using System.Net.Http.Headers;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Files;

/// <summary>Puts a file to the address that Teams gave for it after the person agreed.</summary>
public sealed class FileUploads(FileHttp http, FileHosts hosts, IOptions<FilesOptions> options, TimeProvider time, ILogger<FileUploads> log)
{
    /// <summary>False where it was not saved; the log says why.</summary>
    public async Task<bool> PutAsync(Uri address, OfferedFile file)
    {
        if (!hosts.Allows(address))
        {
            Log.HostNotAllowed(log, address.IsAbsoluteUri ? address.Host : "");
            return false;
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.Seconds), time);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ReadOnlyMemoryContent(file.Bytes) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            request.Content.Headers.ContentRange = new ContentRangeHeaderValue(0, file.Bytes.Length - 1, file.Bytes.Length);
            using var response = await http.SendAsync(request, limit.Token);
            // 202 would mean that more bytes are awaited, and there are none.
            if ((int)response.StatusCode is 200 or 201) return true;
            Log.NotSaved(log, address.Host, $"status {(int)response.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            Log.NotSaved(log, address.Host, e.GetType().Name);
        }

        return false;
    }
}
