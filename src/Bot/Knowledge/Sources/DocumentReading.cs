using System.Security.Cryptography;
using Bot.Knowledge.Documents;
using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>One document after it was fetched and read.</summary>
/// <param name="Item">As it was listed.</param>
/// <param name="Fetched">How fetching ended.</param>
internal sealed record DocumentRead(SourceItem Item, Fetched Fetched)
{
    public string Hash { get; init; } = "";

    /// <summary>Null where the bytes are as they were, or cannot be read.</summary>
    public ReadDocument? Document { get; init; }

    /// <summary>Why the bytes cannot be read: they have to change first.</summary>
    public string? Problem { get; init; }

    /// <summary>The document as it was known before it got another name.</summary>
    public SourceItem? MovedFrom { get; init; }

    public string Name => Fetched is Fetched.Got { Name: { } better } ? better : Item.Name;
}

/// <summary>Fetches and reads documents, two at a time.</summary>
internal static class DocumentReading
{
    // As many as the service has cores at least; memory holds that many documents at once.
    private const int AtOnce = 2;

    private static readonly HashSet<string> Endings = new(DocumentReader.Endings, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name promises text; Office leaves files that begin with "~$" beside open documents.</summary>
    public static bool IsReadable(string name) =>
        Endings.Contains(Path.GetExtension(name)) && Path.GetFileName(name) is { Length: > 0 } file && !file.StartsWith("~$", StringComparison.Ordinal) && file[0] != '.';

    public static async Task<IReadOnlyList<DocumentRead>> ReadAsync(ISource source, IReadOnlyList<SourceItem> items, ProgressMeter meter, CancellationToken ct)
    {
        var read = new DocumentRead[items.Count];
        await Parallel.ForAsync(0, items.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (i, stop) =>
        {
            read[i] = await ReadAsync(source, items[i], stop);
            meter.Done(items[i].Name);
        });
        return read;
    }

    private static async Task<DocumentRead> ReadAsync(ISource source, SourceItem item, CancellationToken ct)
    {
        var fetched = await source.FetchAsync(new FoundItem(item.Id, item.Name, item.Listed) { Parent = item.Parent }, item.Mark, ct);
        var read = new DocumentRead(item, fetched);
        if (fetched is not Fetched.Got got) return read;
        read = read with { Hash = Convert.ToHexStringLower(SHA256.HashData(got.Bytes)) };
        if (read.Hash == item.Hash) return read with { Problem = item.Problem };
        try
        {
            return read with { Document = await DocumentReader.ReadAsync(Path.GetFileName(read.Name), got.Bytes, ct) with { Url = got.Url } };
        }
        catch (DocumentException e)
        {
            return read with { Problem = e.Message };
        }
    }
}
