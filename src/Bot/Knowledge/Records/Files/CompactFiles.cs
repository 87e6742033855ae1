using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Knowledge.Records.Names;

namespace Bot.Knowledge.Records.Files;

/// <summary>The project's own files, one row for each thing, made from the extract.</summary>
internal static partial class CompactFiles
{
    private static readonly string[] EraColumns = [.. Eras.All.Select(e => e.Column())];

    public static Dictionary<string, string> Of(Extract extract, List<RecordProblem> problems) => new(StringComparer.Ordinal)
    {
        ["footprints.csv"] = Footprints(extract.Footprints),
        ["places.csv"] = AreaRows(extract.Places, "place", "place_type", "place_code", "share_pct", problems),
        ["councils.csv"] = AreaRows(extract.Councils, "la_name", "la_type", "la_code", "population_share_pct", problems),
        ["trusts.csv"] = Trusts(extract.Trusts),
        ["ccgs.csv"] = Ccgs(extract, problems),
        ["partners.csv"] = Partners(extract.Partners),
        ["waves.csv"] = Waves(extract, problems),
        ["ics14-places.csv"] = IcsPlaces(extract.IcsPlaces),
    };

    private static string Footprints(CsvTable table)
    {
        var text = new CsvText("id", "name", "aliases", "kind", "era", "ods", "ons", "region", "population", "population_year", "from", "to", "devolution", "parent", "successors", "source");
        foreach (var row in table.Rows)
        {
            text.Add(
                row["footprint_id"], row["name"], Joined(row["aliases"]), row["status"], row["era"], row["ods_code"], row["ons_code"], row["region"],
                row["population_thousands"], PopulationYear().Match(row["population_year"]).Value, row["valid_from"], row["valid_to"], row["devolution"],
                row["parent_footprint_id"], Joined(row["successor_ods_codes"]), Keys(row["source"]));
        }

        return text.ToString();
    }

    private static string AreaRows(CsvTable table, string name, string type, string code, string share, List<RecordProblem> problems)
    {
        var text = new CsvText(["name", "type", "code", .. EraColumns, "source"]);
        foreach (var area in table.Rows.GroupBy(r => (Name: Spelling.Natural(r[name]), Type: r[type], Code: r[code])))
        {
            foreach (var odd in area.Where(r => !EraColumns.Contains(r["era"]))) problems.Add(odd.Problem($"The era '{odd["era"]}' is not known."));
            var cells = EraColumns.Select(era => ShareCell([.. area.Where(r => r["era"] == era)], share));
            text.Add([area.Key.Name, area.Key.Type, area.Key.Code, .. cells, Keys(string.Join(';', area.Select(r => r["source"])))]);
        }

        return text.ToString();
    }

    private static string ShareCell(CsvRow[] rows, string share)
    {
        if (rows.Length == 1 && (rows[0][share].Length == 0 || Number(rows[0][share]) == 100)) return rows[0]["footprint_ods"];
        return string.Join(';', rows.Select(r => r[share].Length == 0 ? r["footprint_ods"] : FormattableString.Invariant($"{r["footprint_ods"]}:{Number(r[share]):0.##}")));
    }

    private static string Trusts(CsvTable table)
    {
        var text = new CsvText(["code", "name", "aliases", "former", "kind", "services", "foundation", "town", .. EraColumns, "from", "to", "successors", "source"]);
        foreach (var row in table.Rows)
        {
            text.Add(
                row["ods_code"], row["name"], Joined(row["aliases"]), string.Join(';', Cells.List(row["former_names"]).Select(Former)), row["type"],
                Joined(row["services"]), row["foundation_trust"], row["town"], row["footprint_2016_ods"], row["footprint_2020_ods"], row["icb_2022_ods"],
                row["icb_2026_ods"], row["valid_from"], row["valid_to"], Joined(row["successor_ods_codes"]), Keys(row["source"], dropUnverified: true));
        }

        return text.ToString();
    }

    /// <summary>Turns "Name (2020-04 to 2026-06)" and "Name (to 2020)" into <c>Name|2026-06</c> and <c>Name|2020-12</c>.</summary>
    private static string Former(string text)
    {
        var match = FormerUntil().Match(text);
        if (!match.Success) return text;
        var until = match.Groups["until"].Value;
        return $"{text[..match.Index].TrimEnd()}|{(until.Length == 4 ? until + "-12" : until)}";
    }

    private static string Ccgs(Extract extract, List<RecordProblem> problems)
    {
        var areas = extract.Places.Rows.Where(r => r["place_type"] == "former CCG area").ToLookup(r => (r["place_code"], r["era"]), r => r["footprint_ods"]);
        var text = new CsvText(["code", "name", "years", .. EraColumns, "successor", "source"]);
        foreach (var row in extract.Ccgs.Rows)
        {
            var homes = EraColumns.Select(era => areas[(row["ccg_code"], era)].FirstOrDefault() ?? "").ToArray();
            var own = new[] { row["footprint_2016_ods"], row.OrNull("footprint_2020_ods") ?? row["footprint_2021_ods"], row["icb_2024_ods"] };
            for (var i = 0; i < own.Length; i++)
            {
                if (homes[i].Length == 0) homes[i] = own[i];
                if (own[i].Length > 0 && own[i] != homes[i]) problems.Add(row.Problem($"{row["name"]} is in {own[i]} here and in {homes[i]} in places.csv ({EraColumns[i]})."));
            }

            text.Add([row["ccg_code"], row["name"], Joined(row["exists_in"].Replace(',', ';')), .. homes, row["successor_ccg_2021"], Keys(row["source"])]);
        }

        return text.ToString();
    }

    private static string Partners(CsvTable table)
    {
        var text = new CsvText("footprint", "as_at", "kind", "subkind", "code", "name");
        foreach (var row in table.Rows)
            text.Add(row["footprint_id"], row["as_at"].Split(' ')[0], row["partner_type"], row["partner_subtype"], row["partner_ods"], row["partner_name"].Replace('’', '\''));
        return text.ToString();
    }

    private static string Waves(Extract extract, List<RecordProblem> problems)
    {
        var names = SystemNames.Of(extract.Footprints);
        var text = new CsvText("name", "named", "code");
        foreach (var row in extract.Waves.Rows)
        {
            if (names.CodeOf(row["name"]) is { } code) text.Add(row["name"], row["named"], code);
            else problems.Add(row.Problem($"No footprint is called '{row["name"]}'."));
        }

        return text.ToString();
    }

    private static string IcsPlaces(CsvTable table)
    {
        var text = new CsvText("ics", "place", "seed");
        foreach (var row in table.Rows) text.Add(row["ics"], row["place"], row["source"].StartsWith("SEED", StringComparison.Ordinal) ? "yes" : "");
        return text.ToString();
    }

    /// <summary>Keeps the provenance keys, each once, and whether general knowledge was used.</summary>
    private static string Keys(string source, bool dropUnverified = false)
    {
        var keys = SourceKey().Matches(source).Select(m => m.Value == "SEED003" ? "SEED-2018" : m.Value).Distinct(StringComparer.Ordinal).ToList();
        if (!dropUnverified && source.Contains("unverified", StringComparison.Ordinal)) keys.Add("unverified");
        return string.Join(' ', keys);
    }

    private static string Joined(string cell) => string.Join(';', Cells.List(cell));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b[A-Z]{3,}[0-9]*(?:-[A-Z0-9]+)?\b")]
    private static partial Regex SourceKey();

    [GeneratedRegex(@"^[A-Za-z]*[ -]?\d{4}")]
    private static partial Regex PopulationYear();

    [GeneratedRegex(@"\s*\((?:\d{4}(?:-\d\d)? )?to (?<until>\d{4}(?:-\d\d)?)\)$")]
    private static partial Regex FormerUntil();
}
