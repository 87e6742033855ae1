namespace Bot.Knowledge.Records.Composing;

/// <summary>Picks the template, after what cannot be answered as asked has been turned away or narrowed.</summary>
internal static class Composer
{
    private const int FirstYear = 2016;

    public static RecordReply Compose(RecordIntent intent, Asked asked) => asked.Subject switch
    {
        AbroadSubject abroad => NotHeld.Abroad(abroad),
        SharedNameSubject shared => Choices.Shared(shared),
        _ when asked.Year < FirstYear => NotHeld.TooEarly(asked),
        EnglandSubject england => OfEngland(intent, asked with { Year = asked.Year ?? england.Year }),
        RegionSubject region => OfRegion(intent, asked, region),
        _ => Finish(Of(intent, intent == RecordIntent.WhichFootprint ? AsPlace(asked) : asked), asked),
    };

    /// <summary>"Essex" and "Nottinghamshire" are systems and counties. Where the two did not always have the same border, the county is meant by "in".</summary>
    private static Asked AsPlace(Asked asked)
    {
        if (asked.Subject is not SystemSubject { Place: { } place } system || place.Areas.All(a => a.Kind is AreaKind.FormerCcg or AreaKind.Town)) return asked;
        var same = !system.Line.IsSmallSystem && place.Areas.All(a => a.Shares.Values.All(s => s.Count == 1 && s[0].Code == system.Line.Code));
        return same ? asked : asked with { Subject = new PlaceSubject(system.Key, place.Name, place) };
    }

    private static RecordReply Of(RecordIntent intent, Asked asked) => intent switch
    {
        RecordIntent.WhichFootprint => WhichFootprint.Compose(asked),
        RecordIntent.Covers => Covers.Compose(asked),
        RecordIntent.Partners => Partners.Compose(asked),
        RecordIntent.Status => Status.Compose(asked),
        RecordIntent.Population => Population.Compose(asked),
        RecordIntent.Became => Became.Compose(asked),
        RecordIntent.Trusts => TrustList.Compose(asked),
        RecordIntent.Councils => CouncilList.Compose(asked),
        RecordIntent.Ccgs => CcgList.Compose(asked),
        RecordIntent.ChangedIn2026 => Changed.Compose(asked),
        RecordIntent.Neighbours => Neighbours.Compose(asked),
        RecordIntent.Waves => asked.Year is null ? Status.Compose(asked) : WaveList.Compose(asked),
        _ => Comparison.Compose(asked),
    };

    private static RecordReply OfEngland(RecordIntent intent, Asked asked) => intent switch
    {
        RecordIntent.Waves => WaveList.Compose(asked),
        RecordIntent.Lists => FirstUse.Explain(FootprintList.Compose(asked)),
        _ => EnglandAnswer.Compose(asked),
    };

    private static RecordReply OfRegion(RecordIntent intent, Asked asked, RegionSubject region) => intent switch
    {
        RecordIntent.Waves => WaveList.Compose(asked),
        RecordIntent.WhichFootprint or RecordIntent.Covers or RecordIntent.Neighbours or RecordIntent.Status => FirstUse.Explain(Regions.Compose(asked, region)),
        _ => Choices.Boards(asked, region),
    };

    private static RecordReply Finish(RecordReply reply, Asked asked)
    {
        if (reply is not RecordAnswer answer) return reply;
        if (asked.Subject is PlaceSubject { Place.LiesIn: { } around } place)
            answer = answer with { Footnote = string.Join(' ', new[] { $"That {place.Name} lies in {around} is general knowledge, unverified.", answer.Footnote }.OfType<string>()) };
        if (asked.Year > Eras.Checked.Year) answer = answer with { StatusNote = "Nothing later than July 2026 was checked." };
        return FirstUse.Explain(answer);
    }
}
