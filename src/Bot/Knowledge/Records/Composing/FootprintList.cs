namespace Bot.Knowledge.Records.Composing;

/// <summary>Every footprint of one map by name.</summary>
internal static class FootprintList
{
    public static RecordAnswer Compose(Asked asked)
    {
        var era = asked.Era;
        var names = asked.Set.In(era).Select(f => f.IsBoard ? f.BareName : f.Name).Order(StringComparer.Ordinal).ToArray();
        var count = names.Length;
        return new RecordAnswer
        {
            Heading = era.IsBoard() ? $"The {count} integrated care boards of {Months(era)}" : $"The {count} footprints of {Months(era)}",
            Short = Sentence(era, count),
            Points = Prose.Points(names),
            Detail = [.. asked.Set.In(era).GroupBy(f => f.Region).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new RecordSection($"{g.Key} region", [.. g.Select(f => f.ShortTitle).Order(StringComparer.Ordinal)]))],
            AsOf = era == Era.Icb36 ? Say.Today : RecordDate.MonthOf(era.Start()),
            StatusNote = era == Era.Icb36 ? "As in the register of July 2026. Nothing later was checked." : "A later map replaced this one; today there are 36 boards.",
            SourceIds = Evidence.Of(asked.Set.In(era).SelectMany(f => f.Sources)),
            Next = [.. Eras.All.Where(e => e != era).Reverse().Select(e => new RecordNext(Label(e), RecordIntent.Lists, new EnglandSubject(e.Start().Year).Key)).Append(new RecordNext("All ICSs by date", RecordIntent.Waves, RecordBook.England.Key))],
        };
    }

    private static string Sentence(Era era, int count) => era switch
    {
        Era.Stp44 => $"England had {count} {Say.Stp} footprints from 15 March 2016. They are listed below by name, and by region in the detail.",
        Era.Stp42 => $"England had {count} footprints from April 2020. All {count} were integrated care systems (ICSs) by 1 April 2021.",
        Era.Icb42 => $"England had {count} integrated care boards (ICBs) from 1 July 2022 to 31 March 2026.",
        _ => $"England has {count} integrated care boards (ICBs), as at July 2026. The boards in this list began on 1 July 2022 or on 1 April 2026.",
    };

    private static string Label(Era era) => $"The {era.Count()} of {Months(era)}";

    private static string Months(Era era) => RecordDate.MonthOf(era.Start());
}
