namespace Bot.Knowledge.Documents;

internal enum PieceKind { Heading, Text, Item, Table, End }

/// <summary>What a format's reader hands on, in reading order: formats differ, and from here on nothing does.</summary>
/// <param name="Kind">An end closes the sections of its level and below.</param>
/// <param name="Text">Clean, in one line; links in Markdown.</param>
/// <param name="Page">Where known.</param>
internal sealed record Piece(PieceKind Kind, string Text, int? Page = null)
{
    /// <summary>Of a heading, 1 is the highest; of an item, how deep it lies, from 0.</summary>
    public int Level { get; init; }

    /// <summary>Of an item: a hyphen, or its number with what follows it.</summary>
    public string Mark { get; init; } = "-";

    public IReadOnlyList<IReadOnlyList<string>> Rows { get; init; } = [];

    public bool IsNumbered => Mark != "-";

    public static Piece Heading(string text, int level, int? page = null) => new(PieceKind.Heading, text, page) { Level = level };

    public static Piece Item(string text, int depth, string mark, int? page = null) => new(PieceKind.Item, text, page) { Level = depth, Mark = mark };

    public static Piece Table(IReadOnlyList<IReadOnlyList<string>> rows, int? page = null) => new(PieceKind.Table, "", page) { Rows = rows };

    public static Piece End(int level) => new(PieceKind.End, "") { Level = level };
}
