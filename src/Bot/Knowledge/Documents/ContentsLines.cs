using System.Text.RegularExpressions;

namespace Bot.Knowledge.Documents;

/// <summary>Lists of contents that somebody typed: headings with dots that lead to a page number.</summary>
internal static partial class ContentsLines
{
    public const int Least = 3;
    private const int LongestLine = 400;
    public const string What = "contents list", Why = "Its lines are the headings once more.";

    public static bool IsOne(string text) => text.Length <= LongestLine && Leader().IsMatch(text);

    public static bool IsTitle(string text) => text.Trim().ToLowerInvariant() is "contents" or "table of contents" or "contents page" or "in this document";

    public static IReadOnlyList<Piece> Removed(IReadOnlyList<Piece> pieces, Findings findings)
    {
        var listed = pieces.Where(piece => IsOne(piece.Text)).ToArray();
        if (listed.Length < Least) return pieces;
        findings.Drop(What, Why, listed[0].Text, listed.Length);
        return [.. pieces.Where(piece => !IsOne(piece.Text) && !IsTitle(piece.Text))];
    }

    [GeneratedRegex(@"(?:\.\s?){4,}\s*\d{1,4}\s*$|\u2026{2,}\s*\d{1,4}\s*$")]
    private static partial Regex Leader();
}
