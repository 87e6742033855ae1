namespace Bot.Knowledge.Documents;

/// <summary>Joins headings that were broken over lines or paragraphs.</summary>
internal static class HeadingLines
{
    private static readonly HashSet<string> Joining = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or", "our", "the", "to", "with", "your", "&",
    };

    public static IEnumerable<Piece> Joined(IEnumerable<Piece> pieces)
    {
        Piece? open = null;
        foreach (var piece in pieces)
        {
            if (open is not null && piece.Kind == PieceKind.Heading && piece.Level == open.Level && GoesOn(open.Text, piece.Text))
            {
                open = open with { Text = $"{open.Text} {piece.Text}" };
                continue;
            }

            if (open is not null) yield return open;
            open = piece.Kind == PieceKind.Heading ? piece : null;
            if (open is null) yield return piece;
        }

        if (open is not null) yield return open;
    }

    public static bool GoesOn(string first, string second)
    {
        if (first.Length == 0 || second.Length == 0 || first[^1] is '.' or '?' or '!') return false;
        return char.IsLower(second[0]) || first[^1] is ',' or ':' or '\u2013' or '&' || Joining.Contains(first[(first.LastIndexOf(' ') + 1)..]);
    }
}
