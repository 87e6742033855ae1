namespace Bot.Knowledge.Records.Composing;

internal static class NotHeld
{
    public static RecordReply Abroad(AbroadSubject abroad)
    {
        var where = abroad.Nation.EndsWith(abroad.Name, StringComparison.Ordinal) ? $"{char.ToUpperInvariant(abroad.Nation[0])}{abroad.Nation[1..]} is outside England." : $"{abroad.Name.Split(',')[0]} is in {abroad.Nation}.";
        var ask = abroad.Nation switch
        {
            "Wales" or "Scotland" => "Ask the local health board there, which runs the NHS in its area.",
            "Northern Ireland" => "Ask the local health and social care trust there.",
            _ => "Ask the health service there.",
        };
        return new RecordNotHeld { Heading = Prose.Heading($"{abroad.Name.Split(',')[0]}: not covered here"), Text = $"{where} This guide covers the NHS in England only. {ask}" };
    }

    public static RecordReply TooEarly(Asked asked) => new RecordNotHeld
    {
        Heading = Prose.Heading($"{WhichFootprint.ShortName(asked)} before 2016: not held", "Before 2016: not held"),
        Text = "These records begin on 15 March 2016, when the first 44 footprints were published. For earlier years, ask your trust secretary or your integrated care board.",
        Next = [new RecordNext("Footprint then and now", RecordIntent.WhichFootprint, asked.Subject.Key)],
    };

    public static RecordReply Of(Asked asked, string what) => new RecordNotHeld
    {
        Heading = Prose.Heading($"{WhichFootprint.ShortName(asked)}: not held", "Not held"),
        Text = $"{what} Ask the integrated care board of the area, or your trust secretary.",
        Next = [new RecordNext("Footprint then and now", RecordIntent.WhichFootprint, asked.Subject.Key)],
    };
}

internal static class Choices
{
    public static RecordReply Shared(SharedNameSubject shared) => new RecordChoice
    {
        Heading = Prose.Heading($"{shared.Name}: several places", "Several places of that name"),
        Text = $"{shared.Name} could mean {Prose.Count(shared.Options.Count, "place")}. Choose the one you mean.",
        Options = shared.Options,
    };

    public static RecordReply Boards(Asked asked, RegionSubject region) => new RecordChoice
    {
        Heading = Prose.Heading($"{region.Name}: choose an area"),
        Text = $"The {region.Name} region has {Prose.Count(Regions.Boards(asked, region.Name).Length, "integrated care board")}. Choose one.",
        Options = [.. Regions.Boards(asked, region.Name).Select(b => new RecordOption(b.BareName, Key(b)))],
    };

    public static string Key(Footprint footprint) => $"system:{footprint.OdsCode.ToLowerInvariant()}";
}
