namespace Bot.Knowledge.Records.Composing;

/// <summary>Councils that are responsible for social care.</summary>
internal static class CouncilList
{
    public static IReadOnlyList<string> In(RecordSet set, Footprint footprint, Era era) =>
    [
        .. set.Councils.Where(c => c.Shares[era] is { } parts && parts.Any(p => p.Code == footprint.OdsCode))
            .Select(c => (c.Name, c.Shares[era]!.First(p => p.Code == footprint.OdsCode).Percent))
            .OrderBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => c.Percent switch { null => $"{c.Name} (in part, unverified)", >= 99.5m => c.Name, { } p => $"{c.Name} (about {Prose.Percent(p)} of residents)" }),
    ];

    public static RecordReply Compose(Asked asked)
    {
        if (Focus.On(asked, asked.Era) is not { } footprint) return Focus.Gone(asked);
        var era = footprint.Eras.IsEmpty ? Era.Stp42 : asked.Era;
        var listed = era == Era.Stp44 ? Listed(asked.Set, footprint) : [];
        var councils = listed.Length > 0 ? [.. listed.Select(p => p.Name)] : In(asked.Set, footprint, era);
        var text = new ShortText();
        if (listed.Length > 0) Then(footprint, listed, text);
        else Sentence(asked, footprint, Prose.Count(councils.Count, "local authority (council)", "local authorities (councils)"), text);
        if (asked.IsPast) Today.After(asked, text);
        if (!asked.IsPast) text.Add("Councils that merged after 2024 are not shown as merged.");
        return new RecordAnswer
        {
            Heading = Prose.Heading($"{Focus.HeadingName(asked)}: councils", "Councils in the area"),
            Short = text.ToString(),
            Points = Prose.Points(councils),
            Detail = [new RecordSection("Local authorities (councils)", councils), new RecordSection($"All council areas of {Drawn(era)}", Covers.CouncilAreas(asked.Set, footprint, era))],
            AsOf = listed.Length > 0 ? listed[0].AsAt.ToString() : asked.IsPast ? RecordDate.MonthOf(asked.Era.End()) : Say.Today,
            SourceIds = Evidence.Of(listed.Length > 0 ? ["ODS-STP19"] : [asked.Era.IsBoard() ? "ONS-LSOA24" : "ONS-LSOA21"], footprint.Sources),
            Next = Say.Next(asked.Subject.Key, RecordIntent.Councils, RecordIntent.Covers, RecordIntent.Partners, RecordIntent.Trusts, RecordIntent.WhichFootprint),
        };
    }

    // The year whose boundaries the rows have.
    private static int Drawn(Era era) => era.IsBoard() ? 2024 : 2021;

    private static Partner[] Listed(RecordSet set, Footprint footprint) => [.. set.Partners.Where(p => p.FootprintId == footprint.Id && p.Kind == "local authority").OrderBy(p => p.Name, StringComparer.Ordinal)];

    private static void Then(Footprint footprint, Partner[] listed, ShortText text)
    {
        var count = Prose.Count(listed.Length, "local authority (council)", "local authorities (councils)");
        text.Add(
            $"In {listed[0].AsAt} the {footprint.Name} {Say.Stp} listed {count} as partners.",
            $"In {listed[0].AsAt} the {footprint.Name} footprint listed {count} as partners.",
            $"In {listed[0].AsAt} the footprint listed {count} as partners.");
    }

    private static void Sentence(Asked asked, Footprint footprint, string count, ShortText text)
    {
        var when = asked.IsPast ? asked.Year == Drawn(asked.Era) ? $"In {asked.Year}" : $"In {asked.Year}, by the boundaries of {Drawn(asked.Era)}," : "As at July 2026,";
        var had = asked.IsPast ? "had" : "has";
        text.Add(
            $"{when} {count} responsible for social care {(asked.IsPast ? "lay" : "lie")} in the {footprint.FullTitle} area, in whole or part.",
            $"{when} the {footprint.FullTitle} area {had} {count}.",
            $"{when} the area {had} {count}.");
    }
}
