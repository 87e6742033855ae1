using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Bot.Knowledge.Documents.Html;

/// <summary>Says which elements stand round a page's text: by their name, their role, or what their class and id are called.</summary>
internal static partial class HtmlFurniture
{
    private const string Around = "It stands round the text and says nothing of its own.";

    private static readonly HashSet<string> Scripts = ["script", "noscript", "template", "iframe", "object", "embed", "canvas", "applet"];
    private static readonly HashSet<string> Pictures = ["img", "svg", "picture", "video", "audio", "map"];
    private static readonly HashSet<string> Inputs = ["input", "select", "textarea", "label", "datalist", "progress", "meter"];
    private static readonly HashSet<string> Silent = ["style", "link", "meta", "head", "title", "hr", "colgroup", "col", "wbr"];
    private static readonly HashSet<string> Roles = ["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar"];

    private static readonly HashSet<string> Called =
    [
        "nav", "navbar", "navigation", "menu", "footer", "sidebar", "cookie", "cookies", "consent", "share", "sharing", "social", "breadcrumb", "breadcrumbs", "related",
        "advert", "ads", "promo", "newsletter", "pagination", "pager", "skip", "skiplink", "survey",
    ];

    private static readonly HashSet<string> Opened = ["accordion", "panel", "collapse", "collapsible", "tab", "tabs", "details", "expander", "faq"];

    /// <summary>Whether the element goes; what is worth telling is told.</summary>
    public static bool Drops(IElement element, HashSet<string> opened, Findings findings)
    {
        var name = element.LocalName;
        if (Silent.Contains(name)) return true;
        if (name is "body" or "html" or "main" or "article") return false;
        var told = Told(element, name, opened);
        if (told is not var (what, why)) return false;
        findings.Drop(what, why, name == "script" ? "" : Start(element));
        return true;
    }

    private static (string What, string Why)? Told(IElement element, string name, HashSet<string> opened)
    {
        if (Scripts.Contains(name)) return element.GetAttribute("type") == "application/ld+json" ? ("data for machines", "Questions in it were read; the rest is no text.") : ("scripts and frames", "They are programs and not text.");
        if (Pictures.Contains(name)) return ("pictures", "Only words are read.");
        if (Inputs.Contains(name)) return ("form fields", "They are to be filled in and not to be read.");
        var words = WordsOf(element);
        if (words.Overlaps(["cookie", "cookies", "consent"])) return ("cookie banner", Around);
        if (name is "nav" or "aside" or "dialog" || Roles.Contains(element.GetAttribute("role") ?? "")) return ("navigation and asides", Around);
        if (name is "header" or "footer" && !element.Ancestors<IElement>().Any(e => e.LocalName is "main" or "article")) return ("page header and footer", Around);
        if (words.Overlaps(Called)) return ("navigation and asides", Around);
        return IsHidden(element) && !words.Overlaps(Opened) && !(element.Id is { } id && opened.Contains(id)) ? ("hidden text", "It does not show on the page.") : null;
    }

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true" || Invisible().IsMatch(element.GetAttribute("style") ?? "");

    private static HashSet<string> WordsOf(IElement element) =>
        [.. Word().Matches($"{element.Id} {element.ClassName}").Select(match => match.Value.ToLowerInvariant())];

    private static string Start(IElement element)
    {
        var text = string.Join(' ', element.GetDescendants().OfType<IText>().Take(50).Select(part => part.Data.Trim()));
        return text.Length > 400 ? text[..400] : text;
    }

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase)]
    private static partial Regex Invisible();
}
