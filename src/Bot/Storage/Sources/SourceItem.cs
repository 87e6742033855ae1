namespace Bot.Storage.Sources;

/// <summary>A document or a folder of a source, as far as it is known.</summary>
public sealed record SourceItem
{
    public string Source { get; init; } = "";

    /// <summary>What the source knows it by: a path, an address, an item's id. It stays when the item is renamed, where the source can tell.</summary>
    public string Id { get; init; } = "";

    /// <summary>The folder's id; empty at the top.</summary>
    public string Parent { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>The name under which its articles stand; it stays when the document is renamed. Empty where it was never read.</summary>
    public string Known { get; init; } = "";

    public bool IsFolder { get; init; }

    /// <summary>Differs whenever the source says that the item may have changed; empty where it is gone.</summary>
    public string Listed { get; init; } = "";

    /// <summary>What <see cref="Listed"/> was when the document was last taken in; empty where it never was.</summary>
    public string Mark { get; init; } = "";

    /// <summary>SHA-256 of the bytes that were taken in, in hexadecimal.</summary>
    public string Hash { get; init; } = "";

    public DateTimeOffset SeenAt { get; init; }

    /// <summary>Why it could not be taken in, in words.</summary>
    public string? Problem { get; init; }
}

/// <summary>How a source stands.</summary>
public sealed record SourceState
{
    public string Source { get; init; } = "";

    public string Place { get; init; } = "";

    /// <summary>The id of the folder whose documents count; empty where all do.</summary>
    public string Root { get; init; } = "";

    /// <summary>From where the source lists its changes; empty: all of it.</summary>
    public string Bookmark { get; init; } = "";

    public DateTimeOffset RefreshedAt { get; init; }

    /// <summary>Why the last refresh could not look into it, in words.</summary>
    public string? Problem { get; init; }
}

/// <summary>What one step of a refresh writes: whole documents with all that was made of them.</summary>
public sealed record SourceStep
{
    public IReadOnlyList<SourceItem> Items { get; init; } = [];

    public IReadOnlyList<SourceItem> Forgotten { get; init; } = [];

    public IReadOnlyList<DraftOnDraft> Drafts { get; init; } = [];

    /// <summary>Drafts that nobody needs any more.</summary>
    public IReadOnlyList<DraftTakenBack> DraftsGone { get; init; } = [];

    public IReadOnlyList<SourceMark> Marks { get; init; } = [];
}

/// <param name="Row">A change of a file.</param>
/// <param name="Seen">The draft that waited when it was made, which it replaces; null where there was none.</param>
public sealed record DraftOnDraft(DraftRow Row, DraftRow? Seen);

/// <param name="Seen">The draft as it was read.</param>
/// <param name="Who">Takes it back.</param>
/// <param name="Why">For the audit log.</param>
/// <param name="At">When.</param>
public sealed record DraftTakenBack(DraftRow Seen, string Who, string Why, DateTimeOffset At);
