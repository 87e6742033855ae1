namespace Bot.Knowledge.Documents.Word;

/// <summary>Finds headings that are no style but only larger or bold.</summary>
internal static class WordHeadings
{
    private const int MostWords = 16;
    private const double MuchLarger = 1.3;

    public static IReadOnlyList<Piece> Found(IReadOnlyList<WordPart> parts)
    {
        var letters = parts.Where(p => p.Piece.Kind is PieceKind.Text or PieceKind.Item).ToArray();
        if (letters.Length == 0) return [.. parts.Select(p => p.Piece)];
        var body = letters.GroupBy(p => p.Size).MaxBy(g => g.Sum(p => p.Piece.Text.Length))!.Key;
        var boldIsPlain = letters.Where(p => p.IsBold).Sum(p => p.Piece.Text.Length) * 2 > letters.Sum(p => p.Piece.Text.Length);
        bool Stands(WordPart part) => part.Size > body + 1 || (part.IsBold && !boldIsPlain && part.Size >= body);
        var looks = letters.Where(part => MayBe(part.Piece) && Stands(part)).Select(Look).Distinct().OrderByDescending(l => l.Size).ThenByDescending(l => l.IsBold).ToList();
        var styled = parts.Where(p => p.Piece.Kind == PieceKind.Heading).Select(p => p.Piece.Level).DefaultIfEmpty(0).Max();
        // What stands first and is much larger than the text is the title, above headings that have a style.
        bool IsTitle(WordPart part) => part == parts[0] && part.Size >= body * MuchLarger && parts.Count(other => Look(other) == Look(part) && MayBe(other.Piece)) == 1;
        return [.. parts.Select(part => MayBe(part.Piece) && Stands(part) ? Piece.Heading(Whole(part.Piece), IsTitle(part) ? 0 : styled + 1 + looks.IndexOf(Look(part)), part.Piece.Page) : part.Piece)];
    }

    private static (int Size, bool IsBold) Look(WordPart part) => (part.Size, part.IsBold);

    private static bool MayBe(Piece piece) =>
        (piece.Kind == PieceKind.Text || piece is { Kind: PieceKind.Item, IsNumbered: true })
        && Wording.Words(piece.Text) is > 0 and <= MostWords && piece.Text[^1] is not ('.' or ',' or ';' or ':') && !Wording.IsAnswer(piece.Text);

    private static string Whole(Piece piece) => piece.IsNumbered ? $"{piece.Mark} {piece.Text}" : piece.Text;
}
