namespace Bot.Knowledge.Documents;

internal static class Titles
{
    /// <summary>A document that begins with its only heading of the highest level is called so.</summary>
    public static string? OnlyTop(IReadOnlyList<Piece> pieces)
    {
        var headings = HeadingLines.Joined(pieces).Where(piece => piece.Kind == PieceKind.Heading && Wording.Words(piece.Text) > 0).ToArray();
        if (headings.Length < 2 || headings[0].Text.EndsWith('?')) return null;
        return headings.Skip(1).All(heading => heading.Level > headings[0].Level) ? headings[0].Text : null;
    }
}
