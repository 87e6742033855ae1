using Bot.Knowledge.Records.Files;

namespace Bot.Knowledge.Records.Checks;

/// <summary>Every board has one tile, and no two tiles of a map share a spot or a label.</summary>
internal static class TileRules
{
    public static void Check(RecordTables tables, List<RecordProblem> problems)
    {
        var file = tables.TileRows.Name;
        foreach (var era in Eras.All.Where(e => e.IsBoard()))
        {
            var tiles = tables.Tiles.Where(t => t.Era == era).ToArray();
            var boards = tables.Footprints.Where(f => f.Eras.Contains(era)).Select(f => f.OdsCode).ToArray();
            foreach (var missing in boards.Except(tiles.Select(t => t.Code))) problems.Add(new RecordProblem(file, 1, $"The board '{missing}' has no tile in {era.Column()}."));
            foreach (var unknown in tiles.Select(t => t.Code).Except(boards)) problems.Add(new RecordProblem(file, 1, $"'{unknown}' is not the code of a board in {era.Column()}."));
            Once(tiles, t => t.Code, era, problems, file);
            Once(tiles, t => t.Label, era, problems, file);
            Once(tiles, t => $"column {t.Column}, row {t.Row}", era, problems, file);
        }

        foreach (var row in tables.TileRows.Rows.Where(r => r["label"].Length is < 2 or > 3 || !r["label"].All(char.IsAsciiLetterUpper)))
            problems.Add(row.Problem($"The label '{row["label"]}' is not 2 or 3 capital letters."));
    }

    private static void Once(Tile[] tiles, Func<Tile, string> what, Era era, List<RecordProblem> problems, string file)
    {
        foreach (var twice in tiles.GroupBy(what).Where(g => g.Count() > 1))
            problems.Add(new RecordProblem(file, 1, $"{twice.Key} is used twice in {era.Column()}."));
    }
}
