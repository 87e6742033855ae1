namespace Bot.Knowledge.Records.Files;

/// <summary>The extract as it is handed over: one table for each of its files.</summary>
internal sealed record Extract(
    CsvTable Footprints, CsvTable Places, CsvTable Trusts, CsvTable Ccgs, CsvTable Councils, CsvTable Partners, CsvTable Waves, CsvTable IcsPlaces)
{
    public static Extract Read(string folder, List<RecordProblem> problems) => new(
        CsvTable.Read(
            folder, "footprints.csv",
            ["footprint_id", "name", "aliases", "status", "era", "ons_code", "ods_code", "region", "population_thousands", "population_year", "valid_from",
                "valid_to", "first_wave_ics", "devolution", "parent_footprint_id", "successor_ods_codes", "source"],
            problems),
        CsvTable.Read(folder, "places.csv", ["place", "place_type", "place_code", "era", "footprint_ods", "share_pct", "source"], problems),
        CsvTable.Read(
            folder, "trusts.csv",
            ["ods_code", "name", "aliases", "former_names", "type", "services", "foundation_trust", "town", "footprint_2016_ods", "footprint_2020_ods",
                "icb_2022_ods", "icb_2026_ods", "valid_from", "valid_to", "successor_ods_codes", "source"],
            problems),
        CsvTable.Read(
            folder, "ccgs.csv",
            ["ccg_code", "name", "exists_in", "footprint_2016_ods", "footprint_2020_ods", "footprint_2021_ods", "icb_2024_ods", "successor_ccg_2021", "source"],
            problems),
        CsvTable.Read(folder, "local_authorities.csv", ["la_code", "la_name", "la_type", "era", "footprint_ods", "population_share_pct", "source"], problems),
        CsvTable.Read(folder, "partners.csv", ["footprint_id", "partner_type", "partner_subtype", "partner_ods", "partner_name", "as_at"], problems),
        CsvTable.Read(folder, "ics_waves.csv", ["name", "named"], problems),
        CsvTable.Read(folder, "ics14_places.csv", ["ics", "place", "source"], problems));
}
