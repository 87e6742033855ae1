using Bot.Knowledge.Records.Names;

namespace Bot.Knowledge.Records.Composing;

/// <summary>Which footprint something is in: today, in May 2018, and in a year that was asked about.</summary>
internal static class WhichFootprint
{
    public static RecordReply Compose(Asked asked)
    {
        var text = new ShortText();
        if (asked.Subject is TrustSubject { Trust.IsOpenNow: false } closed) Closing.Add(asked, closed.Trust, text);
        if (asked.Era is Era.Stp42 or Era.Icb42) InYear(asked, text);
        if (asked.Era == Era.Stp44) Then.Add(asked, text);
        Today.Add(asked, text);
        if (asked.Era != Era.Stp44) Then.Add(asked, text);
        var chain = Chain.Lines(asked);
        return new RecordAnswer
        {
            Heading = Prose.Heading($"{asked.Name}: footprint then and now", $"{ShortName(asked)}: footprint then and now", $"{ShortName(asked)}: footprint", ShortName(asked)),
            Short = text.ToString(),
            Points = Prose.Points(chain),
            Detail = WhichFootprintDetail.Sections(asked, chain),
            AsOf = Say.Today,
            StatusNote = Note(asked),
            Footnote = Shares(asked),
            SourceIds = Sources(asked),
            Next = Say.Next(asked.Subject.Key, RecordIntent.WhichFootprint),
        };
    }

    public static string ShortName(Asked asked) => asked.Subject is TrustSubject trust ? TrustNames.Plain(trust.Trust.Name) : asked.Name;

    private static void InYear(Asked asked, ShortText text)
    {
        var standing = asked.In(asked.Era);
        if (standing.Main is not { } main) return;
        var lead = asked.Year == 2022 ? "From 1 July 2022" : $"In {asked.Year}";
        if (standing is { IsDivided: true, Basis: Basis.Descent })
        {
            text.Add(
                $"{lead} the area of {ShortName(asked)} lay in {Prose.List([.. standing.Parts.Select(p => p.Footprint.ShortTitle)])}.",
                $"{lead} the area of {ShortName(asked)} lay in {standing.Parts.Count} footprints, listed below.");
            return;
        }

        var place = main.IsBoard ? $"the {main.FullTitle} area" : $"{main.Name}, a {Say.Stp} or {Say.Ics} footprint";
        text.Add(
            $"{lead} {asked.Name} was {(standing.IsDivided ? "mainly " : "")}in {place}.",
            $"{lead} it was in {main.FullTitle}.",
            $"{lead} it was in the {main.BareName} area.");
    }

    private static string? Shares(Asked asked)
    {
        var divided = Eras.All.Select(asked.In).Where(s => s.Parts.Any(p => p.Percent is < 99.5m)).ToArray();
        if (divided.Length == 0) return null;
        var of = divided.Select(s => s.Basis == Basis.Practices ? "GP practices with an address there" : "residents").Distinct(StringComparer.Ordinal);
        return $"Shares are of {string.Join(", or of ", of)}. Small parts are left out.";
    }

    private static string? Note(Asked asked)
    {
        if (asked.Subject is TrustSubject { Trust: var trust })
        {
            if (trust.Services.Contains("online hospital")) return "It works online for the whole country; this is where its head office is.";
            if (trust.Kind == "ambulance") return "An ambulance trust serves several areas; this is where its head office is.";
        }

        if (asked.System2018 is { Sure: false } member) return $"That it lay in {member.System.Name} in 2018 is general knowledge, unverified.";
        if (asked.In(Era.Icb36) is { Basis: Basis.Descent } && asked.Subject is PlaceSubject) return "No 2026 record of its own is held; this follows its earlier footprint.";
        if (asked.In(Era.Stp44) is { Basis: Basis.Residents } old && old.Parts.Any(p => p.Percent is null))
            return "The split of 2016 is general knowledge, unverified, and its shares are not held.";
        return null;
    }

    private static IReadOnlyList<string> Sources(Asked asked)
    {
        var own = asked.Subject switch
        {
            PlaceSubject place => place.Place.Leading.Sources,
            TrustSubject trust => [.. trust.Trust.Sources.Take(1), "ODS-STP19"],
            _ => asked.In(Era.Icb36).Main?.Sources ?? [],
        };
        string[] seed = asked.System2018 is null ? [] : ["SEED-2018"];
        return Evidence.Of(seed, ["ODS-ICB26"], own, asked.In(Era.Stp44).Main?.Sources ?? ["ODS-STP19"]);
    }
}

/// <summary>A trust that closed names its successor first.</summary>
internal static class Closing
{
    public static void Add(Asked asked, Trust trust, ShortText text, bool inShort = false)
    {
        var successors = trust.Successors.Select(asked.Set.Trust).OfType<Trust>().ToArray();
        var closed = trust.To is { } day ? $"{trust.Name} closed on {RecordDate.Words(day)}." : $"{trust.Name} has closed.";
        var next = successors.Length == 1 ? $"Its successor is {successors[0].Name}." : $"Its successors are {Prose.List([.. successors.Select(s => s.Name)])}.";
        var shortNext = $"{(successors.Length == 1 ? "Its successor is" : "Its successors are")} {Prose.List([.. successors.Select(s => TrustNames.Plain(s.Name))])}.";
        if (inShort) text.Add($"{TrustNames.Plain(trust.Name)} closed{(trust.To is { } last ? $" on {RecordDate.Words(last)}" : "")}. {shortNext}");
        else text.Add($"{closed} {next}", $"{closed} {shortNext}");
    }
}
