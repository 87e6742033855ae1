using System.Text.RegularExpressions;
using Bot.Knowledge.Documents.Html;
using Bot.Knowledge.Documents.Pdf;
using Bot.Knowledge.Documents.Plain;
using Bot.Knowledge.Documents.Word;

namespace Bot.Knowledge.Documents;

/// <summary>The one door for documents from outside: Word, PDF, web pages, Markdown, text, and files of questions and answers.</summary>
public static partial class DocumentReader
{
    public const int MostBytes = PairReader.MostBytes;
    private const int MostPairs = 20_000;

    /// <summary>Endings of files that are read, with their dots.</summary>
    public static IEnumerable<string> Endings => FileKinds.Read;

    /// <summary>Reads a file of a folder; one that is too large is refused before a byte of it is read.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="name">What it is called in citations, such as its path within the folder.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="DocumentException">The file cannot be taken in; the message says what to do.</exception>
    public static async Task<ReadDocument> ReadFileAsync(string path, string name, CancellationToken ct)
    {
        CheckSize(new FileInfo(path).Length);
        return await ReadAsync(name, await File.ReadAllBytesAsync(path, ct), ct);
    }

    /// <exception cref="DocumentException">The document cannot be taken in; the message says what to do.</exception>
    public static async Task<ReadDocument> ReadAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        Names.Check(name);
        CheckSize(bytes.Length);
        var kind = FileKinds.Of(name, bytes);
        var read = kind == FileKind.Pdf ? await PdfDocument.ReadAsync(name, bytes, ct) : await Task.Run(() => Read(name, kind, bytes.ToArray()), ct);
        return read.Passages.Count + read.Pairs.Count > 0 || read.Warnings.Count > 0 ? read : read with { Warnings = ["Nothing in the document could be made into a passage or a question."] };
    }

    /// <summary>For whoever knows the size before the bytes.</summary>
    /// <exception cref="DocumentException">The document is empty or too large.</exception>
    public static void CheckSize(long bytes)
    {
        if (bytes == 0) throw new DocumentException("The file is empty.");
        if (bytes > MostBytes) throw new DocumentException($"The file is larger than {MostBytes / 1024 / 1024} MB, so it was not read. Split it and send the parts.");
    }

    private static ReadDocument Read(string name, FileKind kind, byte[] bytes) => (kind, Path.GetExtension(name).ToLowerInvariant()) switch
    {
        (FileKind.Text, ".md" or ".markdown") => MarkdownDocument.Read(name, bytes),
        (FileKind.Text, ".txt" or ".text") when !PlainDocument.IsPairs(bytes) => PlainDocument.Read(name, bytes),
        (FileKind.Word, _) => WordDocument.Read(name, bytes),
        (FileKind.Html, _) => HtmlDocument.Read(name, bytes),
        _ => Pairs(name, PairReader.Read(name, bytes)),
    };

    // Spreadsheets and exports of other programs hold answers in HTML.
    private static ReadDocument Pairs(string name, PairFile file)
    {
        if (file.Pairs.Count > MostPairs) throw new DocumentException($"The file holds {file.Pairs.Count} pairs. Split it into files of up to {MostPairs}.");
        var findings = new Findings();
        findings.Warn(file.Warnings);
        var pairs = file.Pairs.Select(pair => pair with { Answer = Links.Safe(Tag().IsMatch(pair.Answer) ? HtmlDocument.Markdown(pair.Answer, findings) : pair.Answer) }).Where(pair => pair.Answer.Length > 0).ToArray();
        findings.Drop("answers without words", "They hold only pictures or scripts.", "", file.Pairs.Count - pairs.Length);
        foreach (var twice in pairs.GroupBy(pair => Wording.Key(pair.Questions[0]), StringComparer.Ordinal).Where(group => group.Select(pair => pair.Answer).Distinct(StringComparer.Ordinal).Count() > 1))
            findings.Warn($"\"{twice.First().Questions[0]}\" is answered {twice.Count()} times, and differently. All were taken: keep the right one.");
        return new ReadDocument(name, null, [], pairs, findings.Dropped, findings.Warnings) { Synonyms = file.Synonyms };
    }

    [GeneratedRegex(@"</?(?:p|a|br|ul|ol|li|div|span|strong|b|em|i|h[1-6]|table|script|img|iframe|svg)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
