using Bot.Knowledge.Records.Files;

namespace Bot.Knowledge.Records.Checks;

internal static class AreaRules
{
    // Slivers under 1 % are dropped, and shares are rounded.
    private const decimal Least = 97, Most = 101;

    public static void Check(RecordTables tables, Excused excused, List<RecordProblem> problems)
    {
        var codes = RecordRules.Codes(tables);
        foreach (var (row, area) in tables.AreaRows.Rows.Zip(tables.Areas)) Shares(row, area.Name, area.Shares, area.Kind == AreaKind.Town, codes, excused, problems);
        foreach (var (row, council) in tables.CouncilRows.Rows.Zip(tables.Councils)) Shares(row, council.Name, council.Shares, false, codes, excused, problems);
        foreach (var table in new[] { tables.AreaRows, tables.CouncilRows })
        {
            foreach (var twice in table.Rows.GroupBy(r => (r["name"], r["type"], r["code"])).Where(g => g.Count() > 1))
                problems.Add(twice.Last().Problem($"'{twice.Key.Item1}' ({twice.Key.Item2}) stands there twice."));
        }
    }

    private static void Shares(
        CsvRow row, string name, ByEra<IReadOnlyList<AreaShare>> shares, bool town, ByEra<HashSet<string>> codes, Excused excused,
        List<RecordProblem> problems)
    {
        if (shares.IsEmpty) problems.Add(row.Problem($"'{name}' has no footprint at all."));
        foreach (var era in Eras.All)
        {
            if (shares[era] is not { } parts) continue;
            foreach (var part in parts.Where(p => !codes[era]!.Contains(p.Code))) problems.Add(row.Problem($"'{part.Code}' is not a footprint of {era.Column()}."));
            var sum = parts.Sum(p => p.Percent);
            var known = parts.All(p => p.Percent is not null);
            if (known && sum is >= Least and <= Most) continue;
            if (town && known && sum is >= 90 and <= Most) continue;
            var key = $"{row["type"]}:{name}:{era.Column()}";
            if (excused.Covers("shares", key)) continue;
            problems.Add(row.Problem(known ? $"The shares of '{name}' in {era.Column()} add up to {sum:0.#} %." : $"A share of '{name}' in {era.Column()} is not held."));
        }
    }
}
