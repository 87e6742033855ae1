namespace Bot.Knowledge.Documents;

/// <summary>Words of a drawing or an infographic: "42 %", "1 in 4", "Our journey".</summary>
internal static class Fragments
{
    private const int MostWords = 5;

    public static bool IsOne(string text) =>
        text.Length == 0 || (Wording.Words(text) <= MostWords && text[^1] is not ('.' or '?' or '!' or ':' or ';') && !text.Contains("](", StringComparison.Ordinal));

    /// <summary>Drops them where several stand together, or where one is hardly more than a number.</summary>
    public static IReadOnlyList<Piece> Removed(IReadOnlyList<Piece> pieces, Findings findings)
    {
        bool IsAt(int at) => at >= 0 && at < pieces.Count && pieces[at].Kind == PieceKind.Text && IsOne(pieces[at].Text);
        var kept = new List<Piece>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (IsAt(i) && (IsAt(i - 1) || IsAt(i + 1) || pieces[i].Text.Any(char.IsDigit))) findings.Drop("fragments of pictures", "Without the picture they say nothing.", pieces[i].Text);
            else kept.Add(pieces[i]);
        }

        return kept;
    }
}
