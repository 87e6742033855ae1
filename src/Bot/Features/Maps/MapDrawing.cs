using Bot.Knowledge.Records;
using Bot.Pictures;

namespace Bot.Features.Maps;

/// <summary>Draws a schematic map. Opaque, so that it reads the same on a light and on a dark card.</summary>
internal static class MapDrawing
{
    private const int TileWidth = 62, TileHeight = 46, Gap = 5, Margin = 14, Radius = 7, Scale = 3, CaptionScale = 2;

    private static readonly Colour Ground = new(0xFFFFFF), Ink = new(0x212B32), Quiet = new(0x4C6272), Other = new(0xE1E6E9), Tint = new(0xBFD9EE), Strong = new(0x00305E);

    public static byte[] Png(TileMap map)
    {
        var columns = map.Tiles.Max(t => t.Column) + 1;
        var rows = map.Tiles.Max(t => t.Row) + 1;
        var canvas = new Canvas(
            2 * Margin + columns * (TileWidth + Gap) - Gap, 2 * Margin + rows * (TileHeight + Gap) + Gap + Font.Rows * CaptionScale, Ground);
        var region = map.Region.Select(f => f.OdsCode).ToHashSet(StringComparer.Ordinal);
        foreach (var tile in map.Tiles) Draw(canvas, tile, tile.Code == map.Asked.OdsCode, region.Contains(tile.Code));
        canvas.Write(Margin, canvas.Height - Margin - Font.Rows * CaptionScale, "SCHEMATIC, NOT TO SCALE", CaptionScale, Quiet);
        return canvas.ToPng();
    }

    // Told apart by frame as well as by colour: none, a thin one, and all filled.
    private static void Draw(Canvas canvas, Tile tile, bool asked, bool inRegion)
    {
        var box = new Box(Margin + tile.Column * (TileWidth + Gap), Margin + tile.Row * (TileHeight + Gap), TileWidth, TileHeight, Radius);
        if (asked) canvas.Fill(box, Strong);
        else if (inRegion)
        {
            canvas.Fill(box, Strong);
            canvas.Fill(box.Inside(2), Tint);
        }
        else canvas.Fill(box, Other);

        var x = box.X + (box.Width - Font.Width(tile.Label, Scale)) / 2;
        canvas.Write(x, box.Y + (box.Height - Font.Rows * Scale) / 2, tile.Label, Scale, asked ? Ground : Ink);
    }
}
