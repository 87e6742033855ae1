using System.Globalization;
using Bot.Knowledge.Records.Names;

namespace Bot.Knowledge.Records.Files;

/// <summary>Turns one row into one record.</summary>
internal static class RowReader
{
    public static Footprint Footprint(CsvRow row, CsvTable all, List<RecordProblem> problems)
    {
        var eras = new EraSet();
        foreach (var name in Cells.List(row["era"]))
        {
            if (Eras.OfColumn(name) is { } era) eras.Add(era);
            else if (name != "stp42-2018") problems.Add(row.Problem($"The era '{name}' is not known."));
        }

        var systems = all.Rows.Where(r => r["era"] == "ics14" && r["parent"] == row["id"]).ToArray();
        return new Footprint(
            row["id"], row["name"], Cells.List(row["aliases"]), row["kind"] == "ICB", eras, row["ods"], row["ons"], row["region"], Thousands(row, problems),
            row["population_year"], Cells.Day(row, "from", problems) ?? default, Cells.Day(row, "to", problems), Cells.List(row["successors"]), row.OrNull("parent"),
            systems.Length > 0, systems.Any(s => Cells.Yes(s["devolution"])), Sources(row));
    }

    public static Ics2018 System(CsvRow row, CsvTable all, CsvTable places, List<RecordProblem> problems)
    {
        var parent = all.Rows.FirstOrDefault(r => r["id"] == row["parent"]);
        var whole = parent is not null && SystemNames.Same(row["name"], [parent["name"], .. Cells.List(parent["aliases"])]);
        return new Ics2018(
            row["id"], row["name"], Cells.List(row["aliases"]), Cells.Date(row, "from", problems), row["parent"], row["ods"], whole, Cells.Yes(row["devolution"]),
            [.. places.Rows.Where(r => r["ics"] == row["name"]).Select(r => new IcsPlace(r["place"], Cells.Yes(r["seed"])))]);
    }

    public static Area Area(CsvRow row, List<RecordProblem> problems)
    {
        var kind = row["type"] switch
        {
            "district" or "unitary" or "metropolitan borough" or "London borough" => AreaKind.Council,
            "former CCG area" => AreaKind.FormerCcg,
            "county" => AreaKind.County,
            "town" => AreaKind.Town,
            "area named in ICS list" => AreaKind.IcsArea,
            _ => Unknown(row, problems),
        };
        var sources = Sources(row);
        return new Area(row["name"], kind, row["type"], row["code"], Cells.Shares(row, problems), sources, row["source"].Contains("unverified", StringComparison.Ordinal));
    }

    public static Trust Trust(CsvRow row, List<RecordProblem> problems) => new(
        row["code"], row["name"], Records.Trust.WithoutForm(row["name"]), Cells.List(row["aliases"]), [.. Cells.List(row["former"]).Select(Former)], row["kind"],
        Cells.List(row["services"]), Cells.Yes(row["foundation"]), row["town"], Cells.Codes(row), Cells.Day(row, "from", problems), Cells.Day(row, "to", problems),
        Cells.List(row["successors"]), Sources(row));

    public static Ccg Ccg(CsvRow row, List<RecordProblem> problems)
    {
        var years = new List<int>();
        foreach (var text in Cells.List(row["years"]))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)) years.Add(year);
            else problems.Add(row.Problem($"'{text}' in 'years' is not a year."));
        }

        return new Ccg(row["code"], row["name"], years, Cells.Codes(row), row.OrNull("successor"), Sources(row));
    }

    public static Partner Partner(CsvRow row, List<RecordProblem> problems) =>
        new(row["footprint"], Cells.Date(row, "as_at", problems), row["kind"], row["subkind"], row.OrNull("code"), row["name"]);

    public static string[] Sources(CsvRow row) => [.. row["source"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(s => s != "unverified")];

    private static FormerName Former(string text)
    {
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        return bar >= 0 && RecordDate.TryParse(text[(bar + 1)..], out var until) ? new FormerName(text[..bar], until) : new FormerName(text, null);
    }

    private static AreaKind Unknown(CsvRow row, List<RecordProblem> problems)
    {
        problems.Add(row.Problem($"The type '{row["type"]}' is not known."));
        return AreaKind.Town;
    }

    private static int? Thousands(CsvRow row, List<RecordProblem> problems)
    {
        if (row.OrNull("population") is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var thousands) && thousands > 0) return thousands * 1000;
        problems.Add(row.Problem($"The population '{text}' is not a number of thousands."));
        return null;
    }
}
