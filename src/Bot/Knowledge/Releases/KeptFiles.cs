namespace Bot.Knowledge.Releases;

/// <summary>What was made from a release once and is read at later starts, one file a release. Only a cache: whoever reads must be able to make it anew.</summary>
/// <param name="folder">Made when the first file is written.</param>
/// <param name="ending">Of the files, without the dot.</param>
internal sealed class KeptFiles(string folder, string ending)
{
    // A rollback finds what was made of the release before.
    private const int Kept = 3;

    // No file takes this long to write: whoever wrote it was killed.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    public string PathOf(string name) => Path.Combine(folder, $"{name}.{ending}");

    /// <summary>Writes a file that is there as a whole or not at all, and drops old ones.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Nor may it.</exception>
    public void Write(string name, Action<Stream> write)
    {
        Directory.CreateDirectory(folder);
        var file = PathOf(name);
        var draft = $"{file}.{Environment.ProcessId}.tmp";
        using (var stream = File.Create(draft)) write(stream);
        File.Move(draft, file, overwrite: true);
        var all = new DirectoryInfo(folder);
        foreach (var old in all.EnumerateFiles($"*.{ending}").OrderByDescending(f => f.LastWriteTimeUtc).Skip(Kept)) old.Delete();
        var before = TimeProvider.System.GetUtcNow().UtcDateTime - Abandoned;
        foreach (var half in all.EnumerateFiles("*.tmp").Where(f => f.LastWriteTimeUtc < before)) half.Delete();
    }
}
