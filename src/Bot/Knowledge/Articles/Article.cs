namespace Bot.Knowledge.Articles;

/// <summary>One thing the guide says, with its dates and sources. Every sentence shown to people comes from one of these or from records.</summary>
public sealed record Article
{
    public required string Id { get; init; }
    public required string Topic { get; init; }
    public required string Heading { get; init; }
    public required string Button { get; init; }
    public required string Question { get; init; }
    public required IReadOnlyList<string> Alternates { get; init; }
    /// <summary>Further wordings; unlike alternates they may begin alike.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];
    public required string Short { get; init; }
    public IReadOnlyList<string> Points { get; init; } = [];
    public string Detail { get; init; } = "";
    public required ArticleStatus Status { get; init; }
    public string? StatusNote { get; init; }
    public required DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }
    public required DateOnly AsOf { get; init; }
    public required DateOnly ReviewBy { get; init; }
    public required string Owner { get; init; }
    public required Confidence Confidence { get; init; }
    public string? SupersededBy { get; init; }
    public string? Group { get; init; }
    public string? About { get; init; }
    public required IReadOnlyList<string> Sources { get; init; }
    public required IReadOnlyList<string> Prompts { get; init; }
    /// <summary>Where in its first source it was read, in words: "page 3, section Sick leave".</summary>
    public string? Cited { get; init; }
    /// <summary>Of the words in the document that it was imported from: while they are the same, an import leaves the article alone.</summary>
    public string? Digest { get; init; }
    public required ArticlePlace Place { get; init; }

    /// <summary>Articles that were made from documents stand here until an editor has a better place for them.</summary>
    public const string ImportedFolder = "imported";

    public bool IsImported => Topic == ImportedFolder;
}

public enum ArticleStatus { Current, Historical, Planned, Unverified }

/// <summary>Verified, from a seed document, derived, or general knowledge that was not verified.</summary>
public enum Confidence { V, S, D, G }

/// <summary>Where an article stands, for messages to its editor.</summary>
/// <param name="Path">Relative to the content folder.</param>
/// <param name="Lines">Line of each front-matter field.</param>
/// <param name="DetailLine">First line of the detail.</param>
public sealed record ArticlePlace(string Path, IReadOnlyDictionary<string, int> Lines, int DetailLine)
{
    public int LineOf(string field) => Lines.GetValueOrDefault(field, 1);
}

/// <summary>Where a statement was read.</summary>
public sealed record SourceEntry(string Id, string Title, string Publisher, string Date, string? Url);

public enum ProblemKind { Other, CompetingWordings, NumberConflict }

/// <summary>Something an editor has to mend, with where it is and what to do.</summary>
public sealed record Problem(string Path, int Line, string Message, bool IsWarning = false)
{
    /// <summary>What found it, where that says what to do about it; else other.</summary>
    public ProblemKind Kind { get; init; }

    public override string ToString() => $"{Path}:{Line}: {(IsWarning ? "warning: " : "")}{Message}";
}
