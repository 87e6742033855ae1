using System.Text;
using Bot.Storage;

namespace Bot.Knowledge.Sources;

/// <summary>One page of the web, which may be a document.</summary>
internal sealed class PageSource(Uri address, WebPages pages, TimeProvider time) : ISource
{
    private static readonly Dictionary<string, string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text/html"] = ".html",
        ["application/xhtml+xml"] = ".html",
        ["text/plain"] = ".txt",
        ["text/markdown"] = ".md",
        ["text/csv"] = ".csv",
        ["application/pdf"] = ".pdf",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = ".xlsx",
    };

    // Only asking tells whether a page has changed, so it is always due.
    public Task<Listing> ListAsync(string bookmark, CancellationToken ct) => pages.Refusal(address) is { } refusal
        ? throw new SourceException(refusal)
        : Task.FromResult(new Listing([new FoundItem(Keys.Of(address.AbsoluteUri), $"{address.Host}{address.AbsolutePath}", $"asked {time.GetUtcNow().UtcTicks}")], [], IsWhole: true));

    public async Task<Fetched> FetchAsync(FoundItem item, string mark, CancellationToken ct) => await pages.GetAsync(address, PageMarks.Of(mark), ct) switch
    {
        PageAnswer.Unchanged => new Fetched.Unchanged(),
        PageAnswer.Gone => new Fetched.Gone(),
        PageAnswer.Failed failed => new Fetched.Failed(failed.Words),
        PageAnswer.Got got => Name(got) is { } name
            ? new Fetched.Got(InUtf8(got), name, got.Marks.Text is { Length: > 0 } marks ? marks : "read", got.Address.AbsoluteUri)
            : new Fetched.Failed($"The page is of a kind that holds no text ({got.Type?.MediaType})."),
        _ => throw new NotSupportedException(),
    };

    private string? Name(PageAnswer.Got got)
    {
        var last = address.Segments[^1].Trim('/');
        if (DocumentReading.IsReadable(last) && got.Type?.MediaType is null or "application/octet-stream") return last;
        var stem = Path.GetFileNameWithoutExtension(last) is { Length: > 0 } named ? named : address.Host;
        return got.Type?.MediaType is { } type && Endings.TryGetValue(type, out var ending) ? stem + ending : null;
    }

    // The server's word on the character set is not in the bytes; a byte order mark is.
    private static byte[] InUtf8(PageAnswer.Got got)
    {
        if (got.Type is not { CharSet: { } set, MediaType: { } type } || !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)) return got.Bytes;
        var name = set.Trim('"', ' ');
        if (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && got.Bytes is not [0xEF, 0xBB, 0xBF, ..]) return [0xEF, 0xBB, 0xBF, .. got.Bytes];
        return CodePagesEncodingProvider.Instance.GetEncoding(name) is { } other ? [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(other.GetString(got.Bytes))] : got.Bytes;
    }
}
