using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Papers;

/// <summary>A paper as a Word document: headings as styles, head rows that repeat, alternative text, language British English.</summary>
public static class WordPaper
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // A4 with margins of 2 cm, in twentieths of a point.
    private const uint PageWidth = 11906, PageHeight = 16838;
    private const int Margin = 1134;

    /// <param name="paper">What it says.</param>
    /// <param name="written">The moment for its properties.</param>
    public static byte[] Write(Paper paper, DateTimeOffset written)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.All();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordStyles.Bullets();
            var settings = main.AddNewPart<DocumentSettingsPart>();
            settings.Settings = new Settings(new ThemeFontLanguages { Val = WordStyles.Language });
            var body = new Body();
            var pictures = new WordPictures(main);
            foreach (var block in paper.Blocks) body.Append(WordBlocks.Of(block, pictures));
            body.Append(Section(main, paper.Title));
            main.Document = new Document(body);
            var properties = document.PackageProperties;
            (properties.Title, properties.Subject, properties.Language, properties.Creator) = (paper.Title, paper.Subject, WordStyles.Language, "ICS Guide");
            (properties.Created, properties.Modified) = (written.UtcDateTime, written.UtcDateTime);
        }

        return stream.ToArray();
    }

    private static SectionProperties Section(MainDocumentPart main, string title)
    {
        var foot = main.AddNewPart<FooterPart>();
        foot.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Foot }),
            new Run(new Text($"{WordBlocks.Clean(title)}, page ") { Space = SpaceProcessingModeValues.Preserve }),
            new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" }));
        return new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(foot) },
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin { Top = Margin, Bottom = Margin, Left = (uint)Margin, Right = (uint)Margin, Header = 567, Footer = 567, Gutter = 0 });
    }
}
