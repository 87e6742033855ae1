using System.Text.RegularExpressions;

namespace Bot.Knowledge.Documents.Pdf;

/// <summary>Finds what belongs to the page and not to the text: headers, footers, page numbers, also where odd and even pages differ.</summary>
internal static partial class PdfFurniture
{
    private const double Edge = 0.12, SameHeight = 6;
    private const string Why = "It belongs to the page and not to the text.";

    public static IReadOnlyList<PdfPage> Removed(IReadOnlyList<PdfPage> pages, Findings findings)
    {
        var least = pages.Count <= 6 ? 2 : 3;
        var edges = pages.SelectMany(page => page.Lines.Where(line => IsEdge(line, page)));
        var repeated = edges.GroupBy(Key).Where(group => group.Select(line => line.Page).Distinct().Count() >= least).Select(group => group.Key).ToHashSet();
        return [.. pages.Select(page => page with { Lines = [.. page.Lines.Where(line => !IsFurniture(line, page, repeated, findings))] })];
    }

    private static bool IsFurniture(PdfLine line, PdfPage page, HashSet<(string, int)> repeated, Findings findings)
    {
        if (!IsEdge(line, page)) return false;
        var isTop = line.Middle < page.Height / 2;
        if (PageNumber().IsMatch(line.Text)) findings.Drop("page numbers", Why, line.Text);
        else if (!repeated.Contains(Key(line))) return false;
        else findings.Drop(isTop ? "page headers" : "page footers", Why, line.Text);
        return true;
    }

    private static bool IsEdge(PdfLine line, PdfPage page) => line.Middle < page.Height * Edge || line.Middle > page.Height * (1 - Edge);

    private static (string, int) Key(PdfLine line) => (Digits().Replace(line.Text.ToLowerInvariant(), "#"), (int)Math.Round(line.Middle / SameHeight));

    [GeneratedRegex(@"^(?:page\s+|p\.?\s*)?[-\u2013|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:(?:of|/)\s*\d{1,4})?\s*[-\u2013|]?$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
