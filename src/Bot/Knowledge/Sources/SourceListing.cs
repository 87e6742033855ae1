using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>Lists a source and keeps what it says, before anything is read: a refresh that is stopped goes on from there.</summary>
public sealed class SourceListing(SourceRows rows, SourceKinds kinds, TimeProvider time, ILogger<SourceListing> log)
{
    internal async Task<SourceLook> LookAsync(ConfiguredSource configured, CancellationToken ct)
    {
        var source = kinds.Open(configured);
        var last = await rows.StateAsync(configured.Name, ct) is { } kept && kept.Place == configured.Where ? kept : new SourceState { Source = configured.Name, Place = configured.Where };
        try
        {
            var listing = await source.ListAsync(last.Bookmark, ct);
            var items = (await rows.ItemsAsync(configured.Name, ct)).ToDictionary(item => item.Id, StringComparer.Ordinal);
            var changed = Take(listing, items, configured.Name);
            var forgotten = SourceScope.Empty([.. changed.Where(item => item.Listed.Length == 0)], items).ToArray();
            foreach (var folder in forgotten) items.Remove(folder.Id);
            var state = last with { Root = listing.Root, Bookmark = listing.Bookmark, RefreshedAt = time.GetUtcNow(), Problem = null };
            var look = SourceLook.Of(configured, source, state, items.Values);
            // Were the bookmark kept, what the source says now would never be said again.
            if (look.Problem is { } problem) await rows.StateAsync(last with { RefreshedAt = time.GetUtcNow(), Problem = problem }, ct);
            else await rows.ListedAsync(state, [.. changed.Except(forgotten)], forgotten, ct);
            return look;
        }
        catch (SourceException e)
        {
            Log.SourceNotListed(log, configured.Name);
            await rows.StateAsync(last with { RefreshedAt = time.GetUtcNow(), Problem = e.Message }, ct);
            return new SourceLook { Configured = configured, Source = source, Problem = e.Message };
        }
    }

    /// <returns>What differs from before.</returns>
    private List<SourceItem> Take(Listing listing, Dictionary<string, SourceItem> items, string source)
    {
        var changed = new Dictionary<string, SourceItem>(StringComparer.Ordinal);
        var there = new HashSet<string>(StringComparer.Ordinal);
        // An id may come twice; the last one holds.
        foreach (var found in listing.Items)
        {
            there.Add(found.Id);
            var before = items.GetValueOrDefault(found.Id) ?? new SourceItem { Source = source, Id = found.Id };
            var now = before with { Parent = found.Parent, Name = found.Name.Length > 0 ? found.Name : before.Name, IsFolder = found.IsFolder, Listed = found.Mark };
            if (now != before) Keep(now with { SeenAt = time.GetUtcNow() });
        }

        foreach (var id in listing.IsWhole ? items.Keys.Except(there).ToArray() : listing.Gone.Where(items.ContainsKey))
            if (items[id].Listed.Length > 0) Keep(items[id] with { Listed = "" });
        return [.. changed.Values];

        void Keep(SourceItem item) => items[item.Id] = changed[item.Id] = item;
    }
}
