namespace Bot.Knowledge.Documents.Html;

/// <summary>Counts open elements before a page is parsed: the time that a parser needs grows with the square of its depth.</summary>
internal static class HtmlDepth
{
    private const int Most = 2000, LongestName = 20;

    private static readonly HashSet<string> Unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "path", "rect", "circle", "line", "use", "polygon",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Unclosed.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <exception cref="DocumentException">More elements are open at once than a page has.</exception>
    public static void Check(string html)
    {
        var open = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closes = html[at + 1] == '/';
            var name = Name(html.AsSpan(at + (closes ? 2 : 1)));
            if (name.Length == 0 || Lookup.Contains(name)) continue;
            open = closes ? Math.Max(0, open - 1) : open + 1;
            if (open > Most) throw new DocumentException("The page is nested too deeply to be read. Simplify it, or send its text as .txt or .docx.");
        }
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && end < LongestName && char.IsAsciiLetterOrDigit(rest[end])) end++;
        return rest[..end];
    }
}
