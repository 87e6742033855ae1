namespace Bot.Knowledge.Sources;

/// <summary>How far a refresh is.</summary>
/// <param name="Done">Documents that are done.</param>
/// <param name="Total">Documents that have to be read; known once every source was listed.</param>
/// <param name="Left">How long the rest will take at the pace so far; null while that cannot be said.</param>
/// <param name="Document">The one that was done last.</param>
public sealed record RefreshProgress(int Done, int Total, TimeSpan? Left, string Document);

/// <summary>What a refresh found and made.</summary>
public sealed record RefreshReport
{
    /// <summary>Why nothing was done at all, in words; null where the refresh ran.</summary>
    public string? Problem { get; init; }

    /// <summary>The sources that were looked into.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Documents that the sources hold.</summary>
    public int Found { get; init; }

    /// <summary>Documents whose bytes were read.</summary>
    public int Read { get; init; }

    /// <summary>Documents that are as they were.</summary>
    public int Unchanged { get; init; }

    /// <summary>Documents that are new or say something else.</summary>
    public int Changed { get; init; }

    /// <summary>Documents that are not there any more.</summary>
    public int Removed { get; init; }

    /// <summary>Files of kinds that hold no text.</summary>
    public int PassedOver { get; init; }

    /// <summary>Files of the content that now differ in a draft.</summary>
    public int Drafts { get; init; }

    public IReadOnlyList<FailedDocument> Failed { get; init; } = [];

    public IReadOnlyList<NearDuplicate> NearDuplicates { get; init; } = [];

    public bool HasFindings => Changed > 0 || Removed > 0 || Failed.Count > 0;
}

/// <param name="Source">The source's name.</param>
/// <param name="Document">The document; empty where the source itself cannot be looked into.</param>
/// <param name="Words">Why, and what to do.</param>
public sealed record FailedDocument(string Source, string Document, string Words);

/// <param name="Document">Where the new text comes from.</param>
/// <param name="Drafted">The file of the article that would be added.</param>
/// <param name="Existing">The id of the article that says nearly the same.</param>
/// <param name="Share">How much of it, from 0 to 1.</param>
public sealed record NearDuplicate(string Document, string Drafted, string Existing, double Share);
