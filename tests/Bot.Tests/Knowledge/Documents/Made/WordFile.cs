using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Tests.Knowledge.Documents.Made;

/// <summary>Makes Word files from the XML that matters, inside parts that the official library writes.</summary>
internal static class WordFile
{
    private const string Names = """xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" """;

    public static byte[] Of(string body, string styles = "", string numbering = "", string comments = "", string footer = "", WordprocessingDocumentType type = WordprocessingDocumentType.Document)
    {
        var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, type))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document($"<w:document {Names}><w:body>{body}</w:body></w:document>");
            if (styles.Length > 0) main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles($"<w:styles {Names}>{styles}</w:styles>");
            if (numbering.Length > 0) main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering($"<w:numbering {Names}>{numbering}</w:numbering>");
            if (comments.Length > 0) main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments($"<w:comments {Names}>{comments}</w:comments>");
            if (footer.Length > 0) main.AddNewPart<FooterPart>().Footer = new Footer($"<w:ftr {Names}>{footer}</w:ftr>");
            main.AddHyperlinkRelationship(new Uri("https://example.org/form"), true, "link1");
        }

        return file.ToArray();
    }

    public static string P(string text, string properties = "") => $"<w:p>{Properties(properties)}{R(text)}</w:p>";

    public static string Runs(string properties, params string[] runs) => $"<w:p>{Properties(properties)}{string.Concat(runs)}</w:p>";

    public static string R(string text, string properties = "") => $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Styled(string style, string text) => P(text, $"<w:pStyle w:val=\"{style}\"/>");

    public static string Item(string text, int list = 1, int depth = 0) => P(text, $"<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    public static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{(text.StartsWith('<') ? text : P(text))}</w:tc>";

    public static string Table(params string[][] rows) => $"<w:tbl>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row)}</w:tr>"))}</w:tbl>";

    private static string Properties(string properties) => properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "";
}
