namespace Bot.Knowledge.Records.Composing;

/// <summary>The sentence that says where something stands today, as the register of July 2026 shows it.</summary>
internal static class Today
{
    private const string AsAt = "as at " + Say.Today;

    public static void Add(Asked asked, ShortText text)
    {
        var standing = asked.In(Era.Icb36);
        if (standing.Main is not { } main)
        {
            text.Add($"The records hold no board of today for {WhichFootprint.ShortName(asked)}.");
            return;
        }

        var closed = asked.Subject is TrustSubject { Trust.IsOpenNow: false };
        if (closed) Successors(asked, standing, main, text);
        else if (asked.Subject is SystemSubject system) Of(system, standing, main, text);
        else if (standing.Basis == Basis.Descent) ByDescent(asked, standing, main, text);
        else if (standing.IsDivided && (standing.Parts[0].Percent is null or < 95)) Divided(asked, standing, text);
        else Whole(asked, main, standing.IsDivided, text);
    }

    /// <summary>What came after, behind an answer about the past.</summary>
    public static void After(Asked asked, ShortText text)
    {
        if (asked.In(Era.Icb36) is not { Main: { } main } standing) return;
        if (standing is { IsDivided: true, Basis: Basis.Descent })
            text.Add($"Today its area lies in {standing.Parts.Count} integrated care board (ICB) areas.");
        else text.Add($"Its board today is the {main.FullTitle}, {AsAt}.", $"Its board today is the {main.FullTitle}.", $"Its board today is {main.ShortTitle}.");
    }

    // A trust's area does not move with it: only where its successor has its head office is known.
    private static void Successors(Asked asked, Standing standing, Footprint main, ShortText text)
    {
        if (standing.IsDivided) text.Add(
            $"Those trusts are based in the areas of {Prose.List([.. standing.Parts.Select(p => p.Footprint.ShortTitle)])}, {AsAt}.",
            $"Those trusts are based in the areas of {standing.Parts.Count} boards, {AsAt}.");
        else
        {
            var are = asked.Subject is TrustSubject { Trust.Successors.Count: > 1 } ? "Those trusts are" : "That trust is";
            text.Add($"{are} based in the {main.FullTitle} area, {AsAt}.", $"{are} based in the {main.ShortTitle} area, {AsAt}.", $"{are} based in {main.ShortTitle}.");
        }
    }

    private static void Whole(Asked asked, Footprint main, bool mainly, ShortText text)
    {
        var verb = asked.Subject is TrustSubject ? "is based in" : mainly ? "is mainly in" : "is in";
        if (asked.Subject.Key.StartsWith("ccg:", StringComparison.Ordinal))
        {
            text.Add(
                $"The former area of {asked.Name.Replace("CCG", "clinical commissioning group (CCG)", StringComparison.Ordinal)} is in the {main.FullTitle} area.",
                $"The area of this former clinical commissioning group (CCG) is in the {main.FullTitle} area.",
                $"The area of this former group is in {main.FullTitle}.");
            return;
        }

        if (asked.Subject is PlaceSubject { Place.LiesIn: { } around })
        {
            text.Add(
                $"{asked.Name} lies in {around}, a council area in the {main.FullTitle} area, {AsAt}.",
                $"{asked.Name} lies in {around}, in the {main.FullTitle} area, {AsAt}.",
                $"{asked.Name} is in the {main.FullTitle} area.");
            return;
        }

        text.Add(
            $"{asked.Name} {verb} the {main.FullTitle} area, {AsAt}.",
            $"{WhichFootprint.ShortName(asked)} {verb} the {main.FullTitle} area, {AsAt}.",
            $"{asked.Name} {verb} the {main.FullTitle} area. This is {AsAt}.",
            $"{WhichFootprint.ShortName(asked)} is in {main.FullTitle}, {AsAt}.",
            $"The board today is {main.FullTitle}, {AsAt}.",
            $"The board today is {main.FullTitle}.");
    }

    private static void Divided(Asked asked, Standing standing, ShortText text)
    {
        var (first, second) = (standing.Parts[0], standing.Parts[1]);
        var name = WhichFootprint.ShortName(asked);
        if (first.Percent is not { } percent || second.Percent is null)
        {
            text.Add(
                $"{name} is divided between {Prose.List([.. standing.Parts.Select(p => p.Footprint.ShortTitle)])}, {AsAt}.",
                $"{name} is divided between {standing.Parts.Count} boards, {AsAt}.");
            return;
        }

        var rest = standing.Parts.Count == 2
            ? $"{Share(first, second)} are in {second.Footprint.ShortTitle}."
            : $"The rest are in {Prose.List([.. standing.Parts.Skip(1).Select(p => p.Footprint.ShortTitle)])}.";
        var of = Say.Of(standing.Basis).Replace("its ", $"{Possessive(name)} ", StringComparison.Ordinal);
        text.Add(
            $"About {Prose.Percent(percent)} of {of} are in the {first.Footprint.FullTitle} area, {AsAt}. {rest}",
            $"About {Prose.Percent(percent)} of {of} are in {first.Footprint.FullTitle}, {AsAt}.",
            $"{name} is divided between {standing.Parts.Count} boards, {AsAt}.");
    }

    // Small parts are left out, and roundings may differ: only where the two make up the whole is it "the other".
    private static string Share(Part first, Part second) => Math.Round(first.Percent!.Value, MidpointRounding.AwayFromZero) + Math.Round(second.Percent!.Value, MidpointRounding.AwayFromZero) != 100
        ? $"About {Prose.Percent(second.Percent!.Value)}"
        : $"The other {Prose.Percent(100 - first.Percent!.Value)}";

    private static void ByDescent(Asked asked, Standing standing, Footprint main, ShortText text)
    {
        if (!standing.IsDivided)
        {
            text.Add(
                $"The area of {asked.Name} is now in the {main.FullTitle} area, {AsAt}.",
                $"The area is now in the {main.FullTitle} area, {AsAt}.");
            return;
        }

        var boards = Prose.List([.. standing.Parts.Select(p => p.Footprint.BareName)]);
        if (asked.In(Era.Icb42).IsDivided)
        {
            text.Add(
                $"The area of {asked.Name} lies in {standing.Parts.Count} integrated care board (ICB) areas, {AsAt}: {boards}.",
                $"The area lies in {standing.Parts.Count} integrated care board (ICB) areas, {AsAt}: {boards}.",
                $"The area lies in {standing.Parts.Count} integrated care board (ICB) areas, {AsAt}.");
            return;
        }

        text.Add(
            $"The footprint of {asked.Name} was divided in April 2026 between {standing.Parts.Count} integrated care boards (ICBs): {boards}.",
            $"Its footprint was divided in April 2026 between {standing.Parts.Count} integrated care boards (ICBs): {boards}.",
            $"Its footprint was divided in April 2026 between {standing.Parts.Count} integrated care boards (ICBs).");
    }

    private static void Of(SystemSubject system, Standing standing, Footprint main, ShortText text)
    {
        if (standing.IsDivided)
        {
            var boards = Prose.List([.. standing.Parts.Select(p => p.Footprint.BareName)]);
            text.Add(
                $"{system.Name} was divided on 1 April 2026. Its area is now in {standing.Parts.Count} integrated care board (ICB) areas: {boards}.",
                $"{system.Name} was divided on 1 April 2026 between {standing.Parts.Count} integrated care boards (ICBs).");
            return;
        }

        if (standing.Basis == Basis.Itself && !system.Line.IsSmallSystem)
        {
            text.Add(
                $"The {main.FullTitle} is the board of this area, {AsAt}.",
                $"The board is the {main.FullTitle}, {AsAt}.",
                $"The board is the {main.FullTitle}.");
            return;
        }

        text.Add(
            $"{system.Name} is now in the {main.FullTitle} area, {AsAt}.",
            $"Its area is now in the {main.FullTitle} area, {AsAt}.",
            $"Its board is now the {main.FullTitle}.");
    }

    public static string Possessive(string name) => name.EndsWith('s') ? $"{name}'" : $"{name}'s";
}
