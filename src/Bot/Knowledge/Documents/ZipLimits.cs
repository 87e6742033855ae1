using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Bot.Knowledge.Documents;

/// <summary>Refuses archives that unpack to more than a document can be, before anything is unpacked.</summary>
internal static class ZipLimits
{
    private const long MostUnpacked = 300L * 1024 * 1024;
    private const long MostXml = 100L * 1024 * 1024;
    private const int MostDepth = 250, MostTypes = 1024 * 1024;
    private const int MostEntries = 20_000, MostRatio = 200, RatioMattersFrom = 20 * 1024 * 1024;

    public static void Check(byte[] bytes, string kind)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            var unpacked = archive.Entries.Sum(entry => entry.Length);
            if (archive.Entries.Count > MostEntries || unpacked > MostUnpacked || (unpacked > RatioMattersFrom && unpacked / Math.Max(1, bytes.Length) > MostRatio))
                throw new DocumentException($"The {kind} unpacks to far more than a document holds, so it was not opened.");
            if (archive.Entries.Any(entry => entry.FullName.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
                throw new DocumentException($"The {kind} holds macros, so it was not opened. Save it without macros and send it again.");
            if (archive.Entries.Any(IsMacroFile)) throw new DocumentException($"The {kind} is of a kind that runs macros, whatever its name says, so it was not opened. Save it without macros and send it again.");
            if (archive.Entries.FirstOrDefault(entry => LeadsOut(entry.FullName)) is { } path)
                throw new DocumentException($"The {kind} holds a file whose path leads out of it ({path.Name}), so it was not opened.");
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            throw new DocumentException($"The {kind} cannot be opened: it is damaged, cut short, protected by a password, or of another kind than its name says.");
        }
    }

    /// <summary>
    /// Unpacks every part once and keeps nothing: an archive may lie about its sizes, XML may declare entities that grow without end,
    /// and elements nested by the thousand would end the process of whoever reads them.
    /// </summary>
    public static void CheckParts(byte[] bytes, string kind)
    {
        Check(bytes, kind);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            var left = MostUnpacked;
            foreach (var entry in archive.Entries)
            {
                using var part = new CappedStream(entry.Open(), Math.Min(left, IsXml(entry) ? MostXml : left));
                if (IsXml(entry)) Walk(part, kind);
                else part.CopyTo(Stream.Null);
                left -= part.Passed;
            }
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            throw new DocumentException($"The {kind} cannot be opened: it is damaged or cut short. Save it anew and send it again.");
        }
        catch (EndOfStreamException)
        {
            throw new DocumentException($"The {kind} unpacks to far more than a document holds, so it was not opened.");
        }
    }

    private static void Walk(Stream part, string kind)
    {
        using var reader = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 1, CloseInput = false });
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.DocumentType) throw new DocumentException($"The {kind} declares entities of its own, which no Office program writes, so it was not opened.");
            if (reader.Depth > MostDepth) throw new DocumentException($"The {kind} is nested too deeply to be read. Simplify its tables and send it again.");
        }
    }

    private static bool IsXml(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static bool IsMacroFile(ZipArchiveEntry entry)
    {
        if (entry.FullName != "[Content_Types].xml" || entry.Length > MostTypes) return false;
        using var types = new StreamReader(entry.Open(), Encoding.UTF8);
        return types.ReadToEnd().Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);
    }

    private static bool LeadsOut(string path) => path.StartsWith('/') || path.Contains(':', StringComparison.Ordinal) || path.Replace('\\', '/').Split('/').Contains("..");
}
