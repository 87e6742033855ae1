using Bot.Knowledge.Documents.Plain;

namespace Bot.Knowledge.Documents;

/// <summary>The one door for documents from outside: Word, PDF, web pages, Markdown, text, and files of questions and answers.</summary>
public static class DocumentReader
{
    public const int MostBytes = PairReader.MostBytes;

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
        return await Task.Run(() => Read(name, kind, bytes.ToArray()), ct);
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
        (FileKind.Html or FileKind.Pdf or FileKind.Word, _) => throw new DocumentException("Files of this kind cannot be read yet."),
        _ => Pairs(name, PairReader.Read(name, bytes)),
    };

    private static ReadDocument Pairs(string name, PairFile file) => new(name, null, [], file.Pairs, [], file.Warnings) { Synonyms = file.Synonyms };
}
