using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Bot.Knowledge.Documents.Html;

/// <summary>Web pages: what the page is about, without what stands round it. Nothing is fetched and nothing is run.</summary>
internal static class HtmlDocument
{
    private const int LeastText = 40;
    private static readonly string[] Parting = [" | ", " - ", " \u2013 ", " \u2014 ", " :: "];

    public static ReadDocument Read(string name, byte[] bytes)
    {
        var findings = new Findings();
        using var page = Parsed(HtmlCharset.Decode(bytes, findings));
        var root = HtmlMain.Of(page);
        var pieces = Pieces(page, root, findings);
        var title = Titles.OnlyTop(pieces) ?? Title(page, pieces);
        var asked = HtmlFaq.Of(page, text => Markdown(text, findings), findings);
        var read = Outline.Of(name, title, pieces, findings);
        var known = read.Pairs.Select(pair => Wording.Key(pair.Questions[0])).ToHashSet(StringComparer.Ordinal);
        var more = asked.Where(pair => pair.Answer.Length > 0 && known.Add(Wording.Key(pair.Questions[0]))).ToArray();
        findings.Drop("questions that come twice", "The page holds them once for people and once for machines.", "", asked.Count - more.Length);
        if (read.Passages.Count == 0 && read.Pairs.Count + more.Length == 0) findings.Warn("The page holds hardly any text; it may be drawn by a program when it is opened.");
        return read with { Pairs = [.. read.Pairs, .. more], Dropped = findings.Dropped, Warnings = findings.Warnings };
    }

    /// <summary>A piece of HTML, such as an answer in a spreadsheet, as Markdown.</summary>
    public static string Markdown(string html, Findings findings)
    {
        using var page = Parsed(html);
        return page.Body is { } body ? Block.Markdown(Blocks.Of([.. new HtmlPieces(null, [], findings).Of(body).Where(piece => piece.Kind != PieceKind.End).Select(Plain)])) : "";
    }

    private static IHtmlDocument Parsed(string html)
    {
        HtmlDepth.Check(html);
        return new HtmlParser().ParseDocument(html);
    }

    private static Piece Plain(Piece piece) => piece.Kind == PieceKind.Heading ? new Piece(PieceKind.Text, piece.Text) : piece;

    private static IReadOnlyList<Piece> Pieces(IHtmlDocument page, IElement root, Findings findings)
    {
        var address = page.QuerySelector("base[href]")?.GetAttribute("href");
        var around = Uri.TryCreate(address, UriKind.Absolute, out var given) && given.Scheme is "http" or "https" ? given : null;
        var opened = page.QuerySelectorAll("[aria-controls]").Select(e => e.GetAttribute("aria-controls")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var pieces = new HtmlPieces(around, opened, findings).Of(root);
        if (root != page.Body && pieces.Sum(piece => piece.Text.Length) < LeastText && page.Body is { } body) pieces = new HtmlPieces(around, opened, findings).Of(body);
        return pieces;
    }

    // "Leave - People and pay - Example Trust" is called "Leave".
    private static string? Title(IHtmlDocument page, IReadOnlyList<Piece> pieces)
    {
        if (pieces is [{ Kind: PieceKind.Heading, Level: 1 } first, ..] && !first.Text.EndsWith('?')) return first.Text;
        var title = CleanText.Collapsed(page.Title ?? "");
        var cut = Parting.Select(sign => title.IndexOf(sign, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(title.Length).Min();
        return cut > 0 ? title[..cut] : null;
    }
}
