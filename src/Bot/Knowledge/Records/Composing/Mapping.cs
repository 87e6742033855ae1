namespace Bot.Knowledge.Records.Composing;

/// <summary>Finds the board of a subject on a schematic map.</summary>
internal static class Mapping
{
    /// <param name="era">Which map; null for the newest on which the subject lies in one board.</param>
    public static TileMap? Of(RecordSet set, Standings standings, RecordSubject subject, Era? era)
    {
        Era[] maps = era is { } wanted ? [wanted] : [Era.Icb36, Era.Icb42];
        foreach (var map in maps.Where(m => m.IsBoard()))
        {
            var standing = standings.In(subject, map);
            // Of an area that was divided by descent, no part speaks for the whole.
            if (standing.Main is { } board && standing is not { IsDivided: true, Basis: Basis.Descent }) return Of(set, map, board);
        }

        return null;
    }

    public static TileMap Of(RecordSet set, Era era, Footprint board) => new(
        era, board, [.. set.In(era).Where(f => f.Region == board.Region && f != board).OrderBy(f => f.BareName, StringComparer.Ordinal)], [.. set.Tiles.Where(t => t.Era == era)]);
}
