using Bot.Knowledge.Records.Files;

namespace Bot.Knowledge.Records.Checks;

internal static class OrganisationRules
{
    // A trust counts for the map of 2016 where it was open before the north-east merger of June 2018.
    private static readonly DateOnly OpenedBy = new(2018, 5, 31);

    public static void Check(RecordTables tables, Excused excused, List<RecordProblem> problems)
    {
        var codes = RecordRules.Codes(tables);
        Trusts(tables, codes, excused, problems);
        Ccgs(tables, codes, problems);
        Partners(tables, problems);
    }

    private static void Trusts(RecordTables tables, ByEra<HashSet<string>> codes, Excused excused, List<RecordProblem> problems)
    {
        var known = tables.Trusts.Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        Unique(tables.TrustRows, problems);
        foreach (var (row, trust) in tables.TrustRows.Rows.Zip(tables.Trusts))
        {
            foreach (var successor in trust.Successors.Where(s => !known.Contains(s))) problems.Add(row.Problem($"The successor '{successor}' is not the code of a trust."));
            if (trust.To is not null && trust.Successors.Count == 0) problems.Add(row.Problem($"{trust.Name} closed and has no successor."));
            foreach (var era in Eras.All)
            {
                var home = trust.Homes[era];
                if (home is not null && !codes[era]!.Contains(home)) problems.Add(row.Problem($"The home '{home}' is not one footprint of {era.Column()}."));
                if ((home is not null) == IsAlive(trust, era) || excused.Covers("home", $"{trust.Code}:{era.Column()}")) continue;
                problems.Add(row.Problem(home is null ? $"{trust.Name} has no home in {era.Column()}." : $"{trust.Name} has a home in {era.Column()}, when it was not open."));
            }
        }
    }

    private static bool IsAlive(Trust trust, Era era) =>
        (trust.From is null || trust.From <= (era == Era.Stp44 ? OpenedBy : era == Era.Icb36 ? DateOnly.MaxValue : era.End())) && (trust.To is null || trust.To >= era.Start());

    private static void Ccgs(RecordTables tables, ByEra<HashSet<string>> codes, List<RecordProblem> problems)
    {
        var known = tables.Ccgs.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        Unique(tables.CcgRows, problems);
        foreach (var (row, ccg) in tables.CcgRows.Rows.Zip(tables.Ccgs))
        {
            if (ccg.Successor is { } successor && !known.Contains(successor)) problems.Add(row.Problem($"The successor '{successor}' is not the code of a CCG."));
            foreach (var era in Eras.All)
                if (ccg.Footprints[era] is { } code && !codes[era]!.Contains(code)) problems.Add(row.Problem($"'{code}' is not one footprint of {era.Column()}."));
            if (!ccg.Footprints.Has(Era.Stp44) && !ccg.Footprints.Has(Era.Stp42) && !ccg.Footprints.Has(Era.Icb42)) problems.Add(row.Problem($"{ccg.Name} has no footprint."));
        }
    }

    private static void Partners(RecordTables tables, List<RecordProblem> problems)
    {
        var footprints = tables.Footprints.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        var trusts = tables.Trusts.Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        var ccgs = tables.Ccgs.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (row, partner) in tables.PartnerRows.Rows.Zip(tables.Partners))
        {
            if (!footprints.Contains(partner.FootprintId)) problems.Add(row.Problem($"'{partner.FootprintId}' is not the id of a footprint."));
            var unknown = partner.Kind switch
            {
                "NHS trust" => !trusts.Contains(partner.Code ?? ""),
                "CCG" => !ccgs.Contains(partner.Code ?? ""),
                "local authority" or "other organisation" => false,
                _ => true,
            };
            if (unknown) problems.Add(row.Problem($"'{partner.Name}' ({partner.Kind} {partner.Code}) is not known."));
        }
    }

    private static void Unique(CsvTable table, List<RecordProblem> problems)
    {
        foreach (var twice in table.Rows.GroupBy(r => r["code"]).Where(g => g.Count() > 1)) problems.Add(twice.Last().Problem($"The code '{twice.Key}' is used twice."));
    }
}
