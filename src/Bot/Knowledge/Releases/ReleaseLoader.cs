using Bot.Knowledge.Articles;
using Bot.Knowledge.Records;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Releases;

/// <summary>Makes a snapshot of a release, or of the content that the program brings.</summary>
public sealed class ReleaseLoader(IOptions<KnowledgeOptions> options, IHostEnvironment host, ILogger<ReleaseLoader> logger)
{
    private readonly Lock _reading = new();
    private RecordBook? _records;

    /// <summary>Whether turns are answered while something is loaded, so that training must give way to them.</summary>
    public bool IsBesideTurns { get; set; }

    private string Models => Path.Combine(host.ContentRootPath, options.Value.Models);

    private string Records => InProgram(options.Value.Records);

    private ModelCache Cache => new(Models, logger);

    /// <summary>The content that the program brings.</summary>
    /// <exception cref="ContentException">The folder is missing.</exception>
    public ContentFiles BuiltIn() => ContentFiles.FromFolder(InProgram(options.Value.Folder));

    /// <param name="files">The release's content.</param>
    /// <param name="number">The release's number.</param>
    /// <exception cref="ContentException">The content has problems; all of them are listed.</exception>
    public KnowledgeSnapshot Load(ContentFiles files, long number)
    {
        var revision = ReleaseHash.Of(files, Records);
        var (content, records) = Read(files, revision);
        var engine = Cache.LoadOrBuild(EngineSource.From(content, records.Names), revision);
        Log.ReleaseLoaded(logger, number, revision, content.Articles.Count);
        return new KnowledgeSnapshot(revision, content, records, engine) { Number = number };
    }

    /// <summary>The same, on no thread that turns wait for.</summary>
    /// <exception cref="ContentException">The content has problems; all of them are listed.</exception>
    public async Task<KnowledgeSnapshot> LoadAsync(ContentFiles files, long number, CancellationToken ct)
    {
        if (IsBesideTurns && ApartTraining.IsPossible && !await Task.Run(() => Cache.Holds(ReleaseHash.Of(files, Records)), ct))
            await ApartTraining.RunAsync(files, Models, Records, logger, ct);
        return await Task.Run(() => Load(files, number), ct);
    }

    private (Content Content, RecordBook Records) Read(ContentFiles files, string revision)
    {
        var cache = new ContentCache(Models, logger);
        if (cache.Load(revision) is { } kept) return (kept, ReadRecords(isChecked: true).Book);
        var read = ContentFolder.Read(files);
        var content = read.Content ?? throw new ContentException(read.Problems);
        var records = ReadRecords(isChecked: false);
        // Records that were read earlier may not be those of the files that the revision counts.
        if (records.IsNew) cache.Keep(revision, content);
        return (content, records.Book);
    }

    // Once: no release brings records of its own.
    private (RecordBook Book, bool IsNew) ReadRecords(bool isChecked)
    {
        lock (_reading)
        {
            if (_records is not null) return (_records, false);
            var result = RecordSet.Load(Records, isChecked);
            var set = result.Set ?? throw new ContentException([.. result.Problems.Select(p => new Problem(p.File, p.Line, p.Message))]);
            return (_records = new RecordBook(set), true);
        }
    }

    private static string InProgram(string folder) => Path.Combine(AppContext.BaseDirectory, folder);
}
