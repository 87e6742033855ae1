using System.IO.Compression;
using System.Text;

namespace Bot.Knowledge.Documents;

/// <summary>A replica: pairs, synonyms and settings as files of one archive, in tables or as one spreadsheet.</summary>
internal static class PairZip
{
    public static PairFile Read(byte[] bytes)
    {
        ZipLimits.Check(bytes, "archive");
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        var warnings = new List<string>();
        var files = archive.Entries.Where(entry => entry.Length > 0).ToArray();
        if (files.Any(entry => entry.FullName.StartsWith("UnstructuredContent/", StringComparison.OrdinalIgnoreCase)))
            warnings.Add("The archive holds whole documents under UnstructuredContent, which were left out: send them one by one.");
        var top = files.Where(entry => !entry.FullName.Contains('/', StringComparison.Ordinal)).ToArray();
        if (top.FirstOrDefault(entry => Ends(entry, ".xlsx")) is { } book) return With(PairXlsx.Read(Bytes(book)), [], warnings);
        if (top.FirstOrDefault(entry => Ends(entry, ".json")) is { } json) return With(PairJson.Read(Bytes(json)), [], warnings);
        var pairs = top.FirstOrDefault(entry => Ends(entry, ".tsv") && !Is(entry, "Synonyms") && !Is(entry, "Settings"))
            ?? throw new DocumentException("The archive holds no table of questions and answers (.tsv, .xlsx or .json) at its top.");
        var synonyms = top.FirstOrDefault(entry => Is(entry, "Synonyms")) is { } words
            ? TextBytes.Decode(Bytes(words), warnings).ReplaceLineEndings("\n").Split('\n').Skip(1).Select(Synonyms.Split).Where(set => set.Count > 1) : [];
        return With(PairTsv.Read(Bytes(pairs)), [.. synonyms], warnings);
    }

    private static PairFile With(PairFile file, IReadOnlyList<IReadOnlyList<string>> synonyms, List<string> warnings) =>
        file with { Synonyms = [.. file.Synonyms, .. synonyms], Warnings = [.. warnings, .. file.Warnings] };

    private static bool Is(ZipArchiveEntry entry, string name) => string.Equals(Path.GetFileNameWithoutExtension(entry.Name), name, StringComparison.OrdinalIgnoreCase);

    private static bool Ends(ZipArchiveEntry entry, string extension) => entry.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
