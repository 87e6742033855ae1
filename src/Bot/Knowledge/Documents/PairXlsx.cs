using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Knowledge.Documents;

/// <summary>The spreadsheet layouts: the sheet is chosen by its header row, not by its name; cells may lack their reference.</summary>
internal static partial class PairXlsx
{
    private const int MostRows = 200_000, MostColumns = 64;

    public static PairFile Read(byte[] bytes)
    {
        ZipLimits.CheckParts(bytes, "spreadsheet");
        try
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
            var sheets = Sheets(document).ToArray();
            var pairs = sheets.FirstOrDefault(rows => rows.Any(PairColumns.IsHeader)) ?? sheets.FirstOrDefault() ?? [];
            var file = PairColumns.Read(pairs);
            var synonyms = sheets.Where(rows => rows.Count > 1 && rows[0].Count > 0 && rows[0][0] == "Synonyms").SelectMany(rows => rows.Skip(1)).Select(row => Synonyms.Split(row.Count > 0 ? row[0] : "")).Where(words => words.Count > 1);
            return file with { Synonyms = [.. synonyms] };
        }
        catch (Exception e) when (OfficeFaults.IsDamage(e))
        {
            throw new DocumentException("The spreadsheet cannot be opened: it is damaged, protected by a password, or no .xlsx file. Save it again as .xlsx without a password.");
        }
    }

    public static byte[] Write(IReadOnlyList<Pair> pairs)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var part = book.AddNewPart<WorksheetPart>();
            var rows = pairs.SelectMany(pair => pair.Questions.Select(question => PairColumns.Write(pair, question))).Prepend(PairColumns.All);
            part.Worksheet = new Worksheet(new SheetData(rows.Select(row => new Row(row.Select(Cell)))));
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = "QnAs" }));
        }

        return file.ToArray();
    }

    // Text in a cell of its own is never read as a formula.
    private static Cell Cell(string text) => new(new InlineString(new Text(Escaped(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString };

    private static IEnumerable<IReadOnlyList<IReadOnlyList<string>>> Sheets(SpreadsheetDocument document)
    {
        var book = document.WorkbookPart ?? throw new InvalidDataException("No workbook.");
        var shared = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToArray() ?? [];
        var dates = new XlsxDates(book);
        foreach (var sheet in book.Workbook.Descendants<Sheet>())
        {
            if (sheet.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part) continue;
            yield return [.. part.Worksheet.Descendants<Row>().Take(MostRows).Select(row => Cells(row, shared, dates))];
        }
    }

    private static List<string> Cells(Row row, string[] shared, XlsxDates dates)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var at = cell.CellReference?.Value is { } reference ? Column(reference) : cells.Count;
            if (at >= MostColumns) break;
            while (cells.Count <= at) cells.Add("");
            cells[at] = Value(cell, shared, dates);
        }

        return cells;
    }

    private static string Value(Cell cell, string[] shared, XlsxDates dates)
    {
        var type = cell.DataType?.Value;
        if (type == CellValues.InlineString) return Unescaped(cell.InlineString?.InnerText ?? "");
        var value = cell.CellValue?.Text ?? "";
        if (type == CellValues.SharedString) return int.TryParse(value, out var at) && at >= 0 && at < shared.Length ? Unescaped(shared[at]) : "";
        if (type == CellValues.Error) return "";
        if (type is null || type == CellValues.Number) return dates.Shown(value, cell.StyleIndex?.Value);
        return type == CellValues.Boolean ? value == "1" ? "True" : "False" : Unescaped(value);
    }

    private static int Column(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter)) column = (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
        return column - 1;
    }

    // The older exports write a line break as backslash and n here too; Excel writes what XML cannot hold as _x000D_.
    private static string Unescaped(string text) =>
        Escape().Replace(text, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()).Replace(@"\n", "\n", StringComparison.Ordinal).ReplaceLineEndings("\n").Replace('\u00A0', ' ');

    private static string Escaped(string text) => new([.. text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c))]);

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
