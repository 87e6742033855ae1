namespace Bot.Papers;

/// <summary>A document as its words and their order, before it is written as Word or as plain text.</summary>
/// <param name="Title">Of the document, also in its properties.</param>
/// <param name="Subject">In its properties.</param>
/// <param name="Blocks">From top to bottom.</param>
public sealed record Paper(string Title, string Subject, IReadOnlyList<Block> Blocks);

/// <summary>A piece of a paper.</summary>
public abstract record Block
{
    private Block()
    {
    }

    /// <summary>The title on the cover.</summary>
    public sealed record Cover(string Text) : Block;

    /// <param name="Level">1 to 3, in order: no level is passed over.</param>
    public sealed record Heading(int Level, string Text) : Block
    {
        /// <summary>Begins a page of its own.</summary>
        public bool OnNewPage { get; init; }
    }

    /// <summary>Line breaks in the text stay line breaks.</summary>
    public sealed record Paragraph(string Text) : Block
    {
        public bool IsStrong { get; init; }
    }

    public sealed record Bullets(IReadOnlyList<string> Items) : Block;

    public sealed record Grid(string Caption, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows) : Block
    {
        /// <summary>Shares of the width; none: all alike.</summary>
        public IReadOnlyList<int> Widths { get; init; } = [];
    }

    /// <summary>Ruled room to write by hand.</summary>
    public sealed record RoomToWrite(string Label, int Lines) : Block;

    /// <param name="Png">The picture.</param>
    /// <param name="Width">In pixels.</param>
    /// <param name="Height">In pixels.</param>
    /// <param name="Alternative">What it says to someone who cannot see it.</param>
    public sealed record Picture(ReadOnlyMemory<byte> Png, int Width, int Height, string Alternative) : Block;
}
