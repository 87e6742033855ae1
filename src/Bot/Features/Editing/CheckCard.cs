using Bot.Cards;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;
using Bot.Roles;

namespace Bot.Features.Editing;

/// <summary>What stands against publishing, each with what to do.</summary>
internal static class CheckCard
{
    private const int Most = 8;

    /// <param name="report">What was found.</param>
    /// <param name="changed">Paths of the drafts: only their warnings are shown, the others counted.</param>
    /// <param name="role">Of the reader.</param>
    public static AdaptiveCard Of(CheckReport report, IReadOnlySet<string> changed, Role role)
    {
        var verdict = Verdict(report, changed.Count > 0);
        List<CardElement> body = [CardParts.Heading(Heading(report)), new TextBlock(verdict)];
        body.AddRange(Sections(report, changed));
        List<CardAction> buttons = [EditingButtons.Diff];
        if (report.Problems.Count > 0) buttons.Add(new ExecuteAction("All of it as a file", EditingVerbs.Problems) { SendsInputs = false });
        if (role >= Role.Admin && !report.HasErrors && changed.Count > 0) buttons.Add(EditingButtons.PublishForm);
        buttons.Add(EditingButtons.Status);
        body.Add(new ActionSet(buttons));
        return new AdaptiveCard { Body = body, FallbackText = verdict, Summary = $"{Heading(report)}. {verdict}" };
    }

    private const string Title = "Checking", What = "The rules are checked, then the answers are built and every kept question is asked. This takes about 10 seconds, longer on a busy machine.";

    public static AdaptiveCard UnderWay { get; } = NoteCard.Of(Title, What);

    public static Func<TimeSpan, AdaptiveCard> SoFar { get; } = NoteCard.SoFar(Title, What);

    /// <summary>Errors and lost questions, for the card of a publication that did not happen.</summary>
    public static IEnumerable<CardElement> Sections(CheckReport report, IReadOnlySet<string> changed)
    {
        var errors = report.Errors.ToArray();
        foreach (var part in Section("Errors: mend these", errors.Where(problem => problem.Kind == ProblemKind.Other).Select(Words))) yield return part;
        foreach (var part in Section("Wordings that 2 articles claim: keep each in one of them", errors.Where(problem => problem.Kind == ProblemKind.CompetingWordings).Select(Words))) yield return part;
        foreach (var part in Section("Kept questions that lose their answer: add the wording back to the article, or publish with a written reason", report.Regressions.Select(r => r.ToString()))) yield return part;
        // A number may disagree with an article that nobody touched: the message then names the changed one.
        var warnings = report.Warnings.Where(problem => changed.Any(path => problem.Path == path || problem.Message.Contains(path, StringComparison.Ordinal))).ToArray();
        var others = report.Warnings.Count() - warnings.Length;
        foreach (var part in Section("Numbers that disagree: date both, or mend one", warnings.Where(problem => problem.Kind == ProblemKind.NumberConflict).Select(Words))) yield return part;
        foreach (var part in Section("Warnings: look at these", warnings.Where(problem => problem.Kind != ProblemKind.NumberConflict).Select(Words))) yield return part;
        if (others > 0) yield return CardParts.Subtle($"{EditorWords.Count(others, "warning", "warnings")} in articles that the drafts do not change. The file has them too.");
    }

    private static IEnumerable<CardElement> Section(string title, IEnumerable<string> lines)
    {
        var all = lines.ToArray();
        if (all.Length == 0) yield break;
        yield return CardParts.Subheading(title);
        yield return NoteCard.Lines(all.Take(Most).Select(line => EditorWords.Cut(line, 300)));
        if (all.Length > Most) yield return CardParts.Subtle($"And {EditorWords.Count(all.Length - Most, "more", "more")}.");
    }

    private static string Words(Problem problem) => $"{problem.Path}, line {problem.Line}: {problem.Message}";

    private static string Heading(CheckReport report) => report.MayPublish ? "The check found nothing in the way" : "The check found something in the way";

    private static string Verdict(CheckReport report, bool waits)
    {
        if (report.HasErrors) return $"{EditorWords.Count(report.Errors.Count(), "error has", "errors have")} to be mended before these drafts can be published. The kept questions were not asked yet.";
        var asked = $"{EditorWords.Count(report.Asked, "kept question was", "kept questions were")} asked";
        return report.Regressions.Count == 0
            ? $"{asked}, and each got its answer. {(waits ? "The drafts can be published." : "No draft waits, so what is served was checked.")}"
            : $"{asked}, and {report.Regressions.Count} did not get the expected answer. Mend them, or an admin publishes with a written reason.";
    }
}
