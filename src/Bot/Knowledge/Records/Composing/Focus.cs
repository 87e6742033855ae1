namespace Bot.Knowledge.Records.Composing;

/// <summary>The footprints that an answer about an area speaks of, whatever was asked about.</summary>
internal static class Focus
{
    /// <summary>Today's board; null where the area is divided by descent or not held.</summary>
    public static Footprint? Board(Asked asked) => asked.In(Era.Icb36) is { IsHeld: true } now && !(now.IsDivided && now.Basis == Basis.Descent) ? now.Main : null;

    /// <summary>The footprint of May 2018, or the merged one of June 2018 for what began with it.</summary>
    public static Footprint? Stp(Asked asked)
    {
        var then = asked.In(Era.Stp44);
        if (then.Basis != Basis.Descent || then.Parts.Count == 1) return then.Main;
        return asked.Set.Footprints.FirstOrDefault(f => f.Eras.IsEmpty && then.Parts.All(p => p.Footprint.SuccessorCodes.Contains(f.OdsCode))) ?? null;
    }

    public static Footprint? On(Asked asked, Era era) => era switch
    {
        Era.Icb36 => Board(asked),
        Era.Stp44 => Stp(asked),
        _ => asked.In(era) is { IsDivided: true, Basis: Basis.Descent } ? null : asked.In(era).Main,
    };

    /// <summary>"which includes Barnsley" for a place or trust; empty for a system.</summary>
    public static string Includes(Asked asked, Standing standing) => asked.Subject switch
    {
        SystemSubject { Line.IsSmallSystem: false } => "",
        _ => standing.IsDivided ? $", which holds most of {WhichFootprint.ShortName(asked)}," : $", which includes {WhichFootprint.ShortName(asked)},",
    };

    public static string HeadingName(Asked asked) => WhichFootprint.ShortName(asked);

    /// <summary>The area lay in several footprints at the time: the person picks one.</summary>
    public static RecordReply Gone(Asked asked) => asked.In(asked.Era) is { IsDivided: true } divided
        ? new RecordChoice
        {
            Heading = Prose.Heading($"{HeadingName(asked)}: several areas", "Several areas"),
            Text = asked.IsPast
                ? $"In {asked.Year} the area of {HeadingName(asked)} lay in {Prose.Count(divided.Parts.Count, "footprint")}. Choose the one you mean."
                : $"{HeadingName(asked)} was divided in April 2026 between {Prose.Count(divided.Parts.Count, "integrated care board")}. Choose the one you mean, or ask with a year such as 2018.",
            Options = [.. divided.Parts.Select(p => new RecordOption(p.Footprint.BareName, Choices.Key(p.Footprint)))],
        }
        : NotHeld.Of(asked, $"The records hold no footprint of that time for {asked.Name}.");
}
