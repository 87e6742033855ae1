using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Importing;
using Bot.Storage;
using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>The content as a refresh sees it: what is served, the drafts on top, and what the documents so far have made of both.</summary>
internal sealed class ContentInWork
{
    private readonly ContentFiles _served;
    private readonly Dictionary<string, DraftRow> _rows;
    private readonly HashSet<string> _known;

    public ContentInWork(Draft draft, Content content, IEnumerable<string> known, DateOnly today)
    {
        _served = draft.Served;
        _rows = draft.Rows.ToDictionary(row => row.Path, StringComparer.Ordinal);
        _known = known.ToHashSet(StringComparer.OrdinalIgnoreCase);
        ServedArticles = content.Articles;
        // Documents come on top of what waits as well, so that the same document never makes the same article twice.
        var waiting = draft.Rows.Count == 0 ? content : content with { Articles = ContentFolder.Readable(draft.Files), Sources = ContentFolder.ReadableSources(draft.Files) };
        Run = new ImportRun(waiting, draft.Files, today);
    }

    public ImportRun Run { get; }

    public IReadOnlyList<Article> ServedArticles { get; }

    public string? Served(string path) => _served.Find(path);

    public DraftRow? Draft(string path) => _rows.GetValueOrDefault(path);

    /// <summary>A name under which no other document stands, of whichever source.</summary>
    public string NewName(string source, string name)
    {
        var ending = Path.GetExtension(name);
        var stem = $"{source}/{name[..^ending.Length]}";
        // A long path keeps its end, which says more.
        if (stem.Length > MostName) stem = $"{source}/…{stem[^(MostName - source.Length - 2)..]}";
        var free = stem + ending;
        for (var n = 2; !_known.Add(free); n++) free = $"{stem} ({n}){ending}";
        return free;
    }

    /// <summary>What was just decided counts for the documents that follow.</summary>
    public void Take(SourceStep step)
    {
        foreach (var (row, _) in step.Drafts) _rows[row.Path] = row;
        foreach (var gone in step.DraftsGone) _rows.Remove(gone.Seen.Path);
    }

    private const int MostName = 180;
}
