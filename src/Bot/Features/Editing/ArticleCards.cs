using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Knowledge.Articles;
using Bot.Roles;
using Bot.Storage;
using Bot.Storage.Sources;

namespace Bot.Features.Editing;

/// <summary>One article with all that can be done to it, and the small forms for that.</summary>
internal static class ArticleCards
{
    // More would not fit into a message.
    private const int MostLeading = 8, MostChoices = 250;

    /// <param name="found">The article.</param>
    /// <param name="withdrawn">Null where it is shown.</param>
    /// <param name="doubt">The source of it that changed; null where none did.</param>
    /// <param name="role">Of the reader.</param>
    /// <param name="reader">Their object id.</param>
    public static AdaptiveCard Of(FoundArticle found, WithdrawnArticle? withdrawn, SourceMark? doubt, Role role, string reader)
    {
        var article = found.Value;
        List<CardElement> body = [CardParts.Heading(EditorWords.Cut(article.Heading, 65)), new TextBlock(CardParts.Plain(article.Short))];
        if (withdrawn is not null)
            body.Add(new TextBlock($"Withdrawn on {EditorWords.When(withdrawn.At)} by {CardParts.Plain(EditorWords.Who(withdrawn.Who, reader))}: {CardParts.Plain(EditorWords.Cut(withdrawn.Why))}") { Weight = TextWeight.Bolder });
        if (doubt is not null) body.Add(new TextBlock($"Its source {CardParts.Plain(doubt.Source)} {CardParts.Plain(doubt.Reason)} on {EditorWords.When(doubt.At)}. Its card says so to readers.") { Weight = TextWeight.Bolder });
        if (found.HasDraft) body.Add(new TextBlock("This is how the draft has it. What is served differs.") { Weight = TextWeight.Bolder });
        body.Add(new FactSet(
        [
            new Fact("Id", CardParts.Plain(article.Id)), new Fact("File", CardParts.Plain(article.Place.Path)), new Fact("Status", $"{article.Status}"),
            new Fact("As at", EditorWords.Day(article.AsOf)), new Fact("Next check", EditorWords.Day(article.ReviewBy)),
            new Fact("Wordings", $"{1 + article.Alternates.Count + article.Variants.Count}"),
        ]));
        foreach (var row in Buttons(article.Id, withdrawn is not null, doubt is not null, found.IsServed, role).Chunk(3)) body.Add(new ActionSet(row));
        return new AdaptiveCard { Body = body, FallbackText = $"{article.Heading}. {article.Short}", Summary = $"Article {article.Id}: {article.Heading}" };
    }

    public static AdaptiveCard NotFound(string named, IReadOnlyList<Article> near) => NoteCard.Of(
        "No article by that name", [$"I know no article \"{EditorWords.Cut(named, 100)}\". Use its id, its heading or its question, or say \"this\" for the answer you saw last.", .. near.Count > 0 ? ["These are near:"] : Array.Empty<string>()],
        [], [.. near.Select(article => EditingButtons.OfArticle(EditorWords.Cut(article.Button, 40), EditingVerbs.Article, article.Id)), EditingButtons.Status]);

    public static AdaptiveCard WordingForm(FoundArticle found, string? wording = null, string? problem = null) => Form(
        $"Add a wording: {EditorWords.Cut(found.Value.Heading, 45)}", "A question that people ask and that this article answers. It waits as a draft until it is published.", problem,
        [new TextInput("wording", "The question, as people ask it") { IsRequired = true, ErrorMessage = "Write the question", MaxLength = 300, Value = wording }, EditingButtons.Why()],
        new ExecuteAction("Add the wording", EditingVerbs.Wording, Data(found.Value)) { Style = ActionStyle.Positive }, found.Value.Id);

    public static AdaptiveCard WithdrawForm(FoundArticle found) => Form(
        $"Withdraw: {EditorWords.Cut(found.Value.Heading, 55)}",
        "Nobody is shown this answer any more, within seconds and without a release. Who asks for it reads that it was taken back and is being checked. You can show it again at any time.", null,
        [new TextBlock(CardParts.Plain(found.Value.Short)) { IsSubtle = true }, EditingButtons.Why("What is wrong with it (kept in the audit log, and shown to whoever looks up the answer by its number)")],
        new ExecuteAction("Withdraw it now", EditingVerbs.Withdraw, Data(found.Value)) { Style = ActionStyle.Destructive }, found.Value.Id);

    public static AdaptiveCard Withdrawn(FoundArticle found, IReadOnlyList<string> leading) => NoteCard.Of(
        "Withdrawn",
        [
            $"\"{found.Value.Heading}\" is not shown any more. Every copy of the service follows within 5 seconds.",
            leading.Count == 0 ? "No other answer leads to it." : $"{EditorWords.Count(leading.Count, "other answer leads", "other answers lead")} to it. Their buttons for it are gone, and they say why{(leading.Count > MostLeading ? ", among them" : "")}:",
        ],
        [.. leading.Take(MostLeading)], [EditingButtons.OfArticle("This article", EditingVerbs.Article, found.Value.Id), EditingButtons.Status]);

    public static AdaptiveCard RestoreForm(FoundArticle found) => Form(
        $"Show again: {EditorWords.Cut(found.Value.Heading, 50)}", "It is shown again as the served release has it.", null, [EditingButtons.Why("Why it may be shown again (kept in the audit log)")],
        new ExecuteAction("Show it again", EditingVerbs.Restore, Data(found.Value)) { Style = ActionStyle.Positive }, found.Value.Id);

    public static AdaptiveCard DismissForm(FoundArticle found) => Form(
        $"Still right: {EditorWords.Cut(found.Value.Heading, 50)}", "The article stands as it is although its source changed. Its card says nothing of the source any more.", null,
        [EditingButtons.Why("How you know (kept in the audit log)")], new ExecuteAction("It still holds", EditingVerbs.Dismiss, Data(found.Value)) { Style = ActionStyle.Positive }, found.Value.Id);

    /// <param name="found">The article that goes.</param>
    /// <param name="others">What may take its place.</param>
    /// <param name="today">The first choice of its last day.</param>
    /// <param name="problem">What was wrong with what was sent.</param>
    public static AdaptiveCard RetireForm(FoundArticle found, IReadOnlyList<Article> others, DateOnly today, string? problem = null) => Form(
        $"Retire: {EditorWords.Cut(found.Value.Heading, 55)}",
        "It stays as an answer about the past, says what took its place, and leads there. This waits as a draft until it is published.", problem,
        [
            others.Count <= MostChoices
                ? new ChoiceSetInput("successor", "What takes its place", [.. others.Select(article => new Choice($"{article.Heading} ({article.Id})", article.Id))]) { Style = ChoiceStyle.Filtered, IsRequired = true, ErrorMessage = "Choose the article that takes its place" }
                : new TextInput("successor", "What takes its place (the id of the article)") { IsRequired = true, ErrorMessage = "Write the id of the article that takes its place" },
            new DateInput("until", "The last day on which it was true") { Day = found.Value.ValidTo ?? today, IsRequired = true, ErrorMessage = "Choose a day" },
            new TextInput("note", "One sentence for readers: what changed") { IsRequired = true, ErrorMessage = "Write the sentence", MaxLength = 300, Value = found.Value.Status == ArticleStatus.Historical ? found.Value.StatusNote : null },
            EditingButtons.Why(),
        ],
        new ExecuteAction("Retire it", EditingVerbs.Retire, Data(found.Value)) { Style = ActionStyle.Positive }, found.Value.Id);

    /// <summary>What was changed waits now as a draft.</summary>
    public static AdaptiveCard Kept(string heading, string words, Role role, string article) => NoteCard.Of(
        heading, [words, "What is served has not changed yet."], [],
        [EditingButtons.Diff, EditingButtons.Check, .. role >= Role.Admin ? [EditingButtons.PublishForm] : Array.Empty<CardAction>(), EditingButtons.OfArticle("This article", EditingVerbs.Article, article)]);

    private static IEnumerable<CardAction> Buttons(string id, bool isWithdrawn, bool isDoubted, bool isServed, Role role)
    {
        if (role >= Role.Editor) yield return EditingButtons.Edit(id);
        if (role >= Role.Editor) yield return EditingButtons.OfArticle("Add a wording", EditingVerbs.WordingForm, id);
        if (role >= Role.Editor) yield return EditingButtons.OfArticle("Retire it", EditingVerbs.RetireForm, id);
        if (role >= Role.Editor && isDoubted) yield return EditingButtons.OfArticle("It still holds", EditingVerbs.DismissForm, id);
        if (role >= Role.Admin && isServed) yield return isWithdrawn ? EditingButtons.OfArticle("Show it again", EditingVerbs.Restore, id) : EditingButtons.OfArticle("Withdraw it at once", EditingVerbs.WithdrawForm, id);
        yield return EditingButtons.OfArticle("History", EditingVerbs.History, id);
        yield return EditingButtons.Status;
    }

    private static AdaptiveCard Form(string heading, string words, string? problem, IReadOnlyList<CardElement> fields, ExecuteAction send, string article)
    {
        List<CardElement> body = [];
        if (problem is not null) body.Add(new TextBlock(CardParts.Plain(problem)) { Weight = TextWeight.Bolder, Color = TextColor.Attention });
        body.AddRange([CardParts.Heading(heading), new TextBlock(words), .. fields, new ActionSet([send, EditingButtons.OfArticle("Leave it as it is", EditingVerbs.Article, article)])]);
        return new AdaptiveCard { Body = body, FallbackText = $"{heading}. {words}", Summary = problem ?? heading };
    }

    private static JsonObject Data(Article article) => new() { ["article"] = article.Id };
}
