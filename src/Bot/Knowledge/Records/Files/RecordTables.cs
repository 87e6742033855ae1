using Bot.Knowledge.Records.Names;

namespace Bot.Knowledge.Records.Files;

/// <summary>The compact files as typed rows, each with the line it came from.</summary>
internal sealed class RecordTables
{
    private static readonly string[] EraColumns = [.. Eras.All.Select(e => e.Column())];

    public required CsvTable FootprintRows { get; init; }
    public required IReadOnlyList<Footprint> Footprints { get; init; }
    public required IReadOnlyList<Ics2018> Systems { get; init; }
    public required CsvTable AreaRows { get; init; }
    public required IReadOnlyList<Area> Areas { get; init; }
    public required CsvTable CouncilRows { get; init; }
    public required IReadOnlyList<Council> Councils { get; init; }
    public required CsvTable TrustRows { get; init; }
    public required IReadOnlyList<Trust> Trusts { get; init; }
    public required CsvTable CcgRows { get; init; }
    public required IReadOnlyList<Ccg> Ccgs { get; init; }
    public required CsvTable PartnerRows { get; init; }
    public required IReadOnlyList<Partner> Partners { get; init; }
    public required CsvTable WaveRows { get; init; }
    public required IReadOnlyList<Wave> Waves { get; init; }
    public required CsvTable IcsPlaceRows { get; init; }
    public required CsvTable TileRows { get; init; }
    public required IReadOnlyList<Tile> Tiles { get; init; }
    public required CsvTable BearerRows { get; init; }
    public required CsvTable ExceptionRows { get; init; }
    public required IReadOnlyDictionary<string, string> Abroad { get; init; }
    public required IReadOnlySet<string> Ordinary { get; init; }

    public static RecordTables Read(string folder, List<RecordProblem> problems)
    {
        CsvTable Table(string name, params string[] columns) => CsvTable.Read(folder, name, columns, problems);
        var footprints = Table(
            "footprints.csv", "id", "name", "aliases", "kind", "era", "ods", "ons", "region", "population", "population_year", "from", "to", "devolution", "parent", "successors", "source");
        var areas = Table("places.csv", ["name", "type", "code", .. EraColumns, "source"]);
        var councils = Table("councils.csv", ["name", "type", "code", .. EraColumns, "source"]);
        var trusts = Table("trusts.csv", ["code", "name", "aliases", "former", "kind", "services", "foundation", "town", .. EraColumns, "from", "to", "successors", "source"]);
        var ccgs = Table("ccgs.csv", ["code", "name", "years", .. EraColumns, "successor", "source"]);
        var partners = Table("partners.csv", "footprint", "as_at", "kind", "subkind", "code", "name");
        var waves = Table("waves.csv", "name", "named", "code");
        var icsPlaces = Table("ics14-places.csv", "ics", "place", "seed");
        var tiles = Table("tiles.csv", "era", "code", "label", "column", "row");
        var bearers = Table("bearers.csv", "name", "label", "held");
        var exceptions = Table("exceptions.csv", "rule", "key", "reason");
        var abroad = Table("abroad.csv", "name", "nation");
        var ordinary = Table("ordinary.csv", "word");
        var broken = problems.Count > 0;
        return new RecordTables
        {
            FootprintRows = footprints,
            Footprints = broken ? [] : [.. footprints.Rows.Where(r => r["era"] != "ics14").Select(r => RowReader.Footprint(r, footprints, problems))],
            Systems = broken ? [] : [.. footprints.Rows.Where(r => r["era"] == "ics14").Select(r => RowReader.System(r, footprints, icsPlaces, problems))],
            AreaRows = areas,
            Areas = broken ? [] : [.. areas.Rows.Select(r => RowReader.Area(r, problems))],
            CouncilRows = councils,
            Councils = broken ? [] : [.. councils.Rows.Select(r => new Council(r["code"], r["name"], r["type"], Cells.Shares(r, problems), RowReader.Sources(r)))],
            TrustRows = trusts,
            Trusts = broken ? [] : [.. trusts.Rows.Select(r => RowReader.Trust(r, problems))],
            CcgRows = ccgs,
            Ccgs = broken ? [] : [.. ccgs.Rows.Select(r => RowReader.Ccg(r, problems))],
            PartnerRows = partners,
            Partners = broken ? [] : [.. partners.Rows.Select(r => RowReader.Partner(r, problems))],
            WaveRows = waves,
            Waves = broken ? [] : [.. waves.Rows.Select(r => new Wave(r["name"], Cells.Date(r, "named", problems), r["code"]))],
            IcsPlaceRows = icsPlaces,
            TileRows = tiles,
            Tiles = broken ? [] : [.. tiles.Rows.Select(r => TileReader.Tile(r, problems)).OfType<Tile>()],
            BearerRows = bearers,
            ExceptionRows = exceptions,
            Abroad = broken ? new Dictionary<string, string>() : abroad.Rows.DistinctBy(r => r["name"]).ToDictionary(r => r["name"], r => r["nation"]),
            Ordinary = broken ? new HashSet<string>() : ordinary.Rows.Select(r => r["word"]).ToHashSet(StringComparer.OrdinalIgnoreCase),
        };
    }
}
