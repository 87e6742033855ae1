namespace Bot.Knowledge.Records.Composing;

/// <summary>Two areas side by side.</summary>
internal static class Comparison
{
    public static RecordReply Compose(Asked asked)
    {
        if (asked.Other is null) return NotHeld.Of(asked, "To compare, name two areas.");
        if (asked.Other is SharedNameSubject shared) return Choices.Shared(shared);
        if (asked.Other is AbroadSubject abroad) return NotHeld.Abroad(abroad);
        var second = asked with { Subject = asked.Other, Other = null };
        if (Focus.On(asked, asked.Era) is not { } one) return Focus.Gone(asked);
        if (Focus.On(second, asked.Era) is not { } two) return Focus.Gone(second);

        var era = one.Eras.IsEmpty || two.Eras.IsEmpty ? Era.Stp42 : asked.Era;
        var text = new ShortText();
        if (one == two) text.Add(
            $"{Focus.HeadingName(asked)} and {Focus.HeadingName(second)} {(asked.IsPast ? "were" : "are")} in the same area: {one.FullTitle}.",
            $"Both {(asked.IsPast ? "were" : "are")} in the same area: {one.FullTitle}.");
        else Residents(one, two, text);
        Trusts(asked, one, two, era, text);
        if (asked.IsPast) After(asked, second, text);

        string Row(string label, Func<Asked, Footprint, string> value) => $"{label}: {value(asked, one)} / {value(second, two)}";
        string[] rows =
        [
            Row("Area", (_, f) => f.ShortTitle),
            Row("Region", (_, f) => f.Region),
            Row("Population", (_, f) => f.Population is { } people ? $"{Prose.Number(people)} ({f.PopulationYear})" : "not held"),
            Row("NHS trusts based there", (q, f) => Prose.Number(TrustList.In(q.Set, f, era, q.Year).Count())),
            Row(asked.IsPast ? $"Councils with social care duties, of {(era.IsBoard() ? 2024 : 2021)}" : "Councils with social care duties", (q, f) => Prose.Number(CouncilList.In(q.Set, f, era).Count)),
            Row("Named an ICS or its forerunner", (q, _) => Chain.Waves(q).FirstOrDefault() is { } wave ? wave.Named.ToString() : "not held"),
            Row("Changed in April 2026", (q, _) => q.In(Era.Icb42).Main == q.In(Era.Icb36).Main ? "no" : "yes"),
        ];
        return new RecordAnswer
        {
            Heading = Heading(asked, second),
            Short = text.ToString(),
            Points = rows,
            Detail = [new RecordSection($"{Focus.HeadingName(asked)}, step by step", Chain.Lines(asked)), new RecordSection($"{Focus.HeadingName(second)}, step by step", Chain.Lines(second))],
            AsOf = asked.IsPast ? RecordDate.MonthOf(asked.Era.End()) : Say.Today,
            SourceIds = Evidence.Of(["ODS-ICB26", "ODS-ETR26"], one.Sources, two.Sources),
            Next =
            [
                new RecordNext("Footprint then and now", RecordIntent.WhichFootprint, asked.Subject.Key),
                new RecordNext("The other: then and now", RecordIntent.WhichFootprint, second.Subject.Key),
            ],
        };
    }

    private static void After(Asked asked, Asked second, ShortText text)
    {
        if (Focus.Board(asked) is { } one && Focus.Board(second) is { } two)
            text.Add(one == two ? $"Today both are in {one.ShortTitle}." : $"Today they are in {one.ShortTitle} and {two.ShortTitle}.", "Both have boards of other names today.");
    }

    private static string Heading(Asked one, Asked two)
    {
        var (a, b) = (Focus.HeadingName(one), Focus.HeadingName(two));
        return Prose.Heading(one.Subject is SystemSubject && two.Subject is SystemSubject ? $"{a} compared with {b}" : $"The areas of {a} and {b} compared", $"The areas of {a} and {b}", "Two areas compared");
    }

    private static void Residents(Footprint one, Footprint two, ShortText text)
    {
        if (one.Population is { } a && two.Population is { } b)
        {
            var (more, less) = a >= b ? (one, two) : (two, one);
            text.Add(
                $"The {more.FullTitle} area has more residents, about {Prose.Number(Math.Max(a, b))}. The {less.ShortTitle} area has about {Prose.Number(Math.Min(a, b))} ({one.PopulationYear}).",
                $"The {more.FullTitle} area has more residents, about {Prose.Number(Math.Max(a, b))} ({one.PopulationYear}).",
                $"{more.FullTitle} has more residents, about {Prose.Number(Math.Max(a, b))} ({one.PopulationYear}).");
        }
        else if ((one.Population is null ? two : one) is { Population: { } only } held)
            text.Add($"A population is held only for {held.FullTitle}, about {Prose.Number(only)} ({held.PopulationYear}).", "A population is held for one of the two only.");
    }

    private static void Trusts(Asked asked, Footprint one, Footprint two, Era era, ShortText text)
    {
        if (one == two) return;
        var (a, b) = (TrustList.In(asked.Set, one, era, asked.Year).Count(), TrustList.In(asked.Set, two, era, asked.Year).Count());
        var when = asked.IsPast ? $"In {RecordDate.MonthOf(TrustList.Day(asked.Year!.Value))}" : "As at July 2026";
        var had = asked.IsPast ? "had" : "has";
        text.Add(
            $"{when} {one.ShortTitle} {had} {Prose.Count(a, "NHS trust")} based in it and {two.ShortTitle} {had} {Prose.Number(b)}.",
            $"{when} they {(asked.IsPast ? "had" : "have")} {Prose.Number(a)} and {Prose.Count(b, "NHS trust")} based there.");
    }
}
