namespace Bot.Knowledge.Records.Composing;

/// <summary>How it is known where something stood.</summary>
internal enum Basis { Residents, Practices, CcgArea, HeadOffice, Itself, Descent }

/// <summary>The part of a subject that lay in one footprint.</summary>
internal sealed record Part(Footprint Footprint, decimal? Percent);

/// <summary>Where a subject stood on one map, largest part first; no parts where that is not held.</summary>
internal sealed record Standing(Era Era, IReadOnlyList<Part> Parts, Basis Basis, Area? Area = null)
{
    public bool IsHeld => Parts.Count > 0;

    public bool IsDivided => Parts.Count > 1;

    public Footprint? Main => Parts.Count > 0 ? Parts[0].Footprint : null;
}

/// <summary>Finds where a subject stood, and follows footprints from map to map.</summary>
internal sealed class Standings(RecordSet set)
{
    public Standing In(RecordSubject subject, Era era) => subject switch
    {
        PlaceSubject place => Of(place.Place, era),
        SystemSubject system => Of(system.Line, era),
        TrustSubject trust => Of(trust.Trust, era),
        _ => new Standing(era, [], Basis.Itself),
    };

    public Standing Of(Place place, Era era)
    {
        if (place.In(era) is { } area)
        {
            var basis = area.Kind switch { AreaKind.Town => Basis.Practices, AreaKind.FormerCcg or AreaKind.IcsArea => Basis.CcgArea, _ => Basis.Residents };
            return new Standing(era, [.. area.Shares[era]!.Select(s => new Part(set.Footprint(era, s.Code)!, s.Percent))], basis, area);
        }

        if (place.Leading.Kind == AreaKind.FormerCcg && FromPredecessors(place.Leading.Code, era) is { Count: > 0 } before) return new Standing(era, before, Basis.Descent);
        var earlier = Eras.All.Where(e => e < era && place.In(e) is not null).Cast<Era?>().LastOrDefault();
        return earlier is { } from ? new Standing(era, Forward(Of(place, from).Parts.Select(p => p.Footprint), from, era), Basis.Descent) : new Standing(era, [], Basis.Residents);
    }

    public Standing Of(Trust trust, Era era)
    {
        if (trust.Homes[era] is { } home) return new Standing(era, [new Part(set.Footprint(era, home)!, 100)], Basis.HeadOffice);
        var others = trust.To is not null && trust.To < era.Start() ? trust.Successors.Select(set.Trust).OfType<Trust>() : Predecessors(trust);
        var codes = others.Select(t => t.Homes[era]).OfType<string>().Distinct(StringComparer.Ordinal);
        return new Standing(era, [.. codes.Select(c => new Part(set.Footprint(era, c)!, null))], Basis.Descent);
    }

    public Standing Of(SystemLine line, Era era)
    {
        if (set.Footprint(era, line.Code) is { } own) return new Standing(era, [new Part(own, line.IsSmallSystem ? null : 100)], Basis.Itself);
        var known = Eras.All.Where(e => set.Footprint(e, line.Code) is not null).ToArray();
        if (known.Length == 0) return new Standing(era, [], Basis.Itself);
        return known[^1] < era
            ? new Standing(era, Forward([set.Footprint(known[^1], line.Code)!], known[^1], era), Basis.Descent)
            : new Standing(era, Backward(set.Footprint(known[0], line.Code)!, known[0], era), Basis.Descent);
    }

    /// <summary>The footprints of the next map that took an area over.</summary>
    public IEnumerable<Footprint> Next(Footprint footprint, Era era)
    {
        var next = era + 1;
        if (era == Era.Icb36) return [];
        if (footprint.SuccessorCodes.Count > 0) return footprint.SuccessorCodes.Select(c => set.Footprint(next, c)).OfType<Footprint>();
        return set.Footprint(next, footprint.OdsCode) is { } same ? [same] : [];
    }

    /// <summary>The footprints of the map before that went into an area, in whole or in part.</summary>
    public IEnumerable<Footprint> Before(Footprint footprint, Era era) =>
        era == Era.Stp44 ? [] : set.In(era - 1).Where(f => Next(f, era - 1).Contains(footprint)).OrderBy(f => f.OdsCode == footprint.OdsCode ? 0 : 1).ThenBy(f => f.Name, StringComparer.Ordinal);

    public IEnumerable<Trust> Predecessors(Trust trust) => set.Trusts.Where(t => t.Successors.Contains(trust.Code)).OrderBy(t => t.Name, StringComparer.Ordinal);

    private Part[] Forward(IEnumerable<Footprint> from, Era start, Era end)
    {
        var at = from.ToList();
        for (var era = start; era < end; era++) at = [.. at.SelectMany(f => Next(f, era)).Distinct()];
        return [.. at.Select(f => new Part(f, null))];
    }

    private Part[] Backward(Footprint from, Era start, Era end)
    {
        List<Footprint> at = [from];
        for (var era = start; era > end; era--) at = [.. at.SelectMany(f => Before(f, era)).Distinct()];
        return [.. at.Select(f => new Part(f, null))];
    }

    private List<Part> FromPredecessors(string ccg, Era era)
    {
        var codes = set.Ccgs.Where(c => c.Successor == ccg).Select(c => c.Footprints[era]).OfType<string>().Distinct(StringComparer.Ordinal);
        return [.. codes.Select(c => set.Footprint(era, c)).OfType<Footprint>().Select(f => new Part(f, null))];
    }
}
