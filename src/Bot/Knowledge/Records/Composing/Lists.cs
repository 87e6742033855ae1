namespace Bot.Knowledge.Records.Composing;

/// <summary>Trusts whose head office is in the area.</summary>
internal static class TrustList
{
    public static IEnumerable<Trust> In(RecordSet set, Footprint footprint, Era era) =>
        set.Trusts.Where(t => t.Homes.GetValueOrDefault(era) == footprint.OdsCode && (era != Era.Icb36 || t.IsOpenNow)).OrderBy(t => t.Name, StringComparer.Ordinal);

    public static RecordReply Compose(Asked asked)
    {
        if (Focus.On(asked, asked.Era) is not { } footprint) return Focus.Gone(asked);
        var trusts = In(asked.Set, footprint, footprint.Eras.Count == 0 ? Era.Stp42 : asked.Era).ToArray();
        var foundation = trusts.Count(t => t.IsFoundation);
        var when = asked.IsPast ? $"In {asked.Year}" : "As at July 2026";
        var verb = asked.IsPast ? "had" : "has";
        var text = new ShortText();
        text.Add(
            $"{when} the {footprint.FullTitle} area {verb} {Prose.Count(trusts.Length, "NHS trust")} with a head office in it, {Of(foundation, trusts.Length)} NHS foundation trusts.",
            $"{when} the {footprint.FullTitle} area {verb} {Prose.Count(trusts.Length, "NHS trust")}, {Of(foundation, trusts.Length)} foundation trusts.",
            $"{when} the area {verb} {Prose.Count(trusts.Length, "NHS trust")}.");
        if (asked.IsPast) text.Add("Names are those of July 2026, or the last name for a trust that closed.");
        return new RecordAnswer
        {
            Heading = Prose.Heading($"{Focus.HeadingName(asked)}: NHS trusts", "NHS trusts in the area"),
            Short = text.ToString(),
            Points = Prose.Points([.. trusts.Select(t => t.Name)]),
            Detail = [.. trusts.GroupBy(t => t.Kind).OrderBy(g => TrustKinds.Order(g.Key)).Select(g => new RecordSection(TrustKinds.Plural(g.Key), [.. g.Select(Line)]))],
            AsOf = Say.Today,
            StatusNote = "Ambulance trusts and some others serve several areas; each is listed where its head office is.",
            Footnote = Say.KindsFootnote,
            SourceIds = Evidence.Of(["ODS-ETR26", "ODS-ICB26"], asked.IsPast ? ["ODS-STP19"] : []),
            Next = Say.Next(asked.Subject.Key, RecordIntent.Trusts, RecordIntent.Partners, RecordIntent.Councils, RecordIntent.WhichFootprint),
        };
    }

    private static string Of(int some, int all) => some == all && all > 1 ? "all of them" : $"{some} of them";

    private static string Line(Trust trust) => trust.IsOpenNow ? $"{trust.Name} ({trust.Code})" : $"{trust.Name} ({trust.Code}), closed on {RecordDate.Words(trust.To!.Value)}";
}

/// <summary>Councils that are responsible for social care.</summary>
internal static class CouncilList
{
    public static IReadOnlyList<string> In(RecordSet set, Footprint footprint, Era era) =>
    [
        .. set.Councils.Where(c => c.Shares.TryGetValue(era, out var parts) && parts.Any(p => p.Code == footprint.OdsCode))
            .Select(c => (c.Name, c.Shares[era].First(p => p.Code == footprint.OdsCode).Percent))
            .OrderBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => c.Percent switch { null => $"{c.Name} (in part, unverified)", >= 99.5m => c.Name, { } p => $"{c.Name} (about {Prose.Percent(p)} of residents)" }),
    ];

    public static RecordReply Compose(Asked asked)
    {
        if (Focus.On(asked, asked.Era) is not { } footprint) return Focus.Gone(asked);
        var councils = In(asked.Set, footprint, footprint.Eras.Count == 0 ? Era.Stp42 : asked.Era);
        var when = asked.IsPast ? $"In {asked.Year}," : "As at July 2026,";
        var text = new ShortText();
        text.Add(
            $"{when} {Prose.Count(councils.Count, "local authority (council)", "local authorities (councils)")} responsible for social care lay in the {footprint.FullTitle} area, in whole or part.",
            $"{when} the {footprint.FullTitle} area held {Prose.Count(councils.Count, "local authority (council)", "local authorities (councils)")}.",
            $"{when} the area held {Prose.Count(councils.Count, "local authority (council)", "local authorities (councils)")}.");
        text.Add("Councils that merged after 2024 are not shown as merged.");
        return new RecordAnswer
        {
            Heading = Prose.Heading($"{Focus.HeadingName(asked)}: councils", "Councils in the area"),
            Short = text.ToString(),
            Points = Prose.Points(councils),
            Detail =
            [
                new RecordSection("Local authorities (councils) with social care duties", councils),
                new RecordSection("All council areas", Covers.CouncilAreas(asked.Set, footprint, footprint.Eras.Count == 0 ? Era.Stp42 : asked.Era)),
            ],
            AsOf = asked.IsPast ? RecordDate.MonthOf(asked.Era.End()) : Say.Today,
            SourceIds = Evidence.Of([asked.Era.IsBoard() ? "ONS-LSOA24" : "ONS-LSOA21"], footprint.Sources),
            Next = Say.Next(asked.Subject.Key, RecordIntent.Councils, RecordIntent.Covers, RecordIntent.Partners, RecordIntent.Trusts, RecordIntent.WhichFootprint),
        };
    }
}

/// <summary>The clinical commissioning groups of the area, until they were abolished.</summary>
internal static class CcgList
{
    private static readonly int[] Lists = [2016, 2019, 2020, 2021];

    public static RecordReply Compose(Asked asked)
    {
        var year = asked.Year is null or > 2021 ? 2019 : asked.Year <= 2018 ? (asked.Year <= 2017 ? 2016 : 2019) : asked.Year.Value;
        var stp = year < 2020 ? Focus.Stp(asked) : asked.In(Era.Stp42).Main;
        if (stp is null) return Focus.Gone(asked);
        string[] In(int list, string code) =>
            [.. asked.Set.Ccgs.Where(c => c.Years.Contains(list) && Home(c, list) == code).Select(c => c.Name).Order(StringComparer.Ordinal)];
        string? Home(Ccg ccg, int list) => list < 2020 && stp.Eras.Count > 0 ? ccg.Footprints.GetValueOrDefault(Era.Stp44) : ccg.Footprints.GetValueOrDefault(Era.Stp42) ?? Up(ccg);
        string? Up(Ccg ccg) => ccg.Footprints.GetValueOrDefault(Era.Stp44) is { } old ? asked.Set.Footprint(Era.Stp44, old)?.SuccessorCodes is [var next, ..] ? next : null : null;
        var names = In(year, stp.OdsCode);
        var last = asked.In(Era.Stp42).Main is { } main ? In(2021, main.OdsCode) : [];
        var text = new ShortText();
        text.Add(
            $"{stp.Name} had {Prose.Count(names.Length, "clinical commissioning group (CCG)", "clinical commissioning groups (CCGs)")} in the list of {year}.",
            $"Its footprint had {Prose.Count(names.Length, "clinical commissioning group (CCG)", "clinical commissioning groups (CCGs)")} in the list of {year}.");
        if (last.Length > 0) text.Add($"In the last list, of 2021, there {(last.Length == 1 ? "was" : "were")} {last.Length}.");
        text.Add("CCGs were abolished on 1 July 2022, and integrated care boards (ICBs) took their work over.");
        return new RecordAnswer
        {
            Heading = Prose.Heading($"{Focus.HeadingName(asked)}: former CCGs", "Former CCGs of the area"),
            Short = text.ToString(),
            Points = Prose.Points(names),
            Detail = [.. Lists.Select(y => (y, Names: In(y, stp.OdsCode))).Where(l => l.Names.Length > 0).Select(l => new RecordSection($"List of {l.y}", l.Names))],
            AsOf = year.ToString(System.Globalization.CultureInfo.InvariantCulture),
            StatusNote = "CCGs no longer exist; integrated care boards replaced them.",
            SourceIds = Evidence.Of(["ODS-STP19", "NHSD-GP20", "NHSD-GP22", "NHSD-CCGMAP"]),
            Next = Say.Next(asked.Subject.Key, RecordIntent.Ccgs, RecordIntent.Became, RecordIntent.Partners, RecordIntent.WhichFootprint),
        };
    }
}
