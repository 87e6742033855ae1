namespace Bot.Knowledge.Records.Composing;

/// <summary>Wordings that several answers share.</summary>
internal static class Say
{
    public const string Today = "July 2026";

    public const string Stp = "sustainability and transformation partnership (STP)";

    public const string Ics = "integrated care system (ICS)";

    public const string First14 = "one of the first 14 integrated care systems (ICSs)";

    public const string KindsFootnote = "The kinds of trust are our own sorting, by name; they are unverified, because no official list was at hand.";

    /// <summary>"March 2016 to June 2018", or "since April 2026".</summary>
    public static string Span(DateOnly from, DateOnly? to) =>
        to is { } end && end < Eras.Checked ? $"{RecordDate.MonthOf(from)} to {RecordDate.MonthOf(end)}" : $"Since {RecordDate.MonthOf(from)}";

    /// <summary>What an area was called on a map, with the word for what it was.</summary>
    public static string Titled(Footprint footprint, Era era) => era switch
    {
        Era.Stp44 => $"{footprint.Name} (STP footprint)",
        Era.Stp42 => $"{footprint.Name} (STP or ICS footprint)",
        _ => footprint.ShortTitle,
    };

    /// <summary>"about 75%"; empty where the whole lies in one footprint.</summary>
    public static string Share(Part part, Basis basis) => part.Percent switch
    {
        null => basis is Basis.Descent or Basis.Itself ? "" : "share not held",
        >= 99.5m => "",
        { } percent => $"about {Prose.Percent(percent)}",
    };

    public static string Of(Basis basis) => basis == Basis.Practices ? "its GP practices" : "its residents";

    public static string WithShare(Part part, Standing standing, Func<Footprint, string> title)
    {
        var share = Share(part, standing.Basis);
        return share.Length == 0 ? title(part.Footprint) : $"{title(part.Footprint)}: {share}";
    }

    public static RecordNext Ask(string label, RecordIntent intent, string key) => new(label, intent, key);

    /// <summary>The follow-ups that suit, without the one just answered.</summary>
    public static IReadOnlyList<RecordNext> Next(string key, RecordIntent asked, params RecordIntent[] wanted)
    {
        var intents = wanted.Length > 0 ? wanted : [RecordIntent.Partners, RecordIntent.Covers, RecordIntent.Became, RecordIntent.ChangedIn2026, RecordIntent.WhichFootprint];
        return [.. intents.Where(i => i != asked).Take(4).Select(i => new RecordNext(Label(i), i, key))];
    }

    private static string Label(RecordIntent intent) => intent switch
    {
        RecordIntent.WhichFootprint => "Footprint then and now",
        RecordIntent.Covers => "What the area covers",
        RecordIntent.Partners => "Who the partners are",
        RecordIntent.Status => "When it became an ICS",
        RecordIntent.Population => "How many people live there",
        RecordIntent.Became => "What became of it",
        RecordIntent.Trusts => "Trusts based there",
        RecordIntent.Councils => "Councils in the area",
        RecordIntent.Ccgs => "Its former CCGs",
        RecordIntent.ChangedIn2026 => "What changed in April 2026",
        RecordIntent.Neighbours => "Others in the same region",
        RecordIntent.Waves => "All ICSs by date",
        _ => "Compare with another area",
    };
}
