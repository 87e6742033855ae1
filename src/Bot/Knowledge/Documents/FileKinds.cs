using System.IO.Compression;

namespace Bot.Knowledge.Documents;

internal enum FileKind { Text, Html, Json, Pdf, Word, Spreadsheet, Zip }

/// <summary>Says what a file is by its bytes, and refuses what is no document.</summary>
internal static class FileKinds
{
    private const int Head = 4096;

    private static readonly Dictionary<string, FileKind> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = FileKind.Text,
        [".text"] = FileKind.Text,
        [".md"] = FileKind.Text,
        [".markdown"] = FileKind.Text,
        [".tsv"] = FileKind.Text,
        [".csv"] = FileKind.Text,
        [".html"] = FileKind.Html,
        [".htm"] = FileKind.Html,
        [".json"] = FileKind.Json,
        [".pdf"] = FileKind.Pdf,
        [".docx"] = FileKind.Word,
        [".xlsx"] = FileKind.Spreadsheet,
        [".zip"] = FileKind.Zip,
    };

    private static readonly Dictionary<string, string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        [".doc"] = "It is in an old Word format. Save it as .docx.",
        [".rtf"] = "Rich text is not read. Save it as .docx.",
        [".odt"] = "OpenDocument is not read. Save it as .docx.",
        [".xls"] = "It is in an old Excel format. Save it as .xlsx.",
        [".pptx"] = "Slides are not read. Save them as a PDF.",
        [".ppt"] = "Slides are not read. Save them as a PDF.",
        [".docm"] = "It is a Word file for macros. Save it as .docx without macros.",
        [".dotm"] = "It is a Word template for macros. Save it as .docx without macros.",
        [".xlsm"] = "It is an Excel file for macros. Save it as .xlsx without macros.",
        [".xltm"] = "It is an Excel template for macros. Save it as .xlsx without macros.",
    };

    public static IEnumerable<string> Read => Endings.Keys;

    /// <exception cref="DocumentException">The name and the bytes do not fit, or such files are not read.</exception>
    public static FileKind Of(string name, ReadOnlyMemory<byte> bytes)
    {
        var ending = Path.GetExtension(name);
        if (Unread.TryGetValue(ending, out var why)) throw new DocumentException(why);
        if (!Endings.TryGetValue(ending, out var named))
            throw new DocumentException("Files of this kind are not read. Documents end in .docx, .pdf, .html, .md or .txt; files of questions and answers in .tsv, .csv, .xlsx, .json or .zip.");
        var found = ByBytes(bytes);
        // Text has no mark of its own, so what it is called decides.
        if (found == named || (found == FileKind.Text && named is FileKind.Html or FileKind.Json)) return named;
        if (named == FileKind.Text && found is FileKind.Html or FileKind.Json && ending.ToLowerInvariant() is ".md" or ".markdown" or ".txt" or ".text" && found == FileKind.Json) return named;
        throw new DocumentException($"The file is named {ending.ToLowerInvariant()} but is {Words(found)}. Give it its own ending and send it again.");
    }

    private static FileKind ByBytes(ReadOnlyMemory<byte> bytes)
    {
        var head = bytes.Span[..Math.Min(Head, bytes.Length)];
        if (head.StartsWith("PK\x03\x04"u8)) return Archive(bytes);
        if (head.StartsWith("PK\x05\x06"u8)) throw new DocumentException("The file is an empty archive.");
        if (head[..Math.Min(1024, head.Length)].IndexOf("%PDF-"u8) >= 0) return FileKind.Pdf;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) throw new DocumentException("The file is in an old Office format or protected by a password. Save it in the newer format (.docx or .xlsx) without a password.");
        if (head.StartsWith("{\\rtf"u8)) throw new DocumentException(Unread[".rtf"]);
        if (IsBinary(head)) throw new DocumentException("The file is neither a document nor text: it may be a program, a picture or damaged. It was not opened.");
        var start = TextStart(head);
        if (start.Length > 0 && start[0] is '{' or '[') return FileKind.Json;
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) ? FileKind.Html : FileKind.Text;
    }

    private static FileKind Archive(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            if (archive.GetEntry("word/document.xml") is not null) return FileKind.Word;
            return archive.GetEntry("xl/workbook.xml") is not null ? FileKind.Spreadsheet : FileKind.Zip;
        }
        catch (InvalidDataException)
        {
            throw new DocumentException("The file is damaged or cut short. Save it anew and send it again.");
        }
    }

    private static bool IsBinary(ReadOnlySpan<byte> head) =>
        head is not [0xFF, 0xFE, ..] and not [0xFE, 0xFF, ..] && head.Count((byte)0) > 0;

    private static string TextStart(ReadOnlySpan<byte> head) =>
        TextBytes.Decode(head.ToArray(), []).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');

    private static string Words(FileKind kind) => kind switch
    {
        FileKind.Html => "a web page (.html)",
        FileKind.Json => "JSON (.json)",
        FileKind.Pdf => "a PDF (.pdf)",
        FileKind.Word => "a Word document (.docx)",
        FileKind.Spreadsheet => "a spreadsheet (.xlsx)",
        FileKind.Zip => "a compressed archive (.zip)",
        _ => "plain text or damaged",
    };
}
