using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>A new document with the very bytes of one that is gone is that one under another name; a folder of files has no other way to say so.</summary>
internal sealed class MovedDocuments(IEnumerable<SourceItem> gone)
{
    private readonly List<SourceItem> _gone = [.. gone];

    /// <summary>Those that are gone indeed.</summary>
    public IReadOnlyList<SourceItem> Left => _gone;

    public DocumentRead Of(DocumentRead read)
    {
        if (read.Item.Mark.Length > 0 || read.Document is null || _gone.Find(item => item.Known.Length > 0 && item.Hash == read.Hash) is not { } before) return read;
        _gone.Remove(before);
        return read with { MovedFrom = before };
    }
}
