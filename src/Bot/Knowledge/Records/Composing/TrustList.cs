using Bot.Knowledge.Records.Names;

namespace Bot.Knowledge.Records.Composing;

/// <summary>Trusts whose head office is in the area.</summary>
internal static class TrustList
{
    /// <param name="set">The records.</param>
    /// <param name="footprint">Where their head office is.</param>
    /// <param name="era">The map that the footprint is of.</param>
    /// <param name="year">In which they were open; null for today.</param>
    public static IEnumerable<Trust> In(RecordSet set, Footprint footprint, Era era, int? year = null)
    {
        var day = year is { } past && era != Era.Icb36 ? Day(past) : Eras.Checked;
        return set.Trusts.Where(t => t.Homes[era] == footprint.OdsCode && t.IsOpen(day)).OrderBy(t => t.Name, StringComparer.Ordinal);
    }

    public static RecordReply Compose(Asked asked)
    {
        if (Focus.On(asked, asked.Era) is not { } footprint) return Focus.Gone(asked);
        var trusts = In(asked.Set, footprint, footprint.Eras.IsEmpty ? Era.Stp42 : asked.Era, asked.Year).ToArray();
        var foundation = trusts.Count(t => t.IsFoundation);
        var when = asked.IsPast ? $"In {RecordDate.MonthOf(Day(asked.Year!.Value))}" : "As at July 2026";
        var verb = asked.IsPast ? "had" : "has";
        var text = new ShortText();
        if (asked.Subject is TrustSubject { Trust: var own }) text.Add(Itself(own));
        text.Add(
            $"{when} the {footprint.FullTitle} area {verb} {Prose.Count(trusts.Length, "NHS trust")} with a head office in it, {Of(foundation, trusts.Length)} NHS foundation trusts.",
            $"{when} the {footprint.FullTitle} area {verb} {Prose.Count(trusts.Length, "NHS trust")}, {Of(foundation, trusts.Length)} foundation trusts.",
            $"{when} the area {verb} {Prose.Count(trusts.Length, "NHS trust")}.");
        if (asked.IsPast) Today.After(asked, text);
        if (asked.IsPast) text.Add("Names are those of July 2026, or the last name for a trust that closed.");
        return new RecordAnswer
        {
            Heading = Prose.Heading($"{Focus.HeadingName(asked)}: NHS trusts", "NHS trusts in the area"),
            Short = text.ToString(),
            Points = [.. trusts.GroupBy(TrustKinds.Of).OrderBy(g => TrustKinds.Order(g.Key)).Select(g => Prose.Line($"{TrustKinds.Plural(g.Key)}: ", [.. g.Select(t => TrustNames.Plain(t.Name))], MostOfAKind))],
            Detail = [.. trusts.GroupBy(TrustKinds.Of).OrderBy(g => TrustKinds.Order(g.Key)).Select(g => new RecordSection(TrustKinds.Plural(g.Key), [.. g.Select(Line)]))],
            AsOf = Say.Today,
            StatusNote = "Ambulance trusts and some others serve several areas; each is listed where its head office is.",
            Footnote = Say.KindsFootnote,
            SourceIds = Evidence.Of(["ODS-ETR26", "ODS-ICB26"], asked.IsPast ? ["ODS-STP19"] : []),
            Next = Say.Next(asked.Subject.Key, RecordIntent.Trusts, RecordIntent.Partners, RecordIntent.Councils, RecordIntent.WhichFootprint),
        };
    }

    /// <summary>The day that a year is counted on: in May, the month of the briefing of 2018, but not before the boards of 2022 began.</summary>
    public static DateOnly Day(int year) => new(year, year == 2022 ? 7 : 5, 1);

    private const int MostOfAKind = 400;

    private static string Itself(Trust trust)
    {
        if (trust.IsOpenNow) return $"{trust.Code} is {trust.Name}.";
        return $"{trust.Code} was {trust.Name}, which {(trust.To is { } day ? $"closed on {RecordDate.Words(day)}" : "has closed")}.";
    }

    private static string Of(int some, int all) => some == all && all > 1 ? "all of them" : $"{some} of them";

    private static string Line(Trust trust) => trust.IsOpenNow ? $"{trust.Name} ({trust.Code})" : $"{trust.Name} ({trust.Code}), closed on {RecordDate.Words(trust.To!.Value)}";
}
