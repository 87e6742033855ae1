using System.Text.RegularExpressions;

namespace Bot.Knowledge.Documents;

/// <summary>Writes "1 Leave" as "1. Leave" where the headings are counted so. Alone it may be a name: "10 Year Health Plan".</summary>
internal static partial class HeadingNumbers
{
    public static IReadOnlyList<Piece> Dotted(IReadOnlyList<Piece> pieces)
    {
        var numbers = pieces.Where(piece => piece.Kind == PieceKind.Heading).Select(piece => Bare().Match(piece.Text)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        if (!numbers.Contains("1") || !numbers.Contains("2")) return pieces;
        return [.. pieces.Select(piece => piece.Kind == PieceKind.Heading ? piece with { Text = Bare().Replace(piece.Text, "$1. $2") } : piece)];
    }

    [GeneratedRegex(@"^(\d{1,2})\s+(\p{Lu})")]
    private static partial Regex Bare();
}
