using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bot.Knowledge.Records;

namespace Bot.Features.Maps;

/// <summary>The pictures of the schematic maps, drawn when first wanted: at most one for each board and map.</summary>
public sealed class MapPictures
{
    // Kept as long as the records they were drawn from.
    private readonly ConditionalWeakTable<RecordSet, ConcurrentDictionary<(Era, string), byte[]>> _drawn = [];

    public ReadOnlyMemory<byte> Png(RecordSet records, TileMap map) =>
        _drawn.GetOrCreateValue(records).GetOrAdd((map.Era, map.Asked.OdsCode), static (_, m) => MapDrawing.Png(m), map);
}
