using Bot.Knowledge.Articles;
using Bot.Knowledge.Documents;
using Bot.Knowledge.Importing;
using Bot.Knowledge.Releases;
using Bot.Storage;

namespace Bot.Commands;

/// <summary><c>kb export</c>: folders of articles, and files of questions and answers.</summary>
internal static class KbFiles
{
    public static async Task<int> ExportAsync(CommandHost host, string to, long? release, bool asJson, CancellationToken ct)
    {
        if (File.Exists(to) || (Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any()))
            return KbOutput.Refuse(asJson, "There is something at that place already. Name a new file, or a new or empty folder.", ExitCodes.Usage);
        var number = release ?? (await host.Get<ServedRelease>().ReadAsync(ct)).Number;
        if (number != 0 && await host.Get<ReleaseRows>().FindAsync(number, ct) is null) return KbOutput.Refuse(asJson, $"There is no release {number}. kb list shows them.", ExitCodes.NotKnown);
        var files = await host.Get<PublishedRelease>().FilesAsync(number, ct);
        if (Path.GetExtension(to).Length == 0)
        {
            files.WriteTo(to);
            KbOutput.Write(asJson, new { Release = number, Files = files.Paths.Count() }, $"Release {number}: {files.Paths.Count()} files written.");
            return ExitCodes.Done;
        }

        var content = ContentFolder.Read(files).Content ?? throw new ContentException(ContentFolder.Read(files).Problems);
        var pairs = PairExport.Of(content);
        if (PairWriter.Write(to, pairs, [.. content.Synonyms.Select(s => (IReadOnlyList<string>)[s.Key, .. s.Value])]) is not { } bytes)
            return KbOutput.Refuse(asJson, "Name a folder, or a file that ends in .tsv, .xlsx or .json.", ExitCodes.Usage);
        await File.WriteAllBytesAsync(to, bytes, ct);
        KbOutput.Write(asJson, new { Release = number, Pairs = pairs.Count }, $"Release {number}: {pairs.Count} pairs written.");
        return ExitCodes.Done;
    }
}
