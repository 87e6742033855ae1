namespace Bot.Knowledge.Records.Composing;

/// <summary>The sentences that say where something stood in May 2018, or in a year of the first map.</summary>
internal static class Then
{
    public static void Add(Asked asked, ShortText text)
    {
        var standing = asked.In(Era.Stp44);
        if (standing.Main is not { } stp)
        {
            text.Add("No record for 2018 is held.");
            return;
        }

        var lead = asked.Era == Era.Stp44 && asked.Year is { } year and not 2018 ? $"In {year}" : "In May 2018";
        var subject = Subject(asked, text);
        if (asked.Year == 2019 && stp.To < new DateOnly(2019, 1, 1) && asked.Set.Footprints.FirstOrDefault(f => f.Eras.IsEmpty) is { } merged)
        {
            text.Add($"{lead} {subject} {merged.Name}, a {Say.Stp} footprint.");
            return;
        }

        if (asked.Year is 2016 or 2017 && asked.Subject is SystemSubject { Line.IsSmallSystem: false } && stp.Name == asked.Name)
            text.Add($"{lead} {stp.Name} was a {PlanOrPartnership(asked.Year)} (STP) footprint.");
        else if (asked.Year is 2016 or 2017) text.Add(
            $"{lead} {subject} {stp.Name}, a {PlanOrPartnership(asked.Year)} (STP) footprint.",
            $"{lead} {subject} the {stp.Name} footprint.");
        else if (standing.IsDivided && (standing.Parts[0].Percent is null or < 95) && !IsListed(asked, standing)) Divided(asked, standing, lead, subject, text);
        else if (asked.System2018 is { } member) InSystem(asked, member, stp, lead, subject, text);
        else WithoutSystem(asked, stp, lead, subject, text);
    }

    // A town that was named among a system's places was in it, although some of its practices lie over the border.
    private static bool IsListed(Asked asked, Standing standing) => standing.Basis == Basis.Practices && asked.System2018 is { System.Whole: false };

    private static string Subject(Asked asked, ShortText text)
    {
        var name = text.ToString().Length == 0 ? WhichFootprint.ShortName(asked) : "it";
        return asked.Subject switch
        {
            SystemSubject { Line.IsSmallSystem: false } => $"{(name == "it" ? "the area" : name)} was",
            TrustSubject => asked.In(Era.Stp44).Basis == Basis.Descent ? "its predecessors were in" : $"{name} was based in",
            _ => $"{name} was in",
        };
    }

    private static void InSystem(Asked asked, IcsMembership member, Footprint stp, string lead, string subject, ShortText text)
    {
        var system = member.System;
        var part = $"{(system.Name == stp.Name ? "That" : stp.Name)}";
        if (system.Whole && system.Name == stp.Name)
        {
            var first = asked.Subject is SystemSubject ? $"{lead} {subject} the {stp.Name} footprint." : $"{lead} {subject} {stp.Name}.";
            text.Add(
                $"{first} {part} {Say.Stp} footprint was {Say.First14}.",
                $"{lead} {subject} {stp.Name}, {Say.First14}.",
                $"{lead} {subject} {stp.Name}, an integrated care system (ICS).",
                $"{lead}: {stp.Name}, an integrated care system.");
            return;
        }

        var how = asked.Subject is SystemSubject ? $"{lead} {system.Name} was {Say.First14}." : $"{lead} {subject} {system.Name}, {Say.First14}.";
        if (member.Town is { } town) how = $"{lead} its town, {town}, was in {system.Name}, {Say.First14}.";
        var around = system.Whole ? $"Its footprint was the {stp.Name} {Say.Stp}." : $"That was part of the {stp.Name} {Say.Stp} footprint.";
        text.Add(
            $"{how} {around}",
            $"{how} {(system.Whole ? "Its footprint was" : "That was part of the footprint")} {stp.Name}.",
            how,
            $"{lead} {subject} {system.Name}, an integrated care system (ICS).",
            $"{lead}: {system.Name}, an integrated care system.");
    }

    private static void WithoutSystem(Asked asked, Footprint stp, string lead, string subject, ShortText text)
    {
        var the = asked.Subject is SystemSubject { Line.IsSmallSystem: false } ? $"the {stp.Name} footprint, a {Say.Stp}" : $"{stp.Name}, a {Say.Stp} footprint";
        if (!text.Add($"{lead} {subject} {the}.", $"{lead} {subject} the {stp.Name} footprint.", $"{lead}: the {stp.Name} footprint.")) return;
        if (asked.Beside.ToArray() is { Length: > 0 } beside)
        {
            var names = Prose.List([.. beside.Select(s => s.Name)]);
            text.Add(
                $"Part of that footprint, {names}, was already an {Say.Ics}.",
                $"Parts of it were already integrated care systems (ICSs): {names}.");
            return;
        }

        if (Chain.Waves(asked).FirstOrDefault() is not { } wave) return;
        var when = wave.Named >= new RecordDate(2020, 12, null) ? "1 April 2021" : wave.Named.ToString();
        var what = stp.SuccessorCodes.Contains(wave.Code) ? "That area" : $"Its next footprint, {wave.Name},";
        text.Add($"{what} became an {Say.Ics} {(when.Split(' ').Length == 3 ? "on" : "in")} {when}.");
    }

    private static void Divided(Asked asked, Standing standing, string lead, string subject, ShortText text)
    {
        var parts = standing.Parts.Select(p => p.Percent is { } percent ? $"{p.Footprint.Name} (about {Prose.Percent(percent)})" : p.Footprint.Name).ToArray();
        var it = subject.StartsWith("it", StringComparison.Ordinal) ? "it" : WhichFootprint.ShortName(asked);
        var predecessors = standing.Basis == Basis.Descent;
        var of = standing.Parts[0].Percent is null ? "" : $", by {Say.Of(standing.Basis)["its ".Length..]}";
        text.Add(
            $"{lead} {(predecessors ? "the predecessors of this area were in" : $"{it} was divided between")} the {Say.Stp} footprints {Prose.List(parts)}{of}.",
            $"{lead} {(predecessors ? "its predecessors were in" : $"{it} was divided between")} the footprints {Prose.List(parts)}{of}.",
            $"{lead} {(predecessors ? "its predecessors were in" : $"{it} was divided between")} {Prose.List(parts)}{of}.",
            $"{lead} {it} was divided between {standing.Parts.Count} footprints, listed below.");
        if (asked.System2018 is { } member) text.Add($"{member.System.Name} was {Say.First14}.", $"{member.System.Name} was an {Say.Ics}.");
    }

    private static string PlanOrPartnership(int? year) => year == 2016 ? "sustainability and transformation plan" : "sustainability and transformation partnership";
}
