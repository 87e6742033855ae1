namespace Bot.Knowledge.Records;

/// <summary>Where a board stands on a schematic map: laid by hand, roughly as on the ground.</summary>
/// <param name="Era">One of the two maps of boards.</param>
/// <param name="Code">ODS code of the board.</param>
/// <param name="Label">Two or three letters; ours, no official code.</param>
/// <param name="Column">From the west, counted from 0.</param>
/// <param name="Row">From the north, counted from 0.</param>
public sealed record Tile(Era Era, string Code, string Label, int Column, int Row);

/// <summary>A schematic map with one board picked out.</summary>
/// <param name="Asked">The board of the subject that was asked about.</param>
/// <param name="Region">The other boards of its region, by name.</param>
/// <param name="Tiles">Every board of the map.</param>
public sealed record TileMap(Era Era, Footprint Asked, IReadOnlyList<Footprint> Region, IReadOnlyList<Tile> Tiles)
{
    public Tile TileOf(Footprint board) => Tiles.First(t => t.Code == board.OdsCode);
}
