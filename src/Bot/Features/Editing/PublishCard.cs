using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Knowledge.Checks;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Releases;
using Bot.Roles;

namespace Bot.Features.Editing;

/// <summary>Asks for the reason of a publication, and says how it ended.</summary>
internal static class PublishCard
{
    private const string Title = "Publishing", What = "The drafts are checked, then made ready on every copy of the service. This takes about 20 seconds, longer on a busy machine. What is served stays until all are ready.";

    public static AdaptiveCard UnderWay { get; } = NoteCard.Of(Title, What);

    public static Func<TimeSpan, AdaptiveCard> SoFar { get; } = NoteCard.SoFar(Title, What);

    /// <param name="draft">What would be published.</param>
    /// <param name="now">When this is shown: drafts made later than this are pointed out.</param>
    /// <param name="note">Said first.</param>
    /// <param name="why">What was typed already.</param>
    /// <param name="lost">Kept questions that lose their answers: the form then asks for a reason to publish all the same.</param>
    public static AdaptiveCard Form(Draft draft, DateTimeOffset now, string? note = null, string? why = null, IReadOnlyList<Regression>? lost = null)
    {
        if (draft.Changes.Count == 0) return NoteCard.Of("Nothing to publish", "No draft differs from what is served.", EditingButtons.Status);
        List<CardElement> body = [];
        if (note is not null) body.Add(new TextBlock(CardParts.Plain(note)) { Weight = TextWeight.Bolder });
        body.Add(CardParts.Heading("Publish the drafts"));
        body.Add(new TextBlock($"{DiffCard.Summary(draft)} Every rule and every kept question is checked first."));
        body.Add(NoteCard.Lines(draft.Changes.Take(10).Select(DiffCard.Title)));
        if (draft.Changes.Count > 10) body.Add(CardParts.Subtle($"And {EditorWords.Count(draft.Changes.Count - 10, "more", "more")}."));
        if (lost is { Count: > 0 })
        {
            body.Add(CardParts.Subheading("Kept questions that lose their answer"));
            body.Add(NoteCard.Lines(lost.Take(8).Select(regression => regression.ToString())));
        }

        body.Add(EditingButtons.Why(value: why));
        if (lost is { Count: > 0 })
            body.Add(new TextInput("although", "Why you publish although these questions lose their answers") { IsRequired = true, ErrorMessage = "Say why, or mend the questions first", MaxLength = 500, IsMultiline = true });
        var data = new JsonObject { ["mark"] = MarkOf(draft), ["seen"] = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) };
        body.Add(new ActionSet([new ExecuteAction(lost is { Count: > 0 } ? "Publish all the same" : "Publish now", EditingVerbs.Publish, data) { Style = ActionStyle.Positive }, EditingButtons.Diff, EditingButtons.Status]));
        return new AdaptiveCard { Body = body, FallbackText = $"Publish the drafts. {DiffCard.Summary(draft)}", Summary = $"Publish the drafts? {DiffCard.Summary(draft)}" };
    }

    /// <summary>Tells one state of the drafts from another.</summary>
    public static string MarkOf(Draft draft) => string.Create(CultureInfo.InvariantCulture, $"{draft.Number}-{draft.Files.Hash[..16]}");

    /// <summary>What others did since somebody looked.</summary>
    public static string Changed(Draft draft, DateTimeOffset seen, string reader)
    {
        var later = draft.Rows.Where(row => row.At > seen).Select(row => $"{row.Path}, by {EditorWords.Who(row.Who, reader)}: {row.Why}").ToArray();
        return later.Length == 0
            ? "Something was published or taken back since you looked, so nothing was published now. This is how the drafts stand."
            : $"The drafts changed since you looked, so nothing was published. New: {string.Join("; ", later.Take(5))}{(later.Length > 5 ? $" and {later.Length - 5} more" : "")}. Look at what would change, then publish.";
    }

    public static AdaptiveCard Ended(Published published, Draft draft) => published.Problem is null
        ? NoteCard.Of(
            $"Release {published.Number} is served",
            [$"{DiffCard.Summary(draft)} {Asked(published.Report)}", "Every copy of the service answers from it now."],
            [.. draft.Changes.Take(10).Select(DiffCard.Title)], [EditingButtons.Status, EditingButtons.Releases])
        : Failed(published, draft);

    public static AdaptiveCard RolledBack(Published published) => published.Problem is null
        ? NoteCard.Of($"Release {published.Number} is served again", ["Every copy of the service answers from it now. Drafts that wait are kept."], [], [EditingButtons.Status, EditingButtons.Releases])
        : NoteCard.Of("Not rolled back", [published.Problem], [], [EditingButtons.Releases, EditingButtons.Status]);

    private static AdaptiveCard Failed(Published published, Draft draft)
    {
        List<CardElement> body = [CardParts.Heading("Not published"), new TextBlock(CardParts.Plain($"{published.Problem} What was served before is still served, and the drafts are kept."))];
        if (published.Report is { } report) body.AddRange(CheckCard.Sections(report, draft.Changes.Select(change => change.Path).ToHashSet(StringComparer.Ordinal)));
        body.Add(new ActionSet([EditingButtons.Diff, EditingButtons.Check, EditingButtons.Status]));
        return new AdaptiveCard { Body = body, FallbackText = $"Not published. {published.Problem}", Summary = $"Not published. {published.Problem}" };
    }

    private static string Asked(CheckReport? report) => report is null ? ""
        : report.Regressions.Count == 0 ? $"{EditorWords.Count(report.Asked, "kept question", "kept questions")} got their answers."
        : $"Published although {EditorWords.Count(report.Regressions.Count, "kept question loses its answer", "kept questions lose their answers")}; the reason is in the audit log.";
}
