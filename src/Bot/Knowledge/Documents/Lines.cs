namespace Bot.Knowledge.Documents;

/// <summary>A paragraph with line breaks inside: often a list that somebody typed by hand.</summary>
internal static class Lines
{
    private const int LeastForList = 3, MostWordsInItem = 12;

    public static IReadOnlyList<Piece> Pieces(string text, int? page)
    {
        var lines = text.Split('\n').Select(CleanText.Collapsed).Where(line => line.Length > 0).ToArray();
        if (lines.Length == 0) return [];
        if (lines.Any(line => Marks.Split(line) is not null) || lines.Length == 1) return [.. Marked(lines, page)];
        if (lines.Length >= LeastForList && lines.All(line => Wording.Words(line) <= MostWordsInItem && line[^1] is not ('.' or ',' or ':')))
            return [.. lines.Select(line => Piece.Item(line, 0, "-", page))];
        return [new Piece(PieceKind.Text, lines.Aggregate(Followed), page)];
    }

    private static IEnumerable<Piece> Marked(string[] lines, int? page) =>
        lines.Select(line => Marks.Split(line) is var (mark, item) ? Piece.Item(item, 0, mark, page) : new Piece(PieceKind.Text, line, page));

    // Lines of an address are parted; a sentence that was broken goes on.
    private static string Followed(string line, string next) =>
        char.IsLower(next[0]) || !char.IsLetterOrDigit(line[^1]) ? $"{line} {next}" : $"{line}, {next}";
}
