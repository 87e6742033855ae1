using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Knowledge;
using Bot.Knowledge.Records.Composing;
using Bot.Turns;

namespace Bot.Features.Governors.Walking;

/// <summary>One of the eight questions for one trust: what matters first, the rest behind buttons.</summary>
internal static class QuestionCard
{
    private const int MostLines = 4;

    /// <param name="workspace">Whose.</param>
    /// <param name="number">1 to 8.</param>
    /// <param name="snapshot">The release of the turn.</param>
    /// <param name="isPrivate">False in groups and channels.</param>
    /// <param name="note">Said first.</param>
    public static AdaptiveCard Of(Workspace workspace, int number, KnowledgeSnapshot snapshot, bool isPrivate, string? note = null)
    {
        var question = EightQuestion.Of(number, snapshot);
        var facts = LocalFacts.Of(number, workspace.Trust, snapshot.Records);
        List<CardElement> body = [];
        if (note is not null) body.Add(new TextBlock(note) { Weight = TextWeight.Bolder });
        body.Add(CardParts.Subtle($"Question {number} of {EightQuestion.Count} for {workspace.Trust.Name}"));
        body.Add(CardParts.Heading(question.Article.Heading));
        body.Add(new TextBlock(question.Plain) { Weight = TextWeight.Bolder });
        if (isPrivate) body.Add(new TextBlock($"How it stands: {HowItStands.Words(workspace, number)}"));
        body.AddRange([CardParts.Subheading("Why it matters"), new TextBlock(question.WhyItMatters) { Spacing = Spacing.Small }]);
        body.AddRange([CardParts.Subheading($"Known for your trust, as at {LocalFacts.AsAt}"), List(facts.Lines.Take(MostLines))]);
        body.AddRange(Folded(question, facts));
        body.Add(Steps(workspace, number, isPrivate));
        body.Add(Provenance(question, facts, snapshot));
        return new AdaptiveCard { Body = body, FallbackText = Plain(question, facts), Summary = $"{question.Article.Heading}. {question.Plain}" };
    }

    private static IEnumerable<CardElement> Folded(EightQuestion question, LocalFacts facts)
    {
        var parts = question.Parts.Select(part => (part.Heading, part.Text)).ToList();
        if (facts.Lines.Count > MostLines) parts.Insert(0, ("More about your trust", string.Join('\n', facts.Lines.Skip(MostLines).Select(line => $"- {line}"))));
        string Id(int part) => $"part-{question.Number}-{part}";
        yield return new ActionSet([.. parts.Select((part, i) => new ToggleVisibilityAction(part.Heading, [new VisibilityTarget(Id(i))]))]) { Spacing = Spacing.Medium };
        for (var i = 0; i < parts.Count; i++)
            yield return new Container([CardParts.Subheading(parts[i].Heading), new TextBlock(parts[i].Text) { Spacing = Spacing.Small }]) { Id = Id(i), IsVisible = false };
    }

    private static ActionSet Steps(Workspace workspace, int number, bool isPrivate)
    {
        List<CardAction> actions = [];
        if (isPrivate)
        {
            actions.Add(new SubmitAction(workspace.Current(number) is null ? "Record the answer" : "Change your note", GovernorVerbs.NoteOpen, Data(workspace, number)) { OpensDialog = true, SendsInputs = false, Style = ActionStyle.Positive });
        }

        if (number > 1) actions.Add(ProgressCard.Go($"Back to question {number - 1}", number - 1, workspace));
        if (number < EightQuestion.Count) actions.Add(ProgressCard.Go($"Next: question {number + 1}", number + 1, workspace));
        actions.Add(new ExecuteAction("All 8 questions", GovernorVerbs.All, new JsonObject { ["trust"] = workspace.Trust.Trust.Code }) { SendsInputs = false });
        return new ActionSet(actions) { Spacing = Spacing.Medium };
    }

    internal static JsonObject Data(Workspace workspace, int number) => new() { ["question"] = $"{number}", ["trust"] = workspace.Trust.Trust.Code };

    private static Container Provenance(EightQuestion question, LocalFacts facts, KnowledgeSnapshot snapshot)
    {
        var article = question.Article;
        var sources = snapshot.SourcesOf(article.Sources.Concat(facts.SourceIds).Distinct(StringComparer.Ordinal));
        return new Container(
        [
            new TextBlock($"Guidance as at {SpokenDate.Words(article.AsOf)}, next check by {SpokenDate.Words(article.ReviewBy)}.{Doubt(snapshot, article.Id)} Records as at {LocalFacts.AsAt}.{(facts.ShowsKinds ? $" {Say.KindsFootnote}" : "")}") { Size = TextSize.Small },
            new TextBlock("Sources: " + string.Join("; ", sources.Select(s => s.Url is { } url ? $"[{CardParts.Plain(s.Title)}]({url}), {s.Date}" : $"{CardParts.Plain(s.Title)}, {s.Date}"))) { Size = TextSize.Small, Spacing = Spacing.Small },
        ])
        { Separator = true, Spacing = Spacing.Medium };
    }

    private static string Doubt(KnowledgeSnapshot snapshot, string article) =>
        snapshot.DoubtOf(article) is { } mark ? $" Source changed, under review since {SpokenDate.Words(DateOnly.FromDateTime(mark.At.UtcDateTime))}." : "";

    private static TextBlock List(IEnumerable<string> lines) => new(string.Join('\n', lines.Select(line => $"- {line}"))) { Spacing = Spacing.Small };

    private static string Plain(EightQuestion question, LocalFacts facts) =>
        $"{question.Article.Heading}\n{question.Plain}\n{question.WhyItMatters}\n{string.Join('\n', facts.Lines.Select(line => $"- {line}"))}\nAs at {LocalFacts.AsAt}.";
}
