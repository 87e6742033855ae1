using System.Globalization;
using Bot.Knowledge.Documents;
using Bot.Storage;

namespace Bot.Knowledge.Sources;

/// <summary>A folder that this machine can reach, with the folders in it.</summary>
internal sealed class FolderSource(string folder) : ISource
{
    public const int MostDocuments = 20_000;

    // A link could lead out of the folder that an administrator named.
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 16,
        // What cannot be looked into is not gone.
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    public async Task<Listing> ListAsync(string bookmark, CancellationToken ct)
    {
        try
        {
            return await Task.Run(() => List(ct), ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException($"The folder '{folder}' cannot be looked into as a whole, so nothing was changed. Check that the service may read all that lies in it.");
        }
    }

    public async Task<Fetched> FetchAsync(FoundItem item, string mark, CancellationToken ct)
    {
        var file = Path.Combine(folder, item.Name);
        try
        {
            // Before a byte of it is in memory.
            DocumentReader.CheckSize(new FileInfo(file).Length);
            return new Fetched.Got(await File.ReadAllBytesAsync(file, ct));
        }
        catch (DocumentException e)
        {
            return new Fetched.Failed(e.Message);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Fetched.Gone();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Fetched.Failed("The file cannot be read. Close it where it is open, and check that the service may read it.");
        }
    }

    private Listing List(CancellationToken ct)
    {
        var root = new DirectoryInfo(folder);
        if (!root.Exists) throw new SourceException($"The folder '{folder}' is not there, or the service may not look into it.");
        var found = new List<FoundItem>();
        foreach (var file in root.EnumerateFiles("*", Everything))
        {
            ct.ThrowIfCancellationRequested();
            if (found.Count == MostDocuments) throw new SourceException($"The folder holds more than {MostDocuments} files. Name a smaller one.");
            var path = Path.GetRelativePath(folder, file.FullName).Replace('\\', '/');
            found.Add(new FoundItem(Keys.Of(path), path, string.Create(CultureInfo.InvariantCulture, $"{file.Length}-{file.LastWriteTimeUtc.Ticks}")));
        }

        return new Listing(found, [], IsWhole: true);
    }
}
