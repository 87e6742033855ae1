using System.Text.RegularExpressions;

namespace Bot.Knowledge.Documents;

/// <summary>Lines that say what a document is and not what it says: its version, who approved it, when it is reviewed.</summary>
internal static partial class FrontMatterLines
{
    private const int MostWords = 25;

    /// <summary>Drops them where they stand before the first section.</summary>
    public static IReadOnlyList<Piece> Removed(IReadOnlyList<Piece> pieces, Findings findings)
    {
        var headings = 0;
        var kept = new List<Piece>();
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Heading) headings++;
            if (headings < 2 && piece.Kind is PieceKind.Text or PieceKind.Item && Wording.Words(piece.Text) <= MostWords && Control().IsMatch(piece.Text))
                findings.Drop("document control lines", "They say what the document is and not what it says.", piece.Text);
            else kept.Add(piece);
        }

        return kept;
    }

    [GeneratedRegex(@"^(?:version\s*(?:no\.?|number)?\s*:?\s*\d|v\d+(?:\.\d+)*\b|(?:approved|ratified|authori[sz]ed|issued|published)\s+(?:by|on|in)\b|(?:author|document owner|review date|next review|date of (?:issue|approval|review)|issue date|document (?:number|reference|control|type))\s*(?:\(s\))?\s*[:\u2013-])", RegexOptions.IgnoreCase)]
    private static partial Regex Control();
}
