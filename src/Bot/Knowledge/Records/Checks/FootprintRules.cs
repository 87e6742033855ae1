using Bot.Knowledge.Records.Files;

namespace Bot.Knowledge.Records.Checks;

internal static class FootprintRules
{
    public static void Check(RecordTables tables, List<RecordProblem> problems)
    {
        var rows = tables.FootprintRows;
        foreach (var twice in rows.Rows.GroupBy(r => r["id"]).Where(g => g.Count() > 1))
            problems.Add(twice.Last().Problem($"The id '{twice.Key}' is used twice."));
        foreach (var era in Eras.All) Count(tables, era, problems);
        if (tables.Systems.Count != RecordRules.Systems2018)
            problems.Add(new RecordProblem(rows.Name, 1, $"There are {tables.Systems.Count} systems of 2018; {RecordRules.Systems2018} are expected."));
        if (tables.Systems.Count(s => s.Devolution) != RecordRules.Devolution2018)
            problems.Add(new RecordProblem(rows.Name, 1, $"{tables.Systems.Count(s => s.Devolution)} systems of 2018 are devolution areas; {RecordRules.Devolution2018} are expected."));

        var ids = rows.Rows.Select(r => r["id"]).ToHashSet(StringComparer.Ordinal);
        var codes = tables.Footprints.Select(f => f.OdsCode).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Rows)
        {
            if (row.OrNull("parent") is { } parent && !ids.Contains(parent)) problems.Add(row.Problem($"The parent '{parent}' is not the id of a footprint."));
            foreach (var successor in Cells.List(row["successors"]).Where(s => !codes.Contains(s))) problems.Add(row.Problem($"The successor '{successor}' is not the code of a footprint."));
            if (row["era"] == "ics14" && row.OrNull("parent") is null) problems.Add(row.Problem("A system of 2018 needs the footprint it lay in ('parent')."));
        }

        foreach (var row in tables.WaveRows.Rows.Where(r => !codes.Contains(r["code"]) && !ids.Contains(r["code"])))
            problems.Add(row.Problem($"The code '{row["code"]}' belongs to no footprint."));
        var systems = tables.Systems.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var row in tables.IcsPlaceRows.Rows.Where(r => !systems.Contains(r["ics"])))
            problems.Add(row.Problem($"'{row["ics"]}' is not a system of 2018."));
    }

    private static void Count(RecordTables tables, Era era, List<RecordProblem> problems)
    {
        var rows = tables.FootprintRows.Rows.Where(r => Cells.List(r["era"]).Contains(era.Column())).ToArray();
        if (rows.Length != era.Count())
            problems.Add(new RecordProblem(tables.FootprintRows.Name, 1, $"The map {era.Column()} has {rows.Length} footprints; {era.Count()} are expected."));
        foreach (var twice in rows.GroupBy(r => r["ods"]).Where(g => g.Count() > 1))
            problems.Add(twice.Last().Problem($"The code '{twice.Key}' is used twice in {era.Column()}."));
    }
}
