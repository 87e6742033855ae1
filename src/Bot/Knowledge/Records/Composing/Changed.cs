namespace Bot.Knowledge.Records.Composing;

/// <summary>What the mergers of 1 April 2026 meant for an area, as the register of July 2026 shows it.</summary>
internal static class Changed
{
    public static RecordReply Compose(Asked asked)
    {
        var (old, now) = (asked.In(Era.Icb42), asked.In(Era.Icb36));
        if (now.Main is not { } board) return Focus.Gone(asked);
        var text = new ShortText();
        if (asked.Subject is TrustSubject { Trust.IsOpenNow: false } closed) Closing.Add(asked, closed.Trust, text);
        var from = asked.Standings.Before(board, Era.Icb36).ToArray();
        if (now.IsDivided && old.Parts.Count < now.Parts.Count) Divided(asked, old, now, text);
        else if (old.Main == board) text.Add(
            $"Nothing changed on 1 April 2026 for the {board.FullTitle}: it went on as before.",
            $"The {board.FullTitle} went on as before on 1 April 2026.");
        else if (old.Main?.OdsCode == board.OdsCode) Enlarged(board, from, text);
        else if (old.Parts.Count == 1 && !(asked.Subject is SystemSubject { Line.Footprints: [var only] } && only.Eras.IsOnly(Era.Icb36))) Moved(asked, old.Main!, board, text);
        else New(board, from, text);
        if (from.Length > 1 && !now.IsDivided && old.Main?.OdsCode != board.OdsCode) text.Add($"That board was made from all or parts of {Prose.List([.. from.Select(f => f.BareName)])}.");
        var lines = Lines(old, now);
        return new RecordAnswer
        {
            Heading = Prose.Heading($"{Focus.HeadingName(asked)}: changes of April 2026", "Changes of April 2026"),
            Short = text.ToString(),
            Points = Prose.Points(lines),
            Detail =
            [
                .. now.Parts.Select(p => Origin(asked, p.Footprint)),
                new RecordSection("In all of England", ["12 boards closed and 6 new ones began", "Hampshire and Isle of Wight was enlarged", "42 boards became 36"]),
            ],
            AsOf = Say.Today,
            StatusNote = "Shown as in the register of July 2026. Nothing later was checked.",
            SourceIds = Evidence.Of(["ODS-ICB26", "ODS-ETR26"], board.Sources),
            Next = Say.Next(asked.Subject.Key, RecordIntent.ChangedIn2026, RecordIntent.Became, RecordIntent.Covers, RecordIntent.Partners, RecordIntent.Neighbours),
        };
    }

    private static void Divided(Asked asked, Standing old, Standing now, ShortText text)
    {
        var boards = Prose.List([.. now.Parts.Select(p => p.Footprint.BareName)]);
        if (asked.Subject is not SystemSubject)
        {
            text.Add($"On 1 April 2026 {Focus.HeadingName(asked)} was divided between {now.Parts.Count} integrated care boards (ICBs): {boards}.");
            if (old.Main is { } before) text.Add($"Before that it was in {before.ShortTitle}, which closed.");
            return;
        }

        var was = old.Main is { } main ? $"{main.FullTitle}" : Focus.HeadingName(asked);
        text.Add(
            $"On 1 April 2026 the area of {was} was divided between {now.Parts.Count} boards: {boards}.",
            $"On 1 April 2026 its area was divided between {now.Parts.Count} integrated care boards (ICBs): {boards}.",
            $"On 1 April 2026 its area was divided between {now.Parts.Count} integrated care boards (ICBs).");
    }

    private static void Moved(Asked asked, Footprint old, Footprint board, ShortText text) => text.Add(
        $"{Focus.HeadingName(asked)} moved to the {board.FullTitle} on 1 April 2026. {old.ShortTitle} closed the day before.",
        $"On 1 April 2026 the {board.FullTitle} took over. {old.ShortTitle} closed the day before.",
        $"On 1 April 2026 the {board.FullTitle} took over.");

    private static void Enlarged(Footprint board, Footprint[] from, ShortText text)
    {
        var gained = Prose.List([.. from.Where(f => f.OdsCode != board.OdsCode).Select(f => f.BareName)]);
        text.Add($"On 1 April 2026 the {board.FullTitle} kept its name and took in part of {gained}.");
    }

    private static void New(Footprint board, Footprint[] from, ShortText text) =>
        text.Add(
            $"The {board.FullTitle} began on 1 April 2026, in the place of {Prose.Count(from.Length, "earlier board")} in whole or part.",
            $"The {board.FullTitle} began on 1 April 2026.");

    private static string[] Lines(Standing old, Standing now)
    {
        string Names(Standing s) => string.Join("; ", s.Parts.Select(p => Say.WithShare(p, s, f => f.ShortTitle)));
        return [.. old.IsHeld ? [$"Until 31 March 2026: {Names(old)}"] : Array.Empty<string>(), $"Since 1 April 2026: {Names(now)}"];
    }

    private static RecordSection Origin(Asked asked, Footprint board) => new(
        board.ShortTitle,
        [.. asked.Standings.Before(board, Era.Icb36).Select(f => f == board ? "went on without a change" : $"took over {f.ShortTitle}{(f.SuccessorCodes.Count > 1 ? ", in part" : "")}")]);
}
