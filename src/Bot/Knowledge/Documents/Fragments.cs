using System.Text.RegularExpressions;

namespace Bot.Knowledge.Documents;

/// <summary>Words of a drawing or an infographic: "42 %", "1 in 4", "Our journey".</summary>
internal static partial class Fragments
{
    private const int MostWords = 5;

    public static bool IsOne(string text) =>
        text.Length == 0 || (Wording.Words(text) <= MostWords && text[^1] is not ('.' or '?' or '!' or ':' or ';') && !text.Contains("](", StringComparison.Ordinal));

    /// <summary>A number in large letters, such as an infographic has.</summary>
    public static bool IsFigure(string text) => Figure().IsMatch(text);

    [GeneratedRegex(@"^[\u00A3\u20AC$+\-]?\d[\d.,]*\s*(?:%|[a-z]{1,3}|million|billion|thousand)?(?:\s+(?:in|of|out of)\s+\d[\d.,]*)?(?:\s+[\u00A3$]?\d[\d.,]*\s*%?)*$", RegexOptions.IgnoreCase)]
    private static partial Regex Figure();

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
