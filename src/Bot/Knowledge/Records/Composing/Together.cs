namespace Bot.Knowledge.Records.Composing;

/// <summary>Which footprints several places or trusts are in, on one card.</summary>
internal static class Together
{
    public static RecordReply Compose(IReadOnlyList<Asked> all)
    {
        if (all.Select(a => Composer.Compose(RecordIntent.WhichFootprint, a)).FirstOrDefault(r => r is not RecordAnswer) is { } other) return other;
        var names = Prose.List([.. all.Select(Focus.HeadingName)]);
        var boards = all.Select(a => a.In(Era.Icb36).Main).Distinct().ToArray();
        var text = new ShortText();
        if (boards is [{ } one] && !all.Any(a => a.In(Era.Icb36).IsDivided))
            text.Add($"{names} are {(all.Count == 2 ? "both" : "all")} in the {one.FullTitle} area, as at July 2026.", $"They are all in the {one.FullTitle} area, as at July 2026.");
        else foreach (var asked in all) text.Add(Now(asked, full: text.ToString().Length == 0), Now(asked, full: false));
        return FirstUse.Explain(new RecordAnswer
        {
            Heading = Prose.Heading($"{names}: footprints then and now", "Footprints then and now"),
            Short = text.ToString(),
            Points = [.. all.SelectMany(Lines)],
            Detail = [.. all.Select(a => new RecordSection(Focus.HeadingName(a), Chain.Lines(a)))],
            AsOf = Say.Today,
            Footnote = all.Any(a => Eras.All.Select(a.In).Any(s => s.Parts.Any(p => p.Percent is < 99.5m))) ? "Shares are of residents, or of GP practices for a town. Small parts are left out." : null,
            SourceIds = Evidence.Of(["ODS-ICB26", "ODS-STP19"], all.SelectMany(a => a.In(Era.Icb36).Main?.Sources ?? [])),
            Next = [.. all.Take(4).Select(a => new RecordNext(Prose.Heading($"{Focus.HeadingName(a)} by itself", "The next one by itself"), RecordIntent.WhichFootprint, a.Subject.Key))],
        });
    }

    private static string Now(Asked asked, bool full)
    {
        var (name, standing) = (Focus.HeadingName(asked), asked.In(Era.Icb36));
        if (standing.Main is not { } main) return $"No board of today is held for {name}.";
        if (asked.Subject is TrustSubject { Trust.IsOpenNow: false }) return $"{name} has closed; its area is in {main.ShortTitle}.";
        var verb = asked.Subject is TrustSubject ? "is based in" : standing.IsDivided ? "is divided; its largest part is in" : "is in";
        return full ? $"{name} {verb} the {main.FullTitle} area, as at July 2026." : $"{name} {verb} {main.ShortTitle}.";
    }

    private static IEnumerable<string> Lines(Asked asked)
    {
        var name = Focus.HeadingName(asked);
        foreach (var era in new[] { Era.Stp44, Era.Icb36 })
        {
            var standing = asked.In(era);
            var where = standing.IsHeld ? string.Join("; ", standing.Parts.Select(p => Say.WithShare(p, standing, f => Say.Titled(f, era)))) : "not held";
            yield return $"{name}, {(era == Era.Stp44 ? "May 2018" : Say.Today)}: {where}";
        }
    }
}
