using Bot.Knowledge.Articles;
using Bot.Knowledge.Records;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Releases;

/// <summary>Makes a snapshot of the built-in content.</summary>
public sealed class ReleaseLoader(IOptions<KnowledgeOptions> options, IHostEnvironment host, ILogger<ReleaseLoader> logger)
{
    /// <exception cref="ContentException">The content has problems; all of them are listed.</exception>
    public KnowledgeSnapshot Load()
    {
        var settings = options.Value;
        var content = ReadContent();
        var records = ReadRecords();
        var revision = ReleaseHash.Of(InProgram(settings.Folder), InProgram(settings.Records));
        var cache = new ModelCache(Path.Combine(host.ContentRootPath, settings.Models), logger);
        var engine = cache.LoadOrBuild(EngineSource.From(content, records.Names), revision);
        Log.ReleaseServed(logger, revision, content.Articles.Count);
        return new KnowledgeSnapshot(revision, content, records, engine);
    }

    private RecordBook ReadRecords()
    {
        var result = RecordSet.Load(InProgram(options.Value.Records));
        var problems = result.Problems.Select(p => new Problem(p.File, p.Line, p.Message)).ToArray();
        return result.Set is { } set ? new RecordBook(set) : throw new ContentException(problems);
    }

    private Content ReadContent()
    {
        var result = ContentFolder.Read(InProgram(options.Value.Folder));
        return result.Content ?? throw new ContentException(result.Problems);
    }

    private static string InProgram(string folder) => Path.Combine(AppContext.BaseDirectory, folder);
}
