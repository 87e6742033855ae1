using Bot.Knowledge.Records.Files;

namespace Bot.Knowledge.Records.Checks;

/// <summary>What has to be true of the records before they are used. What differs on purpose stands in exceptions.csv.</summary>
internal static class RecordRules
{
    public const int Systems2018 = 14, Devolution2018 = 2;

    public static void Check(RecordTables tables, List<RecordProblem> problems)
    {
        var excused = new Excused(tables.ExceptionRows);
        FootprintRules.Check(tables, problems);
        TileRules.Check(tables, problems);
        AreaRules.Check(tables, excused, problems);
        OrganisationRules.Check(tables, excused, problems);
        problems.AddRange(excused.Unused());
    }

    /// <summary>The codes that each map knows.</summary>
    public static ByEra<HashSet<string>> Codes(RecordTables tables)
    {
        var codes = new ByEra<HashSet<string>>();
        foreach (var era in Eras.All) codes[era] = tables.Footprints.Where(f => f.Eras.Contains(era)).Select(f => f.OdsCode).ToHashSet(StringComparer.Ordinal);
        return codes;
    }
}

/// <summary>The documented exceptions. One that excuses nothing is a problem itself, so that the list stays true.</summary>
internal sealed class Excused(CsvTable rows)
{
    private readonly HashSet<(string, string)> _used = [];

    public bool Covers(string rule, string key)
    {
        if (!rows.Rows.Exists(r => r["rule"] == rule && r["key"] == key)) return false;
        _used.Add((rule, key));
        return true;
    }

    public IEnumerable<RecordProblem> Unused() =>
        rows.Rows.Where(r => !_used.Contains((r["rule"], r["key"]))).Select(r => r.Problem($"The exception '{r["rule"]}' for '{r["key"]}' is not needed."));
}
