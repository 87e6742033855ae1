namespace Bot.Knowledge.Records.Composing;

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
        string? Home(Ccg ccg, int list) => list < 2020 && !stp.Eras.IsEmpty ? ccg.Footprints[Era.Stp44] : ccg.Footprints[Era.Stp42] ?? Up(ccg);
        string? Up(Ccg ccg) => ccg.Footprints[Era.Stp44] is { } old ? asked.Set.Footprint(Era.Stp44, old)?.SuccessorCodes is [var next, ..] ? next : null : null;
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
