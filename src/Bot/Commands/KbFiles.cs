using Bot.Knowledge.Articles;
using Bot.Knowledge.Documents;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Importing;
using Bot.Knowledge.Releases;
using Bot.Storage;

namespace Bot.Commands;

/// <summary><c>kb import</c> and <c>kb export</c>: folders of articles, and files of questions and answers.</summary>
internal static class KbFiles
{
    public static async Task<int> ImportAsync(CommandHost host, string from, Editor editor, CancellationToken ct)
    {
        var drafting = host.Get<Drafting>();
        if (Directory.Exists(from)) return await KeptAsync(host, await drafting.ReplaceAsync(ContentFiles.FromFolder(from), "import", editor, ct), ct);
        if (!File.Exists(from))
        {
            Console.WriteLine("There is no such folder or file.");
            return ExitCodes.Usage;
        }

        var read = await DocumentReader.ReadFileAsync(from, Path.GetFileName(from), ct);
        foreach (var warning in read.Warnings) Console.WriteLine($"warning: {warning}");
        var served = await drafting.CurrentAsync(ct);
        var changes = DocumentDrafts.Of(read, host.Snapshot.Content, served.Files, DateOnly.FromDateTime(host.Get<TimeProvider>().GetUtcNow().UtcDateTime));
        Console.WriteLine($"{read.Passages.Count} passages and {read.Pairs.Count} pairs were read.");
        return await KeptAsync(host, await drafting.ChangeAsync(changes.Changes, read.Name, editor, ct), ct);
    }

    public static async Task<int> ExportAsync(CommandHost host, string to, long? release, CancellationToken ct)
    {
        if (File.Exists(to) || (Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any()))
        {
            Console.WriteLine("There is something at that place already. Name a new file, or a new or empty folder.");
            return ExitCodes.Usage;
        }

        var number = release ?? (await host.Get<ServedRelease>().ReadAsync(ct)).Number;
        var files = await host.Get<PublishedRelease>().FilesAsync(number, ct);
        if (Path.GetExtension(to).Length == 0)
        {
            files.WriteTo(to);
            Console.WriteLine($"Release {number}: {files.Paths.Count()} files written.");
            return ExitCodes.Done;
        }

        var content = ContentFolder.Read(files).Content ?? throw new ContentException(ContentFolder.Read(files).Problems);
        var pairs = PairExport.Of(content);
        if (PairWriter.Write(to, pairs, [.. content.Synonyms.Select(s => (IReadOnlyList<string>)[s.Key, .. s.Value])]) is not { } bytes)
        {
            Console.WriteLine("Name a folder, or a file that ends in .tsv, .xlsx or .json.");
            return ExitCodes.Usage;
        }

        await File.WriteAllBytesAsync(to, bytes, ct);
        Console.WriteLine($"Release {number}: {pairs.Count} pairs written.");
        return ExitCodes.Done;
    }

    private static async Task<int> KeptAsync(CommandHost host, IReadOnlyList<Problem> problems, CancellationToken ct)
    {
        foreach (var problem in problems) Console.WriteLine(problem);
        return problems.Count > 0 ? ExitCodes.Problems : await KbRelease.DiffAsync(host, false, ct);
    }
}
