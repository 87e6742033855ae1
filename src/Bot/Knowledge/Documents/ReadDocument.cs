namespace Bot.Knowledge.Documents;

/// <summary>What a document says, with where it says it, and what was left behind.</summary>
/// <param name="Name">Of the file, as it was given.</param>
/// <param name="Title">As the document calls itself; null where it does not.</param>
/// <param name="Passages">Titled text, in order.</param>
/// <param name="Pairs">Questions with their answers, in order.</param>
/// <param name="Dropped">What was left out on purpose.</param>
/// <param name="Warnings">What was guessed or is doubtful, in words.</param>
public sealed record ReadDocument(
    string Name, string? Title, IReadOnlyList<Passage> Passages, IReadOnlyList<Pair> Pairs, IReadOnlyList<Dropped> Dropped, IReadOnlyList<string> Warnings)
{
    /// <summary>Where people can open it; null for a file that was handed over.</summary>
    public string? Url { get; init; }

    /// <summary>Sets of words that mean the same; only exports of other programs have them.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Synonyms { get; init; } = [];
}

/// <summary>Text under one heading.</summary>
/// <param name="Heading">Never empty; the document's title where the text has no heading of its own.</param>
/// <param name="Section">The headings above it, outermost first.</param>
/// <param name="Page">Where it begins; null where the format knows no pages.</param>
/// <param name="Blocks">At least one.</param>
public sealed record Passage(string Heading, IReadOnlyList<string> Section, int? Page, IReadOnlyList<Block> Blocks)
{
    /// <summary>As Markdown that a card can show.</summary>
    public string Text => Block.Markdown(Blocks);
}

/// <summary>Something that was left out.</summary>
/// <param name="What">In words, such as "page header".</param>
/// <param name="Why">In a sentence.</param>
/// <param name="Times">How often.</param>
/// <param name="Example">The first of them, shortened; empty where there is nothing to show.</param>
public sealed record Dropped(string What, string Why, int Times, string Example = "");
