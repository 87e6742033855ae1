using System.Text.RegularExpressions;

namespace Bot.Knowledge.Documents.Pdf;

/// <summary>Finds what belongs to the page and not to the text: headers, footers, page numbers, also where odd and even pages differ.</summary>
internal static partial class PdfFurniture
{
    private const int Least = 2, LeastOfChapter = 3;
    private const double Edge = 0.12, SameHeight = 6, MostlyThere = 0.3, OnMost = 0.6, Larger = 1.13, EveryOther = 2.2;
    private const string Why = "It belongs to the page and not to the text.";

    public static IReadOnlyList<PdfPage> Removed(IReadOnlyList<PdfPage> pages, double body, Findings findings)
    {
        bool IsLarge(PdfLine line) => line.Height > body * Larger;
        // "Part 1" and "Part 2" in large letters are headings, and sentences that differ in a number are text; "page 1" and "page 2" are neither.
        (string, int) Key(PdfLine line) => (IsLarge(line) || line.Text.EndsWith('.') ? line.Text : Digits().Replace(line.Text.ToLowerInvariant(), "#"), Height(line));
        var edges = pages.SelectMany(page => page.Lines.Where(line => IsEdge(line, page))).ToArray();
        var repeated = edges.GroupBy(Key)
            .Where(group => Repeats([.. group.Select(line => line.Page).Distinct().Order()], pages.Count)).Select(group => group.Key).ToHashSet();
        // A height at which most pages have such a line is kept free of text: chapters have headers of their own there.
        var heights = edges.Where(line => repeated.Contains(Key(line)) || PageNumber().IsMatch(line.Text)).GroupBy(Height)
            .Where(group => group.Select(line => line.Page).Distinct().Count() is var on && on >= Math.Max(Least, pages.Count * OnMost)).Select(group => group.Key).ToHashSet();
        bool Belongs(PdfLine line) => repeated.Contains(Key(line)) || (!IsLarge(line) && heights.Contains(Height(line)));
        return [.. pages.Select(page => page with { Lines = [.. page.Lines.Where(line => !IsFurniture(line, page, Belongs, findings))] })];
    }

    // On a good part of all pages, or of a chapter's. A heading that comes back now and then at the top of a page is neither.
    private static bool Repeats(int[] on, int pages) =>
        on.Length >= Math.Max(Least, pages * MostlyThere) || (on.Length >= LeastOfChapter && on[^1] - on[0] + 1 <= EveryOther * on.Length);

    private static bool IsFurniture(PdfLine line, PdfPage page, Func<PdfLine, bool> belongs, Findings findings)
    {
        if (!IsEdge(line, page)) return false;
        var isTop = line.Middle < page.Height / 2;
        if (PageNumber().IsMatch(line.Text)) findings.Drop("page numbers", Why, line.Text);
        else if (!belongs(line)) return false;
        else findings.Drop(isTop ? "page headers" : "page footers", Why, line.Text);
        return true;
    }

    private static bool IsEdge(PdfLine line, PdfPage page) => line.Middle < page.Height * Edge || line.Middle > page.Height * (1 - Edge);

    private static int Height(PdfLine line) => (int)Math.Round(line.Middle / SameHeight);

    [GeneratedRegex(@"^(?:page\s+|p\.?\s*)?[-\u2013|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:(?:of|/)\s*\d{1,4})?\s*[-\u2013|]?$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
