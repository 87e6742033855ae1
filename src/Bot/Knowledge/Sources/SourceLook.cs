using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>One source after it was listed: what has to be read, and what is not there any more.</summary>
internal sealed class SourceLook
{
    public required ConfiguredSource Configured { get; init; }

    public required ISource Source { get; init; }

    /// <summary>Why it could not be looked into; null where it was.</summary>
    public string? Problem { get; init; }

    /// <summary>Documents that are there and can be read.</summary>
    public IReadOnlyList<SourceItem> Present { get; init; } = [];

    public int PassedOver { get; init; }

    public IReadOnlyList<SourceItem> Due => field ??= [.. Present.Where(item => item.Listed != item.Mark)];

    /// <summary>Documents that were taken in once and are gone, renamed to what cannot be read, or moved elsewhere.</summary>
    public IReadOnlyList<SourceItem> Gone { get; init; } = [];

    public static SourceLook Of(ConfiguredSource configured, ISource source, SourceState state, IReadOnlyCollection<SourceItem> items)
    {
        var scope = new SourceScope(items, state.Root);
        var documents = items.Where(item => !item.IsFolder).ToLookup(item => item.Listed.Length > 0 && scope.Holds(item));
        // What a page is, only its server says.
        var present = documents[true].Where(item => configured.Kind == SourceKind.Page || DocumentReading.IsReadable(item.Name)).OrderBy(item => item.Name, StringComparer.Ordinal).ToArray();
        var gone = documents[false].Concat(documents[true].Except(present)).Where(item => item.Mark.Length > 0 || item.Hash.Length > 0).ToArray();
        return new SourceLook
        {
            Configured = configured,
            Source = source,
            Present = present,
            PassedOver = documents[true].Count() - present.Length,
            Gone = gone,
            // A share that is not mounted and a folder that was emptied by mistake look alike.
            Problem = present.Length == 0 && gone.Length > 1
                ? $"It holds no document any more; the last time it held {gone.Length}. Nothing was changed. If this is meant, take the source out of the settings and retire its articles." : null,
        };
    }
}
