using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Bot.Knowledge.Documents.Html;

/// <summary>Finds the part of a page that it is about.</summary>
internal static class HtmlMain
{
    public static IElement Of(IHtmlDocument page)
    {
        foreach (var selector in (string[])["main", "[role=main]", "article"])
        {
            var found = page.QuerySelectorAll(selector);
            if (found.Length == 1) return found[0];
        }

        return page.Body ?? page.DocumentElement;
    }
}
