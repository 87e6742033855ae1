using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Bot.Features.Questions.Certificates;

/// <summary>A page that shows what an answer said: no script, nothing fetched from elsewhere, readable in light and dark and on paper.</summary>
public static class CertificatePage
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #212b32; --paper: #ffffff; --link: #005eb8; --edge: #768692; --warn: #fff4cc; }
        @media (prefers-color-scheme: dark) { :root { --ink: #f0f4f5; --paper: #1d2429; --link: #8ec5ff; --edge: #99a5ad; --warn: #4a3b00; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 19px/1.5 Arial, sans-serif; }
        main { max-width: 40em; margin: 0 auto; padding: 24px 16px 48px; overflow-wrap: break-word; }
        h1 { font-size: 32px; line-height: 1.2; } h2 { font-size: 24px; line-height: 1.3; margin-top: 32px; } h3 { font-size: 19px; margin-bottom: 0; }
        a { color: var(--link); } a:focus { outline: 4px solid transparent; background: #ffeb3b; color: #212b32; box-shadow: 0 4px #212b32; }
        .number { white-space: nowrap; } .small { font-size: 16px; }
        .warning { background: var(--warn); border-left: 6px solid var(--edge); padding: 8px 16px; }
        .answer { border: 1px solid var(--edge); padding: 0 16px; }
        """;

    /// <summary>Lets the page's own style through and nothing else.</summary>
    public static string Policy { get; } = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <param name="answers">At least one.</param>
    /// <param name="today">What the guide says now, in a sentence; empty where there is nothing to say.</param>
    public static string Of(IReadOnlyList<CertifiedAnswer> answers, Func<CertifiedAnswer, string> today)
    {
        var number = CertificateId.Spoken(answers[0].Row.Id);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<h1>Answer number <span class=\"number\">{number}</span></h1>");
        if (answers.Count > 1) html.Append("<p>Two answers happen to have this number. The dates tell them apart.</p>");
        foreach (var answer in answers) Answer(html, answer, today(answer));
        html.Append("<h2>What this page is</h2><p>It shows the words as they were given, and they are kept for good. Neither the question nor who asked it is kept with them. Sentences above the answer that name a person's own trust are left out for that reason.</p>");
        return Whole($"Answer number {number}", html.ToString());
    }

    /// <summary>For a number that no answer has.</summary>
    public static string Missing(bool hasSlip) => Whole("No answer with this number", "<h1>No answer with this number</h1><p>"
        + (hasSlip ? "This number has a slip. Look at it again: it has 12 signs in 3 groups of 4." : "The number is well formed, but this guide gave no answer with it. Another copy of the guide may have.") + "</p>");

    private static void Answer(StringBuilder html, CertifiedAnswer answer, string today)
    {
        var (row, text) = (answer.Row, answer.Text);
        html.Append(CultureInfo.InvariantCulture, $"<p>ICS Guide gave this answer on {ArticleReply.Day(row.Day)}.</p>");
        if (CertificateWords.Withdrawn(answer.Withdrawn) is { } withdrawn) html.Append(CultureInfo.InvariantCulture, $"<p class=\"warning\"><strong>{Html(withdrawn)}</strong></p>");
        else if (today.Length > 0) html.Append(CultureInfo.InvariantCulture, $"<p>{Html(today)}</p>");
        html.Append(CultureInfo.InvariantCulture, $"<section class=\"answer\" aria-label=\"The answer\"><h2>{Html(text.Heading)}</h2><p>{CertificateMarkup.Inline(text.Short)}</p>");
        List(html, text.Points);
        List(html, text.Steps);
        html.Append(CertificateMarkup.Blocks(text.Detail));
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"small\">{Html($"{text.Status}. {text.Dates}")}</p>");
        if (text.Footnote is { } footnote) html.Append(CultureInfo.InvariantCulture, $"<p class=\"small\">{Html(footnote)}</p>");
        html.Append("</section>");
        Sources(html, text.Sources);
        html.Append(CultureInfo.InvariantCulture, $"<h2>Where it comes from</h2><p>{Html(CertificateWords.Release(row))}</p>");
    }

    private static void Sources(StringBuilder html, IReadOnlyList<CertifiedSource> sources)
    {
        if (sources.Count == 0) return;
        html.Append("<h2>Sources</h2><ul>");
        foreach (var source in sources)
            html.Append(CultureInfo.InvariantCulture, $"<li>{CertificateMarkup.Link(source.Title, source.Url)}, {Html($"{source.Publisher}, {source.Date}")}</li>");
        html.Append("</ul>");
    }

    private static void List(StringBuilder html, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0) html.Append("<ul>").AppendJoin("", lines.Select(line => $"<li>{CertificateMarkup.Inline(line)}</li>")).Append("</ul>");
    }

    private static string Whole(string title, string main) =>
        $"<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{Html(title)} - ICS Guide</title><style>{Style}</style></head><body><main>{main}</main></body></html>";

    private static string Html(string text) => HtmlEncoder.Default.Encode(text);
}
