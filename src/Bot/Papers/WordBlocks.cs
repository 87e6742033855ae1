using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Papers;

/// <summary>The blocks of a paper as elements of Word.</summary>
internal static class WordBlocks
{
    // Tables are as wide as the text; widths in fiftieths of a per cent.
    private const string FullWidth = "5000";

    // Of an A4 page without its margins, in twentieths of a point.
    private const int TextWidth = 9638;
    private const string LineColor = "4C6272", HeadColor = "E8EDEE";

    public static IEnumerable<OpenXmlElement> Of(Block block, WordPictures pictures) => block switch
    {
        Block.Cover cover => [Text(cover.Text, WordStyles.Title)],
        Block.Heading heading => [Heading(heading)],
        Block.Paragraph paragraph => [Text(paragraph.Text, paragraph.IsStrong ? WordStyles.Strong : null)],
        Block.Bullets bullets => bullets.Items.Select(Bullet),
        Block.Grid grid => [Text(grid.Caption, WordStyles.Caption), Table(grid), new Paragraph()],
        Block.RoomToWrite room => [Text(room.Label, WordStyles.Caption), Ruled(room), new Paragraph()],
        Block.Picture picture => [pictures.Of(picture)],
        _ => throw new InvalidOperationException($"No way to write {block.GetType().Name}."),
    };

    /// <summary>Without the characters that no XML may hold.</summary>
    public static string Clean(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)) && IsWellFormed(text)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? " " : rune.ToString());
        return clean.ToString();
    }

    private static bool IsWellFormed(string text) => !text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar);

    private static Paragraph Heading(Block.Heading heading)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = $"Heading{heading.Level}" });
        if (heading.OnNewPage) properties.Append(new PageBreakBefore());
        return new Paragraph(properties, Run(heading.Text));
    }

    private static Paragraph Text(string text, string? style) =>
        style is null ? new Paragraph(Run(text)) : new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }), Run(text));

    private static Paragraph Bullet(string text) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.List }, new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })),
        Run(text));

    private static Run Run(string text)
    {
        var run = new Run();
        var lines = Clean(text).ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) run.Append(new Break());
            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    private static Table Table(Block.Grid grid)
    {
        var shares = grid.Widths.Count == grid.Head.Count ? grid.Widths : [.. grid.Head.Select(_ => 1)];
        var table = Frame(grid.Caption, shares);
        // A table that begins with a head row says so to a screen reader, and repeats it on every page.
        table.Append(new TableRow(
            [new TableRowProperties(new CantSplit(), new TableHeader()), .. grid.Head.Select((cell, i) => Cell(Text(cell, WordStyles.Strong), HeadColor, Width(shares, i)))]));
        foreach (var row in grid.Rows)
            table.Append(new TableRow([new TableRowProperties(new CantSplit()), .. row.Select((cell, i) => Cell(Text(cell, WordStyles.Cell), null, Width(shares, i)))]));
        return table;
    }

    private static Table Ruled(Block.RoomToWrite room)
    {
        var table = Frame(room.Label, [1]);
        for (var i = 0; i < room.Lines; i++)
            table.Append(new TableRow(new TableRowProperties(new TableRowHeight { Val = 480, HeightType = HeightRuleValues.AtLeast }), Cell(new Paragraph(), null, TextWidth)));
        return table;
    }

    private static int Width(IReadOnlyList<int> shares, int column) => TextWidth * shares[column] / shares.Sum();

    private static Table Frame(string description, IReadOnlyList<int> shares)
    {
        BorderType Line(BorderType border) { border.Val = BorderValues.Single; border.Size = 4; border.Color = LineColor; return border; }
        var properties = new TableProperties(
            new TableWidth { Width = FullWidth, Type = TableWidthUnitValues.Pct },
            new TableBorders(Line(new TopBorder()), Line(new LeftBorder()), Line(new BottomBorder()), Line(new RightBorder()), Line(new InsideHorizontalBorder()), Line(new InsideVerticalBorder())),
            new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
            new TableCaption { Val = Clean(description) },
            new TableDescription { Val = Clean(description) });
        return new Table(properties, new TableGrid(shares.Select((_, i) => new GridColumn { Width = $"{Width(shares, i)}" })));
    }

    private static TableCell Cell(Paragraph content, string? shade, int width)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (shade is not null) properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = shade });
        return new TableCell(properties, content);
    }
}
