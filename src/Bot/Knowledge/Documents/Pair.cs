namespace Bot.Knowledge.Documents;

/// <summary>A question-and-answer pair, as QnA Maker and Azure custom question answering export and import it.</summary>
public sealed record Pair
{
    /// <summary>Null where the file gives none.</summary>
    public int? Id { get; init; }

    /// <summary>The main question first; at least one.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>Markdown.</summary>
    public required string Answer { get; init; }

    public string Source { get; init; } = "";

    public string SourceDisplayName { get; init; } = "";

    /// <summary>In the file's order; a name may come twice in the oldest layout.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; } = [];

    /// <summary>Only reached through another pair's prompt.</summary>
    public bool IsContextOnly { get; init; }

    public IReadOnlyList<PairPrompt> Prompts { get; init; } = [];

    /// <summary>Where it stands in a document; null where the format knows no pages.</summary>
    public int? Page { get; init; }

    /// <summary>The headings above it in a document, outermost first.</summary>
    public IReadOnlyList<string> Section { get; init; } = [];
}

/// <summary>A next step that a pair offers.</summary>
/// <param name="DisplayOrder">Often 0 for all: the list's own order counts.</param>
/// <param name="PairId">The pair that it leads to.</param>
/// <param name="DisplayText">The button.</param>
public sealed record PairPrompt(int DisplayOrder, int PairId, string DisplayText);

/// <summary>What a file held, and what an editor has to know of it.</summary>
/// <param name="Pairs">In the file's order.</param>
/// <param name="Synonyms">Sets of words that mean the same.</param>
/// <param name="Warnings">What was left out, guessed or is doubtful, in words.</param>
public sealed record PairFile(IReadOnlyList<Pair> Pairs, IReadOnlyList<IReadOnlyList<string>> Synonyms, IReadOnlyList<string> Warnings);

/// <summary>A file that cannot be taken in. The message says why, and what to do.</summary>
public sealed class DocumentException(string message) : Exception(message);
