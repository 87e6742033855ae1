namespace Bot.Knowledge.Documents.Pdf;

/// <summary>PDFs, through poppler: what was drawn becomes text again.</summary>
internal static class PdfDocument
{
    private const int LeastLetters = 20, LeastOnPage = 3;
    private const string Scanned = "The PDF holds pictures of pages and no text: it was scanned. Run text recognition on it, or send the document that it was printed from.";

    public static Task<ReadDocument> ReadAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken ct) => ReadAsync(name, bytes, PdfToText.Installed, ct);

    public static async Task<ReadDocument> ReadAsync(string name, ReadOnlyMemory<byte> bytes, PdfToText program, CancellationToken ct)
    {
        var findings = new Findings();
        // A watermark across the page would stand in the middle of sentences.
        var boxes = await program.RunAsync(bytes, ["-bbox-layout", "-nodiag"], ct);
        var pages = PdfBoxes.Read(boxes, findings);
        var letters = pages.Sum(Letters);
        if (letters < LeastLetters) throw new DocumentException(Scanned);
        var slanted = (await program.RunAsync(bytes, ["-nopgbrk"], ct)).Count(char.IsLetter) - letters;
        if (slanted > LeastOnPage) findings.Drop("slanted text", "It is a watermark across the page.");
        var empty = pages.Where(page => Letters(page) < LeastOnPage).Select(page => page.Number).ToArray();
        if (empty.Length > 0) findings.Warn($"{(empty.Length == 1 ? "Page" : "Pages")} {string.Join(", ", empty)} of {pages.Count} hold{(empty.Length == 1 ? "s" : "")} no text: scanned, or pictures only.");
        return Read(name, pages, findings);
    }

    private static ReadDocument Read(string name, IReadOnlyList<PdfPage> all, Findings findings)
    {
        var body = PdfShapes.BodyOf(all);
        var pages = PdfFurniture.Removed(all, body, findings).Select(page => PdfMarks.Joined(PdfNotes.Removed(PdfContents.Removed(page, findings), body, findings))).ToArray();
        var tables = pages.SelectMany(page => PdfTables.Of(page).Select(table => (page.Number, table))).ToLookup(found => found.Number, found => found.table);
        var shapes = new PdfShapes(pages, body, [.. tables.SelectMany(page => page).SelectMany(table => table.Lines)]);
        var pieces = new PdfPieces(shapes, new Hyphens(pages.SelectMany(page => page.Lines)), tables).Of(pages);
        return Outline.Of(name, Titles.OnlyTop(pieces), Fragments.Removed(pieces, findings), findings);
    }

    private static int Letters(PdfPage page) => page.Lines.Sum(line => line.Text.Count(char.IsLetter));
}
