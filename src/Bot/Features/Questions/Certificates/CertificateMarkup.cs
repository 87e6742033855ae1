using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Bot.Features.Questions.Certificates;

/// <summary>The little Markdown that answers use, as HTML: headings, lists, paragraphs, links. All else is shown as it was typed.</summary>
internal static partial class CertificateMarkup
{
    public static string Blocks(string markdown)
    {
        var html = new StringBuilder();
        foreach (var block in markdown.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) Block(html, block.Split('\n'));
        return html.ToString();
    }

    public static string Inline(string text)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (Match link in Links().Matches(text))
        {
            html.Append(Html(text[at..link.Index])).Append(Link(link.Groups["title"].Value, link.Groups["url"].Value));
            at = link.Index + link.Length;
        }

        return html.Append(Html(text[at..])).ToString();
    }

    /// <summary>A title, linked where the address is one of the web.</summary>
    public static string Link(string title, string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? $"<a href=\"{Html(address!.AbsoluteUri)}\" rel=\"noreferrer\">{Html(title)}</a>" : Html(title);

    private static void Block(StringBuilder html, string[] lines)
    {
        if (lines[0].StartsWith('#'))
        {
            html.Append("<h3>").Append(Html(lines[0].TrimStart('#', ' '))).Append("</h3>");
            if (lines.Length > 1) Block(html, lines[1..]);
            return;
        }

        var first = Array.FindIndex(lines, IsItem);
        if (first != 0) html.Append("<p>").Append(Inline(string.Join(' ', first < 0 ? lines : lines[..first]))).Append("</p>");
        if (first < 0) return;
        var list = char.IsAsciiDigit(lines[first][0]) ? "ol" : "ul";
        html.Append('<').Append(list).Append('>');
        foreach (var line in lines[first..]) html.Append("<li>").Append(Inline(Items().Replace(line, ""))).Append("</li>");
        html.Append("</").Append(list).Append('>');
    }

    private static bool IsItem(string line) => Items().IsMatch(line);

    private static string Html(string text) => HtmlEncoder.Default.Encode(text);

    [GeneratedRegex(@"\[(?<title>[^\[\]]{1,300})\]\((?<url>[^()\s]{1,1000})\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Links();

    [GeneratedRegex(@"^([-*]|\d{1,3}\.)\s+", RegexOptions.ExplicitCapture)]
    private static partial Regex Items();
}
