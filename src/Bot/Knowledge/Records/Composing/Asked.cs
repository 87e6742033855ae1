using Bot.Knowledge.Records.Names;

namespace Bot.Knowledge.Records.Composing;

/// <summary>One question to the records, with the knowledge that every answer needs.</summary>
internal sealed record Asked(RecordSet Set, Standings Standings, RecordSubject Subject, int? Year, RecordSubject? Other)
{
    public string Name => Subject.Name;

    /// <summary>The map of the year asked about; today's without a year.</summary>
    public Era Era => Year is { } year ? Eras.Of(year) ?? Era.Stp44 : Era.Icb36;

    /// <summary>A year was asked about in which the boards of today did not exist yet.</summary>
    public bool IsPast => Era != Era.Icb36;

    public Standing In(Era era) => Standings.In(Subject, era);

    /// <summary>The system of 2018 that the subject was, or lay in; null where there was none or it is not known.</summary>
    public IcsMembership? System2018
    {
        get
        {
            if (Subject is SystemSubject { Line.System: { } own }) return new IcsMembership(own, true);
            var then = In(Era.Stp44);
            if (then.Main is not { } stp || then is { IsDivided: true, Basis: Basis.Descent }) return null;
            return Set.Systems2018.Where(s => s.ParentCode == stp.OdsCode).Select(Membership).FirstOrDefault(m => m is not null);
        }
    }

    /// <summary>Systems of 2018 that covered only other parts of the subject's footprint.</summary>
    public IEnumerable<Ics2018> Beside =>
        In(Era.Stp44) is { Main: { } stp } then && !(then.IsDivided && then.Basis == Basis.Descent) ? Set.Systems2018.Where(s => !s.Whole && s.ParentCode == stp.OdsCode && s != System2018?.System) : [];

    private IcsMembership? Membership(Ics2018 system)
    {
        if (system.Whole) return new IcsMembership(system, true);
        return Subject switch
        {
            PlaceSubject place => Listed(system, place.Place.Name) ?? Ccg(system, place.Place),
            TrustSubject trust => (Listed(system, trust.Trust.Town) is { } town ? town with { Town = trust.Trust.Town } : null)
                ?? (trust.Trust.ShortName.StartsWith(system.Name, StringComparison.Ordinal) ? new IcsMembership(system, false) : null),
            _ => null,
        };
    }

    private static IcsMembership? Listed(Ics2018 system, string name)
    {
        var slug = Spelling.Slug(name.Split(',')[0]);
        if (system.Places.FirstOrDefault(p => Spelling.Slug(p.Name) == slug) is { } listed) return new IcsMembership(system, listed.Seed);
        return slug.Length > 4 && Spelling.Slug(system.Name).Contains(slug, StringComparison.Ordinal) ? new IcsMembership(system, true) : null;
    }

    // "Fylde and Wyre" is in if both are; "Newbury and District" because the CCG that took it over bears the system's name.
    private IcsMembership? Ccg(Ics2018 system, Place place)
    {
        if (place.Areas.FirstOrDefault(a => a.Kind == AreaKind.FormerCcg) is not { } area || Set.Ccg(area.Code) is not { } ccg) return null;
        var names = new[] { ccg.BareName, ccg.Successor is { } next ? Set.Ccg(next)?.BareName ?? "" : "" };
        if (names.Contains(system.Name)) return new IcsMembership(system, true);
        var parts = ccg.BareName.Split(" and ").Select(p => Listed(system, p)).ToArray();
        return parts.All(p => p is not null) ? new IcsMembership(system, parts.All(p => p!.Sure)) : null;
    }
}

/// <summary>A system of 2018 and how sure it is that the subject lay in it.</summary>
/// <param name="Town">For a trust: the town through which it is known.</param>
internal sealed record IcsMembership(Ics2018 System, bool Sure, string? Town = null);
