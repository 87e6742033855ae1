using System.Text;
using Markdig.Syntax.Inlines;

namespace Bot.Knowledge.Documents.Plain;

/// <summary>The words of a Markdown block in one line: emphasis goes, links stay.</summary>
internal static class MarkdownWords
{
    public static string Of(ContainerInline? inlines, Findings findings)
    {
        var words = new StringBuilder();
        foreach (var inline in inlines ?? []) Add(inline, words, findings);
        return CleanText.Collapsed(words.ToString());
    }

    private static void Add(Inline inline, StringBuilder words, Findings findings)
    {
        switch (inline)
        {
            case LiteralInline literal: words.Append(literal.Content.AsSpan()); break;
            case CodeInline code: words.Append(code.Content); break;
            case HtmlEntityInline entity: words.Append(entity.Transcoded.AsSpan()); break;
            case AutolinkInline auto: words.Append(Links.Markdown(auto.Url, auto.IsEmail ? $"mailto:{auto.Url}" : auto.Url, findings)); break;
            case LineBreakInline: words.Append(' '); break;
            case HtmlInline html: findings.Drop("HTML inside Markdown", "What it would do is not known.", html.Tag); break;
            case LinkInline { IsImage: true } image: findings.Drop("pictures", "Only words are read.", image.Url ?? ""); break;
            case LinkInline link: words.Append(Links.Markdown(Of(link, findings), link.Url, findings)); break;
            case ContainerInline container:
                foreach (var inner in container) Add(inner, words, findings);
                break;
        }
    }
}
