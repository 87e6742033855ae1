using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Knowledge.Documents.Word;

/// <summary>What styles say, through the chain of what they are based on. Their ids are translated, so names and levels count.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 20;
    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly string? _ordinary;

    public WordStyles(MainDocumentPart main)
    {
        var all = main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [];
        foreach (var style in all.Where(style => style.StyleId?.Value is not null)) _styles.TryAdd(style.StyleId!.Value!, style);
        _ordinary = _styles.Values.FirstOrDefault(style => style.Type?.Value == StyleValues.Paragraph && IsOn(style.Default?.Value))?.StyleId?.Value;
    }

    /// <summary>The style, then what it is based on, and so on.</summary>
    public IEnumerable<Style> Chain(string? id)
    {
        for (var depth = 0; id is not null && depth < LongestChain && _styles.TryGetValue(id, out var style); depth++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    public IEnumerable<Style> Chain(Paragraph paragraph) => Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? _ordinary);

    /// <summary>From 1; null where neither the paragraph nor its style says that it is a heading.</summary>
    public int? HeadingLevel(Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } direct) return direct < 9 ? direct + 1 : null;
        foreach (var style in Chain(paragraph))
        {
            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level) return level < 9 ? level + 1 : null;
            if (NameOf(style) is var name && name.StartsWith("heading ", StringComparison.Ordinal) && int.TryParse(name.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var named)) return named;
        }

        return null;
    }

    public bool Is(Paragraph paragraph, string name) => Chain(paragraph).Any(style => NameOf(style) == name);

    /// <summary>"toc 1", "TOC Heading", "table of figures".</summary>
    public bool IsContents(Paragraph paragraph) =>
        Chain(paragraph).Take(1).Any(style => NameOf(style) is var name && (name.StartsWith("toc ", StringComparison.Ordinal) || name == "table of figures"));

    public bool IsHidden(Run run, Paragraph? paragraph) => Says(run, paragraph, properties => properties.GetFirstChild<Vanish>()) ?? false;

    public bool IsBold(Run run, Paragraph? paragraph) => Says(run, paragraph, properties => properties.GetFirstChild<Bold>()) ?? false;

    /// <summary>In half points; 0 where nothing says it.</summary>
    public int Size(Run run, Paragraph? paragraph)
    {
        foreach (var properties in Properties(run, paragraph))
        {
            if (int.TryParse(properties.GetFirstChild<FontSize>()?.Val?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var size)) return size;
        }

        return 0;
    }

    public static bool IsOn(OnOffType? value) => value is not null && IsOn(value.Val?.Value ?? true);

    private static bool IsOn(bool? value) => value == true;

    private bool? Says(Run run, Paragraph? paragraph, Func<OpenXmlElement, OnOffType?> read)
    {
        foreach (var properties in Properties(run, paragraph))
        {
            if (read(properties) is { } said) return IsOn(said);
        }

        return null;
    }

    private IEnumerable<OpenXmlElement> Properties(Run run, Paragraph? paragraph)
    {
        if (run.RunProperties is { } own) yield return own;
        foreach (var style in Chain(run.RunProperties?.RunStyle?.Val?.Value))
            if (style.StyleRunProperties is { } said) yield return said;
        if (paragraph is null) yield break;
        foreach (var style in Chain(paragraph))
            if (style.StyleRunProperties is { } said) yield return said;
    }

    private static string NameOf(Style style) => (style.StyleName?.Val?.Value ?? "").ToLowerInvariant();
}
