namespace Bot.Knowledge.Records.Composing;

/// <summary>When an area became an integrated care system, what it is now, and whether it was a devolution area.</summary>
internal static class Status
{
    public static RecordReply Compose(Asked asked)
    {
        var chain = Chain.Lines(asked);
        var waves = Chain.Waves(asked).ToArray();
        if (chain.Count == 0) return Focus.Gone(asked);
        var text = new ShortText();
        if (asked.System2018 is { } member) First(member.System, text);
        else if (waves.Length > 0) Later(waves[0], text);
        if (asked.Set.Systems2018.Any(s => s.Devolution && s == asked.System2018?.System)) text.Add("It was 1 of 2 devolution areas among them.");
        Today.Add(asked, text);
        return new RecordAnswer
        {
            Heading = Prose.Heading($"{Focus.HeadingName(asked)}: status and dates", "Status and dates"),
            Short = text.ToString(),
            Points = Prose.Points(chain),
            Detail = [new RecordSection("Step by step", chain), .. asked.System2018 is { } m ? Places(m.System) : []],
            AsOf = Say.Today,
            StatusNote = "ICSs are not bodies in law; since 1 July 2022 each area has an integrated care board.",
            SourceIds = Evidence.Of(asked.System2018 is null ? [] : ["SEED-2018"], ["ODS-ICB26", "ODS-ETR26"], ["ODS-STP19"]),
            Next = Say.Next(asked.Subject.Key, RecordIntent.Status, RecordIntent.Covers, RecordIntent.Partners, RecordIntent.Became, RecordIntent.ChangedIn2026),
        };
    }

    public static void First(Ics2018 system, ShortText text)
    {
        var when = system.Named switch
        {
            { Year: 2018 } => $"named in {system.Named}",
            { Year: 2016 } => "with devolved health and care from April 2016",
            _ => $"named in {system.Named} as an accountable care system",
        };
        text.Add($"{system.Name} was {Say.First14}, {when}.", $"{system.Name} was {Say.First14}.");
        if (system.Named.Year < 2018) text.Add("The name ICS dates from February 2018.");
    }

    private static void Later(Wave wave, ShortText text) => text.Add(
        wave.Named < new RecordDate(2020, 12, null)
            ? $"{wave.Name} was named an {Say.Ics} {(wave.Named.Day is null ? "in" : "on")} {wave.Named}."
            : wave.Named.Year == 2020
                ? $"{wave.Name} was named an {Say.Ics} in December 2020 and became one on 1 April 2021."
                : $"{wave.Name} became an {Say.Ics} on 1 April 2021, with the last group.");

    private static IEnumerable<RecordSection> Places(Ics2018 system) =>
        [new RecordSection($"{system.Name} in May 2018, as named in the briefing", [.. system.Places.Where(p => p.Seed).Select(p => p.Name)])];
}

/// <summary>The chain from STP to the board of today.</summary>
internal static class Became
{
    public static RecordReply Compose(Asked asked)
    {
        var steps = Chain.Steps(asked);
        if (steps.Count == 0) return Focus.Gone(asked);
        var text = new ShortText();
        var stp = asked.In(Era.Stp44);
        var (old, now) = (asked.In(Era.Icb42), asked.In(Era.Icb36));
        var name = asked.System2018?.System.Name ?? stp.Main?.Name ?? Focus.HeadingName(asked);
        var (boardHas, boardHad) = asked.Subject is TrustSubject ? ("that board", "its board") : ("it", "the board");
        if (asked.Subject is TrustSubject { Trust.IsOpenNow: false } closed) Closing.Add(asked, closed.Trust, text);
        else if (asked.Subject is TrustSubject { Trust.FormerNames: [.., { Name: var before }] }) text.Add($"It was formerly {before}.");
        Today.Add(asked, text);
        if (asked.System2018 is { } member) Status.First(member.System, text);
        else if (Chain.Waves(asked).FirstOrDefault() is { } wave)
            text.Add(
                $"Its {Say.Stp}, {name}, gave way to an {Say.Ics} by 1 April 2021.",
                $"Its area became an {Say.Ics} by 1 April 2021 (named {wave.Named}).",
                $"Its area became an {Say.Ics} by 1 April 2021.");
        if (old is { IsDivided: true, Basis: Basis.Descent }) text.Add(
            $"On 1 April 2026 {boardHas} took over from {Prose.List([.. old.Parts.Select(p => p.Footprint.BareName)])}, in whole or part.",
            $"On 1 April 2026 {boardHas} took over from {Prose.Count(old.Parts.Count, "board")}, in whole or part.");
        else if (old.Main is { } first && first != now.Main) text.Add(
            $"From 1 July 2022 to 31 March 2026 {boardHad} was {first.FullTitle}.",
            $"Until 31 March 2026 {boardHad} was {first.ShortTitle}.");
        return new RecordAnswer
        {
            Heading = Prose.Heading($"{Focus.HeadingName(asked)}: what became of it", $"{Focus.HeadingName(asked)}: then and now", "What became of the area"),
            Short = text.ToString(),
            Steps = steps,
            Detail = [.. Merged(asked, now)],
            AsOf = Say.Today,
            SourceIds = Evidence.Of(asked.System2018 is null ? [] : ["SEED-2018"], ["ODS-ICB26", "ODS-ETR26", "ODS-STP19"]),
            Next = Say.Next(asked.Subject.Key, RecordIntent.Became, RecordIntent.ChangedIn2026, RecordIntent.Covers, RecordIntent.Partners, RecordIntent.Status),
        };
    }

    private static IEnumerable<RecordSection> Merged(Asked asked, Standing now) => now.Parts
        .Select(p => (p.Footprint, From: asked.Standings.Before(p.Footprint, Era.Icb36).ToArray()))
        .Where(p => p.From.Length > 1)
        .Select(p => new RecordSection($"{p.Footprint.ShortTitle} took over, in whole or part", [.. p.From.Select(f => f.ShortTitle)]));
}

/// <summary>How many people live in the area, with the year of the count.</summary>
internal static class Population
{
    public static RecordReply Compose(Asked asked)
    {
        var counted = Eras.All
            .Select(e => (Era: e, Footprint: Focus.On(asked, e)))
            .Where(c => c.Footprint?.Population is not null)
            .Select(c => (c.Era, Footprint: c.Footprint!))
            .DistinctBy(c => c.Footprint.Id).ToArray();
        if (counted.Length == 0) return NotHeld.Of(asked, $"The records hold no population for the area of {Focus.HeadingName(asked)}.");
        var wanted = counted.Where(c => c.Footprint.Eras.Contains(asked.Era)).ToArray() is [.., var exact] ? exact : counted[^1];
        var text = new ShortText();
        text.Add(Sentence(wanted.Footprint, wanted.Era, full: true), Sentence(wanted.Footprint, wanted.Era, full: false));
        if (asked.IsPast && !wanted.Footprint.Eras.Contains(asked.Era)) text.Add($"No count is held for its footprint of {asked.Year}.");
        else if (counted.Where(c => c.Footprint.Id != wanted.Footprint.Id).ToArray() is { Length: > 0 } others && others[asked.IsPast ? ^1 : 0] is var another && another.Footprint is var other)
            text.Add($"{Other(other, another.Era < wanted.Era)} had about {Prose.Number(other.Population!.Value)} ({other.PopulationYear}).");
        if (asked.Subject is PlaceSubject) text.Add($"{Focus.HeadingName(asked)} itself is not counted here.");
        return new RecordAnswer
        {
            Heading = Prose.Heading($"{Focus.HeadingName(asked)}: population of the area", "Population of the area"),
            Short = text.ToString(),
            Points = [.. counted.Select(c => $"{Say.Titled(c.Footprint, c.Era)}: about {Prose.Number(c.Footprint.Population!.Value)} ({c.Footprint.PopulationYear})")],
            Detail =
            [
                new RecordSection(
                    "How this is known",
                    ["Residents of small areas, added up and rounded to thousands", "Boards are counted from the Census of 2021, earlier footprints from yearly estimates"]),
            ],
            AsOf = wanted.Footprint.PopulationYear,
            SourceIds = Evidence.Of(counted.Any(c => c.Footprint.IsBoard) ? ["ONS-CENSUS21"] : [], counted.Any(c => !c.Footprint.IsBoard) ? ["ONS-POP"] : [], ["ODS-ICB26"]),
            Next = Say.Next(asked.Subject.Key, RecordIntent.Population, RecordIntent.Covers, RecordIntent.Partners, RecordIntent.WhichFootprint, RecordIntent.Neighbours),
        };
    }

    private static string Other(Footprint footprint, bool earlier) =>
        footprint.IsBoard ? $"The {footprint.ShortTitle} area" : $"The {(earlier ? "earlier" : "later")} footprint, {footprint.Name},";

    private static string Sentence(Footprint footprint, Era era, bool full)
    {
        var kind = era == Era.Stp44 ? $"a {Say.Stp} footprint" : "a footprint of 2020 to 2022";
        var area = footprint.IsBoard ? $"the {footprint.FullTitle} area" : full ? $"{footprint.Name}, {kind}" : footprint.Name;
        return $"About {Prose.Number(footprint.Population!.Value)} people lived in {area} ({footprint.PopulationYear}).";
    }
}
