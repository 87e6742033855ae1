using Answers;
using Microsoft.Extensions.Logging;

namespace Bot.Knowledge.Releases;

/// <summary>Built engines on disk, one file a release and engine version. Only a cache: a missing or damaged file is built again.</summary>
internal sealed class ModelCache(string folder, ILogger logger)
{
    // A rollback finds the model of the release before, and need not wait for a training.
    private const int Kept = 3;

    // No file takes this long to write: whoever wrote it was killed.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    public AnswerEngine LoadOrBuild(KnowledgeBase source, string revision)
    {
        var file = FileOf(revision);
        return Load(source, file) ?? Build(source, file);
    }

    public bool Holds(string revision) => File.Exists(FileOf(revision));

    private string FileOf(string revision) => Path.Combine(folder, $"{revision}-{AnswerEngine.Version}.model");

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

    private AnswerEngine Build(KnowledgeBase source, string file)
    {
        Log.ModelBuilding(logger, source.Entries.Count);
        var started = TimeProvider.System.GetTimestamp();
        var engine = AnswerEngine.Build(source);
        // Training holds some hundreds of megabytes that answering never needs again.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Log.ModelBuilt(logger, source.Entries.Count, TimeProvider.System.GetElapsedTime(started).TotalSeconds);
        Save(engine, file);
        return engine;
    }

    private void Save(AnswerEngine engine, string file)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var draft = $"{file}.{Environment.ProcessId}.tmp";
            using (var stream = File.Create(draft)) engine.Save(stream);
            File.Move(draft, file, overwrite: true);
            foreach (var old in new DirectoryInfo(folder).EnumerateFiles("*.model").OrderByDescending(f => f.LastWriteTimeUtc).Skip(Kept)) old.Delete();
            var before = TimeProvider.System.GetUtcNow().UtcDateTime - Abandoned;
            foreach (var half in new DirectoryInfo(folder).EnumerateFiles("*.tmp").Where(f => f.LastWriteTimeUtc < before)) half.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.ModelNotKept(logger, e.Message);
        }
    }
}
