using System.Text.RegularExpressions;

namespace Bot.Knowledge.Documents.Pdf;

/// <summary>Finds lists of contents: headings with dots that lead to a page number.</summary>
internal static partial class PdfContents
{
    private const int Least = 3;

    public static PdfPage Removed(PdfPage page, Findings findings)
    {
        var rows = PdfRows.Of(page.Lines);
        var listed = rows.Where(row => Leader().IsMatch(row.Text)).ToArray();
        if (listed.Length < Least) return page;
        var (top, bottom) = (listed.Min(row => row.Top), listed.Max(row => row.Bottom));
        // A long heading takes two lines in the list, of which only the second has dots.
        var gone = rows.Where(row => listed.Contains(row) || IsTitle(row, top) || (row.Top >= top - 1 && row.Bottom <= bottom + 1 && Wording.Words(row.Text) < 12)).SelectMany(row => row.Lines).ToHashSet();
        findings.Drop("contents list", "Its lines are the headings once more.", listed[0].Text, listed.Length);
        return page with { Lines = [.. page.Lines.Where(line => !gone.Contains(line))] };
    }

    private static bool IsTitle(PdfRow row, double top) => row.Bottom <= top && row.Text.Trim().ToLowerInvariant() is "contents" or "table of contents" or "contents page" or "in this document";

    [GeneratedRegex(@"(?:\.\s?){4,}\s*\d{1,4}\s*$|\u2026{2,}\s*\d{1,4}\s*$")]
    private static partial Regex Leader();
}
