using System.IO.Compression;

namespace Bot.Knowledge.Documents;

/// <summary>Refuses archives that unpack to more than a document can be, before anything is unpacked.</summary>
internal static class ZipLimits
{
    private const long MostUnpacked = 300L * 1024 * 1024;
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
            if (archive.Entries.FirstOrDefault(entry => LeadsOut(entry.FullName)) is { } path)
                throw new DocumentException($"The {kind} holds a file whose path leads out of it ({path.Name}), so it was not opened.");
        }
        catch (InvalidDataException)
        {
            throw new DocumentException($"The {kind} cannot be opened: it is damaged, cut short, protected by a password, or of another kind than its name says.");
        }
    }

    private static bool LeadsOut(string path) => path.StartsWith('/') || path.Contains(':', StringComparison.Ordinal) || path.Replace('\\', '/').Split('/').Contains("..");
}
