using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Papers;

/// <summary>The styles of every paper: Arial, dark on white, headings with outline levels.</summary>
internal static class WordStyles
{
    public const string Language = "en-GB";
    public const string Title = "Title", Strong = "StrongText", Caption = "Caption", List = "ListBullet", Cell = "CellText", Foot = "Footer";

    private const string Font = "Arial", Dark = "212B32", Blue = "005EB8";

    public static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font }, new Color { Val = Dark }, new FontSize { Val = "24" }, new Languages { Val = Language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "140", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        Style("Normal", "Normal", null, null, isDefault: true),
        Style(Title, "Title", Spaced("400", "240"), Run("52", Blue)),
        Style("Heading1", "heading 1", Spaced("360", "160", level: 0), Run("36", Blue)),
        Style("Heading2", "heading 2", Spaced("300", "120", level: 1), Run("28", Dark)),
        Style("Heading3", "heading 3", Spaced("220", "80", level: 2), Run("24", Dark)),
        Style(Strong, "Strong Text", null, Run("24", Dark)),
        Style(Caption, "caption", Spaced("200", "80", keep: true), Run("22", Dark)),
        Style(List, "List Bullet", Spaced("0", "80"), null),
        Style(Cell, "Cell Text", Spaced("40", "40"), new StyleRunProperties(new FontSize { Val = "22" })),
        Style(Foot, "footer", null, new StyleRunProperties(new FontSize { Val = "18" })));

    public static Numbering Bullets() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new LevelText { Val = "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "425", Hanging = "283" }))
            { LevelIndex = 0 })
        { AbstractNumberId = 1 },
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });

    private static Style Style(string id, string name, StyleParagraphProperties? paragraph, StyleRunProperties? run, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        style.Append(new StyleName { Val = name });
        if (!isDefault) style.Append(new BasedOn { Val = "Normal" });
        style.Append(new PrimaryStyle());
        if (paragraph is not null) style.Append(paragraph);
        if (run is not null) style.Append(run);
        return style;
    }

    private static StyleParagraphProperties Spaced(string before, string after, int? level = null, bool keep = false)
    {
        var properties = new StyleParagraphProperties();
        if (level is not null || keep) properties.Append(new KeepNext());
        properties.Append(new SpacingBetweenLines { Before = before, After = after });
        if (level is { } outline) properties.Append(new OutlineLevel { Val = outline });
        return properties;
    }

    private static StyleRunProperties Run(string size, string color) => new(new Bold(), new Color { Val = color }, new FontSize { Val = size });
}
