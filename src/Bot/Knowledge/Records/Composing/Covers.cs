namespace Bot.Knowledge.Records.Composing;

/// <summary>What a footprint covers: a system of 2018 by its own places, every footprint by its council areas.</summary>
internal static class Covers
{
    public static RecordReply Compose(Asked asked)
    {
        var old = asked.Year is null or < 2020;
        var system = old ? asked.System2018?.System : null;
        var now = asked.Year is null || asked.Era == Era.Icb36 ? Focus.Board(asked) : null;
        var then = Focus.On(asked, asked.Year is null ? Era.Stp44 : asked.Era);
        if (system is null && now is null && then is null) return Focus.Gone(asked);

        var text = new ShortText();
        var points = new List<string>();
        var detail = new List<RecordSection>();
        if (system is not null) OfSystem(system, text, points, detail);
        else if (then is not null && then != now) OfFootprint(asked, then, asked.Year is null ? Era.Stp44 : asked.Era, text, points, detail);
        if (now is not null) OfBoard(asked, now, text, points, detail);
        else if (asked.Year is null) Today.Add(asked, text);
        else Today.After(asked, text);
        return new RecordAnswer
        {
            Heading = Prose.Heading($"{Focus.HeadingName(asked)}: what the area covers", "What the area covers"),
            Short = text.ToString(),
            Points = Prose.Points(points),
            Detail = detail,
            AsOf = now is null ? RecordDate.MonthOf(asked.Era == Era.Stp44 ? new DateOnly(2018, 5, 1) : asked.Era.End()) : Say.Today,
            SourceIds = Evidence.Of(system is null ? [] : ["SEED-2018"], ["ONS-LSOA24"], now?.Sources ?? [], then?.Sources ?? []),
            Next = Say.Next(asked.Subject.Key, RecordIntent.Covers, RecordIntent.Partners, RecordIntent.Councils, RecordIntent.Became, RecordIntent.Population),
        };
    }

    /// <summary>Council areas with a part in a footprint, those that lie wholly in it first.</summary>
    public static IReadOnlyList<string> CouncilAreas(RecordSet set, Footprint footprint, Era era) =>
    [
        .. set.Areas
            .Where(a => a.Kind == AreaKind.Council && a.Shares.Has(era))
            .Select(a => (a.Name, Share: a.Shares[era]!.FirstOrDefault(s => s.Code == footprint.OdsCode)))
            .Where(a => a.Share is not null)
            .OrderByDescending(a => a.Share!.Percent >= 99.5m).ThenBy(a => a.Name, StringComparer.Ordinal)
            .Select(a => a.Share!.Percent is { } p ? p >= 99.5m ? a.Name : $"{a.Name} (about {Prose.Percent(p)} of residents)" : $"{a.Name} (in part, unverified)"),
    ];

    private static void OfSystem(Ics2018 system, ShortText text, List<string> points, List<RecordSection> detail)
    {
        var seed = system.Places.Where(p => p.Seed).Select(p => p.Name).ToArray();
        var others = system.Places.Where(p => !p.Seed).Select(p => p.Name).ToArray();
        if (seed is [var only] && only == system.Name) text.Add($"In May 2018 {system.Name} was an {Say.Ics} of its own area.");
        else text.Add(
            $"In May 2018 {system.Name}, an {Say.Ics}, covered {Prose.List(seed)}.",
            $"In May 2018 the {Say.Ics} covered {Prose.List(seed)}.");
        points.AddRange(seed.Where(s => s != system.Name));
        if (others.Length > 0) points.Add(Prose.Line(points.Count > 0 ? "Also, unverified: " : "Places in 2018, unverified: ", others));
        detail.Add(new RecordSection($"{system.Name} in May 2018, as named in the briefing", seed));
        if (others.Length > 0) detail.Add(new RecordSection("More of its places, from general knowledge, unverified", others));
    }

    private static void OfFootprint(Asked asked, Footprint footprint, Era era, ShortText text, List<string> points, List<RecordSection> detail)
    {
        var areas = CouncilAreas(asked.Set, footprint, footprint.Eras.IsEmpty ? Era.Stp42 : era);
        var what = footprint.IsBoard ? $"the {footprint.FullTitle}" : $"{footprint.Name}, a {Say.Stp} footprint,";
        var when = era == Era.Stp44 ? "In May 2018" : $"In {asked.Year}";
        var drawn = era.IsBoard() ? 2024 : 2021;
        var count = $"{Prose.Count(areas.Count, "council area")} of {drawn}";
        text.Add(
            $"{when} {what} covered {count}, in whole or part: {Prose.List(areas)}.",
            $"{when} {what} covered {count}, in whole or part.",
            $"{when} it covered {count}.");
        if (asked.Year is not null) points.AddRange(areas);
        detail.Add(new RecordSection($"{footprint.ShortTitle}: council areas of {drawn}", areas));
    }

    private static void OfBoard(Asked asked, Footprint board, ShortText text, List<string> points, List<RecordSection> detail)
    {
        var areas = CouncilAreas(asked.Set, board, Era.Icb36);
        var names = Prose.List([.. areas.Select(a => a.Split(" (")[0])]);
        var relation = asked.Subject is SystemSubject { Line: { IsSmallSystem: false } line } && line.Code == board.OdsCode ? "" : "Today it is part of the area of the ";
        text.Add(
            relation.Length == 0
                ? $"The {board.FullTitle} covers {Prose.Count(areas.Count, "council area")}, as at July 2026: {names}."
                : $"{relation}{board.FullTitle}, with {Prose.Count(areas.Count, "council area")}: {names}.",
            $"The {board.FullTitle} covers {Prose.Count(areas.Count, "council area")}, as at July 2026.",
            $"The {board.FullTitle} covers {Prose.Count(areas.Count, "council area")}.");
        if (points.Count == 0) points.AddRange(areas);
        else points.Add(Prose.Line("As at July 2026: ", areas));
        detail.Add(new RecordSection($"{board.ShortTitle} in July 2026: council areas of 2024", areas));
    }
}
