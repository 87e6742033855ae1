namespace Bot.Storage.Sources;

/// <summary>An article whose source changed or vanished since its text was published.</summary>
public sealed record SourceMark
{
    public const string Changed = "changed", Vanished = "vanished";

    public string ArticleId { get; init; } = "";

    /// <summary>The document or the link, in words.</summary>
    public string Source { get; init; } = "";

    public string Reason { get; init; } = Changed;

    /// <summary>Of the article's text when it was marked: with another text the mark is over.</summary>
    public string Digest { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
