namespace Bot.Knowledge.Records.Composing;

/// <summary>The descent of an area, one dated line for each step: STP, ICS, ICB, merged ICB.</summary>
internal static class Chain
{
    public static IReadOnlyList<string> Lines(Asked asked)
    {
        var lines = new List<(DateOnly Date, string Text)>();
        Stp44(asked, lines);
        foreach (var wave in Waves(asked)) lines.Add((new DateOnly(wave.Named.Year, wave.Named.Month, wave.Named.Day ?? 2), $"{wave.Named}: {Named(wave)}"));
        var (stp42, icb42, icb36) = (asked.In(Era.Stp42), asked.In(Era.Icb42), asked.In(Era.Icb36));
        if (stp42.IsHeld) lines.Add(Line(stp42, Era.Stp42.Start(), Era.Stp42.End()));
        var unchanged = icb42.IsHeld && icb36.IsHeld && !icb42.IsDivided && !icb36.IsDivided && icb42.Main == icb36.Main;
        if (icb42.IsHeld) lines.Add(Line(icb42, Era.Icb42.Start(), unchanged ? null : Era.Icb42.End()));
        if (icb36.IsHeld && !unchanged) lines.Add(Line(icb36, Era.Icb36.Start(), null));
        return [.. lines.OrderBy(l => l.Date).Select(l => l.Text)];
    }

    /// <summary>When the areas that the subject lay in were named systems.</summary>
    public static IEnumerable<Wave> Waves(Asked asked)
    {
        var codes = new List<string>();
        if (asked.System2018 is { } member) codes.AddRange([member.System.Id, .. member.System.Whole ? [member.System.ParentCode] : Array.Empty<string>()]);
        if (asked.In(Era.Stp44) is { Main: { } old } then && !IsUnion(then) && asked.Set.Systems2018.Any(s => s.Whole && s.ParentCode == old.OdsCode)) codes.Add(old.OdsCode);
        if (asked.In(Era.Stp42) is { Main: { } stp } later && !IsUnion(later)) codes.Add(stp.OdsCode);
        return asked.Set.Waves.Where(w => codes.Contains(w.Code)).OrderBy(w => w.Named);
    }

    // A board of 2026 came from several areas, and none of them speaks for it.
    private static bool IsUnion(Standing standing) => standing is { IsDivided: true, Basis: Basis.Descent };

    public static string Named(Wave wave) => (wave.Named.Year, wave.Named.Month) switch
    {
        (2016, _) => $"{wave.Name} took on devolved health and care; called an ICS from February 2018",
        (2017, _) when wave.Name == "Surrey Heartlands" => $"{wave.Name} became a devolution area; called an ICS from February 2018",
        (2017, _) => $"{wave.Name} named an accountable care system; called an ICS from February 2018",
        (2020, 12) => $"{wave.Name} named an ICS, with effect from 1 April 2021",
        (2021, _) => $"{wave.Name} became an ICS, with the last group",
        _ => $"{wave.Name} named an ICS",
    };

    private static void Stp44(Asked asked, List<(DateOnly, string)> lines)
    {
        var standing = asked.In(Era.Stp44);
        if (!standing.IsHeld) return;
        var end = standing.Main!.To ?? Era.Stp44.End();
        lines.Add(Line(standing, Era.Stp44.Start(), end));
        var next = standing.Main.SuccessorCodes;
        if (asked.Set.Footprints.FirstOrDefault(f => f.Eras.Count == 0 && end < f.From && next.Contains(f.OdsCode)) is { } between)
            lines.Add((between.From, $"{Say.Span(between.From, between.To)}: {between.Name} (STP footprint)"));
    }

    private static (DateOnly, string) Line(Standing standing, DateOnly from, DateOnly? to)
    {
        var parts = standing.Parts.Select(p => Say.WithShare(p, standing, f => Say.Titled(f, standing.Era)));
        var how = standing.Basis == Basis.Descent ? " (by descent of the area)" : "";
        return (from, $"{Say.Span(from, to)}: {string.Join("; ", parts)}{how}");
    }
}
