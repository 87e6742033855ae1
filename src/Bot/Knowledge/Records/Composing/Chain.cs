namespace Bot.Knowledge.Records.Composing;

/// <summary>The descent of an area, one dated line for each step: STP, ICS, ICB, merged ICB.</summary>
internal static class Chain
{
    public static IReadOnlyList<string> Lines(Asked asked) => [.. All(asked).Select(l => $"{l.Step.When}: {l.Text}")];

    /// <summary>The same as cells of a table.</summary>
    public static IReadOnlyList<RecordStep> Steps(Asked asked) => [.. All(asked).Select(l => l.Step)];

    private static IEnumerable<Line> All(Asked asked)
    {
        var lines = new List<Line>();
        Stp44(asked, lines);
        foreach (var wave in Waves(asked)) lines.Add(Of(wave));
        var (stp42, icb42, icb36) = (asked.In(Era.Stp42), asked.In(Era.Icb42), asked.In(Era.Icb36));
        if (stp42.IsHeld) lines.Add(Of(asked, stp42, Era.Stp42.Start(), Era.Stp42.End()));
        var unchanged = icb42.IsHeld && icb36.IsHeld && !icb42.IsDivided && !icb36.IsDivided && icb42.Main == icb36.Main;
        if (icb42.IsHeld) lines.Add(Of(asked, icb42, Era.Icb42.Start(), unchanged ? null : Era.Icb42.End()));
        if (icb36.IsHeld && !unchanged) lines.Add(Of(asked, icb36, Era.Icb36.Start(), null, IsEnlarged(icb42, icb36) ? ", enlarged" : ""));
        return lines.OrderBy(l => l.Date);
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

    private static void Stp44(Asked asked, List<Line> lines)
    {
        var standing = asked.In(Era.Stp44);
        if (!standing.IsHeld) return;
        var end = standing.Main!.To ?? Era.Stp44.End();
        lines.Add(Of(asked, standing, Era.Stp44.Start(), end));
        var next = standing.Main.SuccessorCodes;
        if (asked.Set.Footprints.FirstOrDefault(f => f.Eras.IsEmpty && end < f.From && next.Contains(f.OdsCode)) is { } between)
            lines.Add(new Line(between.From, $"{between.Name} (STP footprint)", new RecordStep(Say.Span(between.From, between.To), "STP footprint", between.Name)));
    }

    private static Line Of(Wave wave)
    {
        var text = Named(wave);
        var what = text[(wave.Name.Length + 1)..];
        return new Line(
            new DateOnly(wave.Named.Year, wave.Named.Month, wave.Named.Day ?? 2), text,
            new RecordStep(wave.Named.ToString(), char.ToUpperInvariant(what[0]) + what[1..], wave.Name));
    }

    private static Line Of(Asked asked, Standing standing, DateOnly from, DateOnly? to, string after = "")
    {
        string Parts(Func<Footprint, string> title) => string.Join("; ", standing.Parts.Select(p => Say.WithShare(p, standing, title))) + after;
        var how = standing.Basis == Basis.Descent ? How(asked, standing) : "";
        var what = standing.Era switch { Era.Stp44 => "STP footprint", Era.Stp42 => "STP or ICS footprint", _ => "ICB" };
        return new Line(
            from, $"{Parts(f => Say.Titled(f, standing.Era))}{how}", new RecordStep(Say.Span(from, to), what, $"{Parts(f => f.BareName)}{how}"));
    }

    private static string How(Asked asked, Standing standing) => asked.Subject switch
    {
        TrustSubject { Trust: { To: { } closed, Successors.Count: var count } } when closed < standing.Era.Start() => count > 1 ? ", through its successors" : ", through its successor",
        TrustSubject => ", through its predecessors",
        _ => ", by descent of the area",
    };

    // Hampshire and Isle of Wight kept its name and code when it took in more.
    private static bool IsEnlarged(Standing old, Standing now) => old is { IsDivided: false, Main: { } before } && now is { IsDivided: false, Main: { } after } && before.OdsCode == after.OdsCode;

    private sealed record Line(DateOnly Date, string Text, RecordStep Step);
}
