namespace Bot.Knowledge.Records.Composing;

/// <summary>The folded part: every row of the name, and how it is known.</summary>
internal static class WhichFootprintDetail
{
    public static IReadOnlyList<RecordSection> Sections(Asked asked, IReadOnlyList<string> chain)
    {
        var sections = new List<RecordSection> { new("Step by step", chain) };
        var place = asked.Subject switch { PlaceSubject p => p.Place, SystemSubject s => s.Place, _ => null };
        if (place is not null)
        {
            foreach (var area in place.Areas) sections.Add(new RecordSection(Title(area, place), [.. Rows(asked, area)]));
        }

        if (asked.Beside.ToArray() is { Length: > 0 } beside)
            sections.Add(new RecordSection("Smaller systems in the STP footprint, May 2018", [.. beside.Select(b => $"{b.Name}: {Prose.List([.. b.Places.Where(p => p.Seed).Select(p => p.Name)])}")]));
        if (asked.Subject is TrustSubject trust) sections.AddRange(Of(asked, trust.Trust));
        sections.Add(new RecordSection("How this is known", [How(asked)]));
        return sections;
    }

    private static string Title(Area area, Place place)
    {
        var name = place.LiesIn is not null ? area.Name : place.Name;
        return area.Kind switch
        {
            AreaKind.Town => $"{name}, postal town",
            AreaKind.FormerCcg => $"{name}, former CCG area",
            AreaKind.IcsArea => $"{name}, as named in the list of systems of 2018",
            _ => $"{name}, {area.Type}",
        };
    }

    private static IEnumerable<string> Rows(Asked asked, Area area)
    {
        foreach (var era in Eras.All)
        {
            var span = Say.Span(era.Start(), era == Era.Icb36 ? null : era.End());
            if (area.Shares[era] is not { } shares)
            {
                yield return $"{span}: not held";
                continue;
            }

            var basis = area.Kind == AreaKind.Town ? Basis.Practices : Basis.Residents;
            var standing = new Standing(era, [.. shares.Select(s => new Part(asked.Set.Footprint(era, s.Code)!, s.Percent))], basis);
            yield return $"{span}: {string.Join("; ", standing.Parts.Select(p => Say.WithShare(p, standing, f => f.ShortTitle)))}";
        }

        if (area.Unverified) yield return "Part of this row is general knowledge, unverified";
    }

    private static IEnumerable<RecordSection> Of(Asked asked, Trust trust)
    {
        var lists = asked.Set.Partners.Where(p => p.Code == trust.Code && p.Kind == "NHS trust")
            .Select(p => $"{asked.Set.Footprints.First(f => f.Id == p.FootprintId).Name}, as at {p.AsAt}").ToArray();
        if (lists.Length > 0) yield return new RecordSection("STP partner lists that name the trust", lists);
        if (trust.FormerNames.Count > 0) yield return new RecordSection("Former names", [.. trust.FormerNames.Select(f => f.Name)]);
        var before = asked.Standings.Predecessors(trust).ToArray();
        if (before.Length > 0) yield return new RecordSection("Trusts that became part of it", [.. before.Select(b => b.To is { } day ? $"{b.Name}, closed on {RecordDate.Words(day)}" : b.Name)]);
    }

    private static string How(Asked asked) => asked.Subject switch
    {
        TrustSubject { Trust.Kind: "ambulance" } => "A trust is shown where its head office is; an ambulance trust serves several areas",
        TrustSubject => "A trust is shown where its head office is; it may also serve people of other areas",
        SystemSubject => "The codes of the Organisation Data Service (ODS) link an area from map to map",
        PlaceSubject { Place.Leading.Kind: AreaKind.Town } => "A postal town is placed by the addresses of GP practices, and some of these may lie across a boundary",
        PlaceSubject { Place.Leading.Kind: AreaKind.FormerCcg } => "A former clinical commissioning group (CCG) area belonged to one footprint at a time",
        _ => "A council area is placed by where its residents live; parts under 1% are left out",
    };
}
