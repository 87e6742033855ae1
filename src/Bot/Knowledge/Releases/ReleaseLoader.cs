using Answers;
using Bot.Knowledge.Articles;
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
        var revision = ReleaseHash.Of(InProgram(settings.Folder), InProgram(settings.Records));
        var cache = new ModelCache(Path.Combine(host.ContentRootPath, settings.Models), logger);
        var engine = cache.LoadOrBuild(EngineSource.From(content, [.. File.ReadLines("/tmp/names.tsv").Select(l => l.Split((char)9)).Select(p => new Name(p[0], p[1], p[2]) { Ordinary = p[3] == "1" })]), revision);
        Log.ReleaseServed(logger, revision, content.Articles.Count);
        return new KnowledgeSnapshot(revision, content, engine);
    }

    private Content ReadContent()
    {
        var result = ContentFolder.Read(InProgram(options.Value.Folder));
        return result.Content ?? throw new ContentException(result.Problems);
    }

    private static string InProgram(string folder) => Path.Combine(AppContext.BaseDirectory, folder);
}
