using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>Which items lie in the folder that counts. A folder that is renamed or moved takes its documents along, although they are not listed again.</summary>
internal sealed class SourceScope(IEnumerable<SourceItem> items, string root)
{
    private const int MostFolders = 64;
    private readonly Dictionary<string, SourceItem> _folders = items.Where(item => item.IsFolder).ToDictionary(item => item.Id, StringComparer.Ordinal);

    public bool Holds(SourceItem item)
    {
        if (root.Length == 0) return true;
        var at = item;
        for (var depth = 0; depth < MostFolders; depth++)
        {
            if (at.Parent == root) return true;
            if (!_folders.TryGetValue(at.Parent, out at!)) return false;
        }

        return false;
    }

    /// <summary>The folder's own place among the items; a folder goes only when nothing lies in it any more.</summary>
    public static IEnumerable<SourceItem> Empty(IReadOnlyCollection<SourceItem> gone, IReadOnlyDictionary<string, SourceItem> items)
    {
        var parents = items.Values.Where(item => item.Listed.Length > 0).Select(item => item.Parent).ToHashSet(StringComparer.Ordinal);
        return gone.Where(folder => folder.IsFolder && !parents.Contains(folder.Id));
    }
}
