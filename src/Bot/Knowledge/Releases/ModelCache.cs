using Answers;
using Microsoft.Extensions.Logging;

namespace Bot.Knowledge.Releases;

/// <summary>Built engines on disk, one file a release and engine version. A missing or damaged file is built again.</summary>
internal sealed class ModelCache(string folder, ILogger logger)
{
    private readonly KeptFiles _files = new(folder, "model");

    public AnswerEngine LoadOrBuild(KnowledgeBase source, string revision) => Load(source, _files.PathOf(NameOf(revision))) ?? Build(source, NameOf(revision));

    public bool Holds(string revision) => File.Exists(_files.PathOf(NameOf(revision)));

    private static string NameOf(string revision) => $"{revision}-{AnswerEngine.Version}";

    private AnswerEngine? Load(KnowledgeBase source, string file)
    {
        if (!File.Exists(file)) return null;
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
            return AnswerEngine.Load(source, stream);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            Log.ModelUnreadable(logger, Path.GetFileName(file), e.Message);
            return null;
        }
    }

    private AnswerEngine Build(KnowledgeBase source, string name)
    {
        Log.ModelBuilding(logger, source.Entries.Count);
        var started = TimeProvider.System.GetTimestamp();
        var engine = AnswerEngine.Build(source);
        // Training holds some hundreds of megabytes that answering never needs again.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Log.ModelBuilt(logger, source.Entries.Count, TimeProvider.System.GetElapsedTime(started).TotalSeconds);
        try
        {
            _files.Write(name, engine.Save);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.ModelNotKept(logger, e.Message);
        }

        return engine;
    }
}
