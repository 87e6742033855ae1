using System.Net;
using System.Net.Http.Headers;
using Bot.Files;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Sources;

/// <summary>How asking for a page ended.</summary>
internal abstract record PageAnswer
{
    private PageAnswer()
    {
    }

    /// <param name="Address">Where it was found at last.</param>
    /// <param name="Bytes">All of it.</param>
    /// <param name="Type">As the server calls it.</param>
    /// <param name="Marks">With which to ask whether it has changed.</param>
    public sealed record Got(Uri Address, byte[] Bytes, MediaTypeHeaderValue? Type, PageMarks Marks) : PageAnswer;

    public sealed record Unchanged : PageAnswer;

    public sealed record Gone : PageAnswer;

    public sealed record Failed(string Words) : PageAnswer;
}

/// <summary>What a server gives to tell one state of a page from another; empty where it gives nothing.</summary>
internal sealed record PageMarks(string ETag, string Modified)
{
    public static PageMarks None { get; } = new("", "");

    public string Text => ETag.Length + Modified.Length == 0 ? "" : $"{ETag}\n{Modified}";

    public static PageMarks Of(string text) => text.Split('\n') is [var tag, var modified] ? new(tag, modified) : None;
}

/// <summary>Fetches pages from hosts that an administrator listed: over https, from no private network, within limits of size and time.</summary>
public sealed class WebPages(FileHttp http, FileHosts files, IOptions<SourceOptions> options, TimeProvider time)
{
    private const int MostRedirects = 5, MostBytes = 20 * 1024 * 1024;
    private const string Listing = "Only hosts listed in Bot:Knowledge:Hosts are read.";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <returns>Why the address must not be called, in words; null where it may.</returns>
    internal string? Refusal(Uri address)
    {
        if (address.UserInfo.Length > 0) return "The address holds a name or password. Take it out.";
        if (!options.Value.Hosts.Any(host => IsIn(address, host))) return $"{address.Host} is not allowed. {Listing}";
        // This machine answers without https, and only where the guide is tried out.
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && !files.Allows(ip)) return Private(address);
        if (ip is not null && IPAddress.IsLoopback(ip)) return null;
        return address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort ? null : "Only addresses that begin with https:// are read.";
    }

    internal async Task<PageAnswer> GetAsync(Uri address, PageMarks known, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await FollowAsync(address, known, either.Token);
        }
        catch (HttpRequestException e) when (e is PrivateAddressException || e.InnerException is PrivateAddressException)
        {
            return new PageAnswer.Failed(Private(address));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new PageAnswer.Failed($"{address.Host} does not answer. It is tried again at the next refresh.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new PageAnswer.Failed($"{address.Host} did not answer within {Limit.TotalSeconds:0} seconds. It is tried again at the next refresh.");
        }
    }

    private async Task<PageAnswer> FollowAsync(Uri address, PageMarks known, CancellationToken ct)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (Refusal(address) is { } refusal) return new PageAnswer.Failed(hop == 0 ? refusal : $"The page sends its readers elsewhere, and that was not followed. {refusal}");
            using var request = Ask(address, known);
            using var response = await http.SendAsync(request, ct);
            switch (response.StatusCode)
            {
                case HttpStatusCode.NotModified: return new PageAnswer.Unchanged();
                case HttpStatusCode.NotFound or HttpStatusCode.Gone: return new PageAnswer.Gone();
                case HttpStatusCode.OK: return await ReadAsync(address, response, ct);
            }

            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } next)
                return new PageAnswer.Failed($"{address.Host} answers with status {(int)response.StatusCode} instead of the page.");
            address = new Uri(address, next);
        }

        return new PageAnswer.Failed("The page sends its readers on and on. Name the address where it ends.");
    }

    private static HttpRequestMessage Ask(Uri address, PageMarks known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.ParseAdd("ICS-Guide/1.0");
        if (known.ETag.Length > 0) request.Headers.TryAddWithoutValidation("If-None-Match", known.ETag);
        if (known.Modified.Length > 0) request.Headers.TryAddWithoutValidation("If-Modified-Since", known.Modified);
        return request;
    }

    private static async Task<PageAnswer> ReadAsync(Uri address, HttpResponseMessage response, CancellationToken ct)
    {
        var tooLarge = new PageAnswer.Failed($"The page is larger than {MostBytes / 1024 / 1024} MB.");
        if (response.Content.Headers.ContentLength > MostBytes) return tooLarge;
        using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (kept.Length + read > MostBytes) return tooLarge;
            kept.Write(buffer, 0, read);
        }

        var marks = new PageMarks(response.Headers.ETag?.ToString() ?? "", response.Content.Headers.LastModified?.ToString("R") ?? "");
        return new PageAnswer.Got(address, kept.ToArray(), response.Content.Headers.ContentType, marks);
    }

    private static string Private(Uri address) => $"{address.Host} leads into a private network, or to this machine. Only public addresses are read.";

    private static bool IsIn(Uri address, string host) =>
        address.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || address.IdnHost.EndsWith("." + host, StringComparison.OrdinalIgnoreCase);
}
