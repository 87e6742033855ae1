namespace Bot.Knowledge.Sources;

/// <summary>A place that documents come from.</summary>
internal interface ISource
{
    /// <summary>What is there, or what has changed since the bookmark.</summary>
    /// <exception cref="SourceException">It cannot be looked into; the message says what to do.</exception>
    Task<Listing> ListAsync(string bookmark, CancellationToken ct);

    /// <summary>The bytes of one document. What fails is an outcome, with words.</summary>
    Task<Fetched> FetchAsync(FoundItem item, string mark, CancellationToken ct);
}

/// <param name="Items">Documents and folders.</param>
/// <param name="Gone">Ids of what is not there any more; needless where the listing is whole.</param>
/// <param name="IsWhole">What is not among the items is gone.</param>
/// <param name="Bookmark">From where the next listing goes on; empty: each is whole.</param>
/// <param name="Root">Id of the folder whose documents count; empty: all do.</param>
internal sealed record Listing(IReadOnlyList<FoundItem> Items, IReadOnlyList<string> Gone, bool IsWhole, string Bookmark = "", string Root = "");

/// <summary>A document or a folder as its source lists it.</summary>
/// <param name="Id">Stays when the item is renamed, where the source can tell.</param>
/// <param name="Name">With its ending; for a folder of this machine the path from that folder.</param>
/// <param name="Mark">Differs whenever the item may have changed.</param>
public sealed record FoundItem(string Id, string Name, string Mark)
{
    /// <summary>Begins the mark of a file that holds malicious software.</summary>
    internal const string Malware = "malware ";

    public string Parent { get; init; } = "";

    public bool IsFolder { get; init; }
}

/// <summary>How fetching one document ended.</summary>
public abstract record Fetched
{
    private Fetched()
    {
    }

    /// <param name="Bytes">The document.</param>
    /// <param name="Name">Where its source knows a better one, with the ending of its kind.</param>
    /// <param name="Mark">Where it is known only now.</param>
    /// <param name="Url">Where everybody can read it.</param>
    public sealed record Got(byte[] Bytes, string? Name = null, string? Mark = null, string? Url = null) : Fetched;

    public sealed record Unchanged : Fetched;

    public sealed record Gone : Fetched;

    /// <param name="Words">Why, and what to do. It is tried again at the next refresh.</param>
    public sealed record Failed(string Words) : Fetched;
}

/// <summary>A source cannot be looked into.</summary>
/// <param name="words">Why, and what to do.</param>
public sealed class SourceException(string words) : Exception(words);
