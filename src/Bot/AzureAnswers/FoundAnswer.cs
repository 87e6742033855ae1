namespace Bot.AzureAnswers;

/// <summary>A pair that the project found, cleaned of what cannot be used.</summary>
/// <param name="Id">In the project.</param>
/// <param name="Question">The pair's first question; empty for a piece of a document.</param>
/// <param name="Answer">Markdown, from outside.</param>
/// <param name="Confidence">0 to 1, as the service says it.</param>
/// <param name="Source">An address, a file's name, or what its editors wrote.</param>
public sealed record FoundAnswer(int Id, string Question, string Answer, double Confidence, string Source)
{
    /// <summary>The words of the answer that the service takes for the answer proper; null where it found none.</summary>
    public string? Span { get; init; }

    /// <summary>Names in lower case.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<FoundPrompt> Prompts { get; init; } = [];
}

/// <summary>A next step that the pair offers.</summary>
public sealed record FoundPrompt(int QnaId, string Text);
