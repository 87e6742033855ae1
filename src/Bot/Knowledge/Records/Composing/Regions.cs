namespace Bot.Knowledge.Records.Composing;

/// <summary>The boards of a region.</summary>
internal static class Regions
{
    public static Footprint[] Boards(Asked asked, string region) => [.. asked.Set.In(Era.Icb36).Where(f => f.Region == region).OrderBy(f => f.BareName, StringComparer.Ordinal)];

    public static RecordAnswer Compose(Asked asked, RegionSubject region)
    {
        var boards = Boards(asked, region.Name);
        var then = asked.Set.In(Era.Stp42).Where(f => f.Region == region.Name).Select(f => f.Name).Order(StringComparer.Ordinal).ToArray();
        var old = asked.Set.In(Era.Stp44).Where(f => f.Region == region.Name).Select(f => f.Name).Order(StringComparer.Ordinal).ToArray();
        var count = Prose.Count(boards.Length, "integrated care board (ICB)", "integrated care boards (ICBs)");
        var text = new ShortText();
        text.Add(
            $"The {region.Name} region has {count}, as at July 2026: {Prose.List([.. boards.Select(b => b.BareName)])}.",
            $"The {region.Name} region has {count}, as at July 2026.");
        text.Add($"In 2020 it had {then.Length} {Say.Stp} footprints.");
        text.Add("Name your town, borough or trust to find its own area.");
        return new RecordAnswer
        {
            Heading = Prose.Heading($"{region.Name}: its footprints", region.Name),
            Short = text.ToString(),
            Points = Prose.Points([.. boards.Select(b => b.ShortTitle)]),
            Detail =
            [
                new RecordSection("Boards, July 2026", [.. boards.Select(b => b.Name)]),
                new RecordSection("Footprints, April 2020", then),
                .. old.Length > 0 ? [new RecordSection("STP footprints, May 2018", old)] : Array.Empty<RecordSection>(),
            ],
            AsOf = Say.Today,
            SourceIds = Evidence.Of(["ODS-ICB26", "ODS-ETR26", "NHSD-GP20", "ODS-STP19"]),
            Next = [.. boards.Where(b => b.BareName.Length <= 32).Take(4).Select(b => new RecordNext(Prose.Heading(b.BareName), RecordIntent.Status, Choices.Key(b)))],
        };
    }
}

/// <summary>The other areas of the same region.</summary>
internal static class Neighbours
{
    public static RecordReply Compose(Asked asked)
    {
        if (Focus.On(asked, asked.Era) is not { } own) return Focus.Gone(asked);
        var era = own.Eras.IsEmpty ? Era.Stp42 : asked.Era;
        var others = asked.Set.In(era).Where(f => f.Region == own.Region && f.OdsCode != own.OdsCode).OrderBy(f => f.BareName, StringComparer.Ordinal).ToArray();
        var when = asked.IsPast ? $"In {asked.Year}" : "As at July 2026";
        var text = new ShortText();
        text.Add(
            $"{when} the {own.FullTitle}{(own.IsBoard ? "" : " footprint")} {(asked.IsPast ? "shared" : "shares")} the {own.Region} region with {Prose.Count(others.Length, "other area")}.",
            $"{when} the {own.Region} region has {others.Length} other areas.");
        if (asked.IsPast) Today.After(asked, text);
        text.Add("Being in the same region does not mean that they share a boundary.");
        return new RecordAnswer
        {
            Heading = Prose.Heading($"{Focus.HeadingName(asked)}: others in the region", "Others in the region"),
            Short = text.ToString(),
            Points = Prose.Points([.. others.Select(f => f.ShortTitle)]),
            Detail = [new RecordSection($"{own.Region} region", [.. others.Select(f => f.Name)])],
            AsOf = asked.IsPast ? RecordDate.MonthOf(asked.Era == Era.Stp44 ? new DateOnly(2018, 5, 1) : asked.Era.End()) : Say.Today,
            SourceIds = Evidence.Of(own.Sources, ["ODS-ICB26"]),
            Next = Say.Next(asked.Subject.Key, RecordIntent.Neighbours, RecordIntent.WhichFootprint, RecordIntent.Covers, RecordIntent.Partners, RecordIntent.Population),
        };
    }
}
