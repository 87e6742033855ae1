using System.Buffers.Binary;
using Bot.Knowledge.Records;
using Bot.Papers;

namespace Bot.Features.Governors.Packing;

/// <summary>Draws a map. Maps are another feature, so whoever registers both hands this over.</summary>
public delegate ReadOnlyMemory<byte> DrawMap(RecordSet records, TileMap map);

/// <summary>The schematic map on the cover.</summary>
internal static class PackMap
{
    // Where a PNG says its width and height.
    private const int WidthAt = 16, HeightAt = 20;

    public static Block Picture(ReadOnlyMemory<byte> png, Footprint board, RecordBook records)
    {
        var map = records.Map(Era.Icb36, board.OdsCode)!;
        var region = map.Region.Count == 0 ? "" : $" Framed tiles are the others in the {board.Region} region: {string.Join("; ", map.Region.Select(f => f.BareName))}.";
        return new Block.Picture(
            png,
            BinaryPrimitives.ReadInt32BigEndian(png.Span[WidthAt..]),
            BinaryPrimitives.ReadInt32BigEndian(png.Span[HeightAt..]),
            $"Schematic map of England's {map.Tiles.Count} integrated care boards since April 2026. The dark tile {map.TileOf(board).Label} is the {board.FullTitle}.{region}");
    }
}
