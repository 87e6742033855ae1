namespace Bot.Knowledge.Records.Composing;

/// <summary>Which integrated care systems were named when.</summary>
internal static class WaveList
{
    public static RecordReply Compose(Asked asked)
    {
        var all = asked.Set.Waves.GroupBy(w => w.Named).OrderBy(g => g.Key).ToArray();
        var groups = asked.Year is { } year ? [.. all.Where(g => g.Key.Year == year)] : all;
        if (groups.Length == 0) return None(asked, all);
        var count = groups.Sum(g => g.Count());
        var text = new ShortText();
        if (asked.Year is null)
        {
            text.Add("All 42 areas of England were integrated care systems (ICSs) by 1 April 2021.");
            text.Add("The first were named in June 2017, and the list of May 2018 had 14.");
        }
        else
        {
            if (asked.Year == 2016) text.Add($"In April 2016 Greater Manchester took on devolved health and care. It was called an {Say.Ics} from February 2018.");
            else text.Add(
                asked.Year == 2017
                    ? $"In {asked.Year}, {Prose.Count(count, "area")} later called integrated care systems (ICSs) {(count == 1 ? "was" : "were")} named: {Prose.List(Names(groups))}."
                    : $"In {asked.Year}, {Prose.Count(count, "area")} {(count == 1 ? "was" : "were")} named integrated care systems (ICSs): {Prose.List(Names(groups))}.",
                $"In {asked.Year}, {Prose.Count(count, "area")} {(count == 1 ? "was" : "were")} named {(asked.Year < 2018 ? "that later were called " : "")}integrated care systems (ICSs).");
            if (asked.Year == 2017) text.Add("The name ICS dates from February 2018.");
            if (asked.Year == 2018) text.Add("With the 10 named before, there were 14 in May 2018.");
            if (asked.Year == 2019) text.Add("They took in 3 earlier systems, so there were still 14.");
            if (asked.Year == 2020) text.Add("There were 18 after May. The 11 named in December took effect on 1 April 2021.");
            if (asked.Year == 2021) text.Add("With them all 42 areas were ICSs from 1 April 2021.");
        }

        return new RecordAnswer
        {
            Heading = asked.Year is { } y ? $"Integrated care systems named in {y}" : "Integrated care systems by date",
            Short = text.ToString(),
            Points = asked.Year is null ? [.. groups.Select(g => Prose.Line($"{g.Key}: ", [.. g.Select(w => w.Name)], 1_000))] : Prose.Points(Names(groups)),
            Detail = [.. all.Select(g => new RecordSection(g.Key.ToString(), [.. g.Select(w => Chain.Named(w))]))],
            AsOf = groups[^1].Key.ToString(),
            StatusNote = "ICSs are now areas of integrated care boards, which began on 1 July 2022.",
            SourceIds = Evidence.Of(["SEED-2018", "ODS-STP19"]),
            Next = [new RecordNext("All ICSs by date", RecordIntent.Waves, RecordBook.England.Key)],
        };
    }

    private static string[] Names(IEnumerable<IGrouping<RecordDate, Wave>> groups) => [.. groups.SelectMany(g => g).Select(w => w.Name)];

    private static RecordNotHeld None(Asked asked, IGrouping<RecordDate, Wave>[] all) => new()
    {
        Heading = $"No integrated care system was named in {asked.Year}",
        Text = $"The records hold no integrated care system named in {asked.Year}. They were named between {all[0].Key} and {all[^1].Key}, when all 42 areas had become one.",
        Next = [new RecordNext("All ICSs by date", RecordIntent.Waves, RecordBook.England.Key)],
    };
}

/// <summary>How many footprints England had.</summary>
internal static class EnglandAnswer
{
    public static RecordReply Compose(Asked asked) => new RecordAnswer
    {
        Heading = "Footprints of England by date",
        Short = $"England has 36 integrated care boards (ICBs), as at July 2026. There were 44 {Say.Stp} footprints from March 2016, 42 from June 2018, and 42 ICBs from 1 July 2022.",
        Points = ["March 2016: 44", "June 2018: 42", "July 2022: 42 ICBs", "April 2026: 36 ICBs"],
        Detail = [new RecordSection("Boards, July 2026", [.. asked.Set.In(Era.Icb36).Select(f => f.Name).Order(StringComparer.Ordinal)])],
        AsOf = Say.Today,
        SourceIds = Evidence.Of(["ODS-STP19", "ODS-ICB26", "ODS-ETR26"]),
        Next = [new RecordNext("All ICSs by date", RecordIntent.Waves, RecordBook.England.Key)],
    };
}
