namespace Bot.Knowledge.Documents.Pdf;

/// <summary>Finds lists of contents: headings with dots that lead to a page number.</summary>
internal static class PdfContents
{
    public static PdfPage Removed(PdfPage page, Findings findings)
    {
        var rows = PdfRows.Of(page.Lines);
        var listed = rows.Where(row => ContentsLines.IsOne(row.Text)).ToArray();
        if (listed.Length < ContentsLines.Least) return page;
        var (top, bottom) = (listed.Min(row => row.Top), listed.Max(row => row.Bottom));
        // A long heading takes two lines in the list, of which only the second has dots.
        var gone = rows.Where(row => listed.Contains(row) || IsTitle(row, top) || (row.Top >= top - 1 && row.Bottom <= bottom + 1 && Wording.Words(row.Text) < 12)).SelectMany(row => row.Lines).ToHashSet();
        findings.Drop(ContentsLines.What, ContentsLines.Why, listed[0].Text, listed.Length);
        return page with { Lines = [.. page.Lines.Where(line => !gone.Contains(line))] };
    }

    private static bool IsTitle(PdfRow row, double top) => row.Bottom <= top && ContentsLines.IsTitle(row.Text);
}
