using DocumentFormat.OpenXml.Packaging;

namespace Bot.Knowledge.Documents.Word;

/// <summary>Word files, as somebody reads them who has accepted every change.</summary>
internal static class WordDocument
{
    public static ReadDocument Read(string name, byte[] bytes)
    {
        ZipLimits.CheckParts(bytes, "document");
        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
            var main = document.MainDocumentPart ?? throw new InvalidDataException("No document.");
            return Read(name, main);
        }
        catch (Exception e) when (OfficeFaults.IsDamage(e))
        {
            throw new DocumentException("The document cannot be opened: it is damaged, protected by a password, or no .docx file. Save it again as .docx without a password.");
        }
    }

    private static ReadDocument Read(string name, MainDocumentPart main)
    {
        var findings = new Findings();
        Beside(main, findings);
        var body = WordBody.Of(main, findings);
        var pieces = WordHeadings.Found(body.Parts(main.Document.Body ?? throw new InvalidDataException("No body.")));
        if (pieces.Count == 0) findings.Warn("The document holds no text that can be read; pictures of text are not read.");
        return Outline.Of(name, body.Title ?? Titles.OnlyTop(pieces), pieces, findings);
    }

    private static void Beside(MainDocumentPart main, Findings findings)
    {
        var edges = main.HeaderParts.Select(part => part.Header?.InnerText).Concat(main.FooterParts.Select(part => part.Footer?.InnerText)).Where(text => !string.IsNullOrWhiteSpace(text)).ToArray();
        findings.Drop("page headers and footers", "They belong to the page and not to the text.", edges.FirstOrDefault() ?? "", edges.Length);
        var comments = main.WordprocessingCommentsPart?.Comments?.ChildElements;
        findings.Drop("comments", "They are remarks of whoever edited the document.", comments?.FirstOrDefault()?.InnerText ?? "", comments?.Count ?? 0);
    }
}
