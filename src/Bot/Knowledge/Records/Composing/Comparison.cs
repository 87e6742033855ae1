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

        var era = one.Eras.Count == 0 || two.Eras.Count == 0 ? Era.Stp42 : asked.Era;
        var text = new ShortText();
        if (one == two) text.Add(
            $"{Focus.HeadingName(asked)} and {Focus.HeadingName(second)} are in the same area: {one.FullTitle}.",
            $"Both are in the same area: {one.FullTitle}.");
        else if (one.Population is { } a && two.Population is { } b)
        {
            var (more, less) = a >= b ? (one, two) : (two, one);
            text.Add(
                $"{more.FullTitle} has more residents, about {Prose.Number(Math.Max(a, b))}. {less.ShortTitle} has about {Prose.Number(Math.Min(a, b))} ({one.PopulationYear}).",
                $"{more.FullTitle} has more residents, about {Prose.Number(Math.Max(a, b))}.");
        }
        else text.Add($"{one.FullTitle} and {two.ShortTitle} are compared below.", "The two areas are compared below.");

        string Row(string label, Func<Asked, Footprint, string> value) => $"{label}: {value(asked, one)} / {value(second, two)}";
        string[] rows =
        [
            Row("Area", (_, f) => f.ShortTitle),
            Row("Region", (_, f) => f.Region),
            Row("Population", (_, f) => f.Population is { } people ? $"{Prose.Number(people)} ({f.PopulationYear})" : "not held"),
            Row("NHS trusts based there", (q, f) => Prose.Number(TrustList.In(q.Set, f, era).Count())),
            Row("Councils with social care duties", (q, f) => Prose.Number(CouncilList.In(q.Set, f, era).Count)),
            Row("Named an ICS", (q, _) => Chain.Waves(q).FirstOrDefault() is { } wave ? wave.Named.ToString() : "not held"),
            Row("Changed in April 2026", (q, _) => q.In(Era.Icb42).Main == q.In(Era.Icb36).Main ? "no" : "yes"),
        ];
        return new RecordAnswer
        {
            Heading = Prose.Heading($"{Focus.HeadingName(asked)} and {Focus.HeadingName(second)} compared", "Two areas compared"),
            Short = text.ToString(),
            Points = rows,
            Detail = [new RecordSection($"{Focus.HeadingName(asked)}, step by step", Chain.Lines(asked)), new RecordSection($"{Focus.HeadingName(second)}, step by step", Chain.Lines(second))],
            AsOf = asked.IsPast ? RecordDate.MonthOf(asked.Era.End()) : Say.Today,
            Footnote = Say.KindsFootnote,
            SourceIds = Evidence.Of(["ODS-ICB26", "ODS-ETR26"], one.Sources, two.Sources),
            Next =
            [
                new RecordNext("Footprint then and now", RecordIntent.WhichFootprint, asked.Subject.Key),
                new RecordNext("The other: then and now", RecordIntent.WhichFootprint, second.Subject.Key),
            ],
        };
    }
}
