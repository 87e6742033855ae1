using Bot.Knowledge.Records;

namespace Bot.Tests.Knowledge.Records;

/// <summary>Unfolds the compact files into the layout of the extract and imports that again.</summary>
public sealed class RecordImportTests : IDisposable
{
    private static readonly string[] Maps = ["stp44", "stp42", "icb42", "icb36"];

    private readonly string _from = Directory.CreateTempSubdirectory("extract-").FullName;
    private readonly string _to = Directory.CreateTempSubdirectory("compact-").FullName;

    public RecordImportTests()
    {
        foreach (var name in RecordImport.KeptByHand) File.Copy(Path.Combine(Raw.Folder, name), Path.Combine(_to, name));
        Unfold();
    }

    [Fact]
    public void AnExtract_GivesTheCommittedFiles()
    {
        Assert.Empty(RecordImport.Run(_from, _to));
        foreach (var file in Directory.EnumerateFiles(Raw.Folder, "*.csv"))
            Assert.Equal(File.ReadAllText(file), File.ReadAllText(Path.Combine(_to, Path.GetFileName(file))));
    }

    [Fact]
    public void ABrokenExtract_WritesNothing()
    {
        var path = Path.Combine(_from, "places.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace(",icb36,", ",icb99,", StringComparison.Ordinal));
        Assert.Contains(RecordImport.Run(_from, _to), p => p.Message == "The era 'icb99' is not known.");
        Assert.False(File.Exists(Path.Combine(_to, "places.csv")));
    }

    [Fact]
    public void AnEmptyFolder_NamesEveryMissingFile()
    {
        var empty = Directory.CreateTempSubdirectory("empty-").FullName;
        Assert.Equal(8, RecordImport.Run(empty, _to).Count(p => p.Message == "The file is missing."));
        Directory.Delete(empty);
    }

    public void Dispose()
    {
        Directory.Delete(_from, recursive: true);
        Directory.Delete(_to, recursive: true);
    }

    private void Unfold()
    {
        Write(
            "footprints.csv", "footprint_id,name,aliases,status,era,ons_code,ods_code,region,population_thousands,population_year,valid_from,valid_to,first_wave_ics,devolution,parent_footprint_id,successor_ods_codes,source",
            Raw.Rows("footprints.csv").Select(r => (string[])[r["id"], r["name"], r["aliases"], r["kind"], r["era"], r["ons"], r["ods"], r["region"], r["population"], r["population_year"], r["from"], r["to"], "", r["devolution"], r["parent"], r["successors"], r["source"]]));
        Write("places.csv", "place,place_type,place_code,era,footprint_ods,share_pct,source", Shares("places.csv"));
        Write("local_authorities.csv", "la_name,la_type,la_code,era,footprint_ods,population_share_pct,source", Shares("councils.csv"));
        Write(
            "trusts.csv", "ods_code,name,aliases,former_names,type,services,foundation_trust,town,footprint_2016_ods,footprint_2020_ods,icb_2022_ods,icb_2026_ods,valid_from,valid_to,successor_ods_codes,source",
            Raw.Rows("trusts.csv").Select(r => (string[])[r["code"], r["name"], r["aliases"], Former(r["former"]), r["kind"], r["services"], r["foundation"], r["town"], r["stp44"], r["stp42"], r["icb42"], r["icb36"], r["from"], r["to"], r["successors"], r["source"] + "; type: general knowledge, unverified"]));
        Write(
            "ccgs.csv", "ccg_code,name,exists_in,footprint_2016_ods,footprint_2020_ods,footprint_2021_ods,icb_2024_ods,successor_ccg_2021,source",
            Raw.Rows("ccgs.csv").Select(r => (string[])[r["code"], r["name"], r["years"].Replace(';', ','), r["stp44"], r["stp42"], "", r["icb42"], r["successor"], Verified(r["source"])]));
        Write(
            "partners.csv", "footprint_id,partner_type,partner_subtype,partner_ods,partner_name,as_at",
            Raw.Rows("partners.csv").Select(r => (string[])[r["footprint"], r["kind"], r["subkind"], r["code"], r["name"], r["as_at"] + " (as published)"]));
        Write("ics_waves.csv", "name,named", Raw.Rows("waves.csv").Select(r => (string[])[r["name"], r["named"]]));
        Write("ics14_places.csv", "ics,place,source", Raw.Rows("ics14-places.csv").Select(r => (string[])[r["ics"], r["place"], r["seed"] == "yes" ? "SEED-2018" : "general knowledge, unverified"]));
    }

    private static IEnumerable<string[]> Shares(string file) =>
        from row in Raw.Rows(file)
        from map in Maps
        from part in row[map].Split(';', StringSplitOptions.RemoveEmptyEntries)
        let single = !row[map].Contains(';', StringComparison.Ordinal)
        let share = part.Contains(':', StringComparison.Ordinal) ? part.Split(':')[1] : single ? "100.0" : ""
        select (string[])[row["name"], row["type"], row["code"], map, part.Split(':')[0], share, Verified(row["source"])];

    private static string Verified(string source) => source.Replace(" unverified", "; by general knowledge, unverified", StringComparison.Ordinal);

    private static string Former(string cell) => string.Join("; ", cell.Split(';').Select(f => f.Contains('|', StringComparison.Ordinal) ? $"{f.Split('|')[0]} (to {f.Split('|')[1]})" : f));

    private void Write(string name, string header, IEnumerable<string[]> rows) =>
        File.WriteAllLines(Path.Combine(_from, name), [header, .. rows.Select(r => string.Join(',', r.Select(c => c.Contains(',', StringComparison.Ordinal) || c.Contains('"', StringComparison.Ordinal) ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : c)))]);
}
