using System.Globalization;
using Bot.Cards;
using Bot.Knowledge.Sources;
using Bot.Roles;

namespace Bot.Features.Editing;

/// <summary>How far a refresh is, and what it found.</summary>
internal static class RefreshCard
{
    private const int Most = 8;

    public static AdaptiveCard Looking { get; } = NoteCard.Of("Refreshing the sources", "I look into the sources for what is new. Nothing of it is served before it is published.");

    public static AdaptiveCard Progress(RefreshProgress at)
    {
        if (at.Total == 0) return Looking;
        var said = string.Create(CultureInfo.InvariantCulture, $"{at.Done:N0} of {EditorWords.Count(at.Total, "document", "documents")} done ({100 * at.Done / at.Total}%).");
        List<CardElement> body = [CardParts.Heading("Refreshing the sources"), new TextBlock(said)];
        List<Fact> facts = [new Fact("Time left", Left(at))];
        if (at.Document.Length > 0) facts.Add(new Fact("Last", CardParts.Plain(EditorWords.Cut(at.Document, 80))));
        body.Add(new FactSet(facts));
        return new AdaptiveCard { Body = body, FallbackText = $"Refreshing the sources. {said}", Summary = $"Refreshing the sources. {said}" };
    }

    public static AdaptiveCard Ended(RefreshReport report, Role role)
    {
        if (report.Problem is { } problem) return NoteCard.Of("Not refreshed", problem, EditingButtons.Status);
        var said = report.Drafts == 0 ? "No draft was made: the sources say what the knowledge base and its drafts say already." : $"{EditorWords.Count(report.Drafts, "file differs", "files differ")} in drafts now. What is served has not changed.";
        List<CardElement> body =
        [
            CardParts.Heading(report.HasFindings ? "Refreshed: there is something to look at" : "Refreshed: nothing has changed"),
            new TextBlock(said),
            new FactSet(
            [
                new Fact("Sources", CardParts.Plain(string.Join(", ", report.Sources))), new Fact("Documents", Number(report.Found)), new Fact("New or changed", Number(report.Changed)),
                new Fact("Unchanged", Number(report.Unchanged)), new Fact("Vanished", Number(report.Removed)), new Fact("Not read", Number(report.Failed.Count)),
            ]),
        ];
        if (report.PassedOver > 0) body.Add(CardParts.Subtle($"{EditorWords.Count(report.PassedOver, "other file was", "other files were")} passed over: they hold no text that can be read."));
        Section(body, "Not read", report.Failed.Select(failed => $"{failed.Source}{(failed.Document.Length > 0 ? $", {failed.Document}" : "")}: {failed.Words}"));
        Section(body, "Says nearly the same as an article that is there: compare them", report.NearDuplicates.Select(near => $"{near.Drafted} and {near.Existing} ({EditorWords.Percent(near.Share)} alike), from {near.Document}"));
        body.Add(new ActionSet([EditingButtons.Diff, EditingButtons.Check, .. role >= Role.Admin && report.Drafts > 0 ? [EditingButtons.PublishForm] : Array.Empty<CardAction>(), EditingButtons.Status]));
        return new AdaptiveCard { Body = body, FallbackText = $"Refreshed. {said}", Summary = $"Refreshed. {said}" };
    }

    public static void Section(List<CardElement> body, string title, IEnumerable<string> lines)
    {
        var all = lines.ToArray();
        if (all.Length == 0) return;
        body.Add(CardParts.Subheading(title));
        body.Add(NoteCard.Lines(all.Take(Most).Select(line => EditorWords.Cut(line, 300))));
        if (all.Length > Most) body.Add(CardParts.Subtle($"And {EditorWords.Count(all.Length - Most, "more", "more")}."));
    }

    private static string Left(RefreshProgress at) => at.Left switch
    {
        null => "not known yet",
        { TotalSeconds: < 5 } => "a few seconds",
        { TotalSeconds: < 90 } left => $"about {Math.Round(left.TotalSeconds / 5) * 5:0} seconds",
        { TotalMinutes: < 90 } left => $"about {EditorWords.Count((int)Math.Round(left.TotalMinutes), "minute", "minutes")}",
        { } left => $"about {EditorWords.Count((int)Math.Round(left.TotalHours), "hour", "hours")}",
    };

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
