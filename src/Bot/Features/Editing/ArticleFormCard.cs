using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;

namespace Bot.Features.Editing;

/// <summary>The form of an article, in a dialog or in the chat, with the answer drawn beneath it.</summary>
internal static class ArticleFormCard
{
    public const string Title = "Edit an article";

    private const int MostBytes = 35_000;
    private const string MoreId = "more-fields", MoreShow = "more-show", MoreHide = "more-hide";

    private static readonly Choice[] Statuses = [.. Enum.GetNames<ArticleStatus>().Select(name => new Choice(name, name))];

    /// <param name="article">Which one.</param>
    /// <param name="form">What stands in the fields.</param>
    /// <param name="isDialog">Dialogs send with Action.Submit, cards in the chat with Action.Execute.</param>
    /// <param name="said">Said first: what is to be mended, or what others did meanwhile.</param>
    public static AdaptiveCard Of(Article article, ArticleForm form, bool isDialog, FormNotes said)
    {
        var card = Drawn(article, form, isDialog, said);
        // A message that is too large would be refused as a whole, and the text with it.
        return said.Preview is null || card.ToUtf8Json().Length <= MostBytes ? card
            : Drawn(article, form, isDialog, said with { Preview = null, Problems = [.. said.Problems, "The texts are too long to draw the answer beside the form. Save the draft and look at what would change."] });
    }

    private static AdaptiveCard Drawn(Article article, ArticleForm form, bool isDialog, FormNotes said)
    {
        List<CardElement> body = [.. Said(said), CardParts.Heading($"Edit: {EditorWords.Cut(article.Heading, 58)}"), .. Fields(form), .. More(form), EditingButtons.Why(value: form.Why)];
        // Drawing needs no reason yet, so only saving asks for one, in words.
        body[^1] = ((TextInput)body[^1]) with { IsRequired = false };
        body.Add(new ActionSet([Send("Show the answer", EditingVerbs.EditPreview, article, form, isDialog), Send("Save as a draft", EditingVerbs.EditSave, article, form, isDialog) with { Style = ActionStyle.Positive }]));
        if (said.Preview is { } answer)
        {
            body.Add(CardParts.Subheading("This is how the answer would look"));
            body.Add(new Container(answer) { Style = ContainerStyle.Emphasis });
        }

        var first = said.Problems.Count > 0 ? said.Problems[0] : $"{Title}: {article.Heading}";
        return new AdaptiveCard { Body = body, FallbackText = $"{first} This client cannot show the form.", Summary = first };
    }

    private static IEnumerable<CardElement> Said(FormNotes said)
    {
        foreach (var problem in said.Problems.Take(12)) yield return new TextBlock(CardParts.Plain(problem)) { Weight = TextWeight.Bolder, Color = TextColor.Attention };
        if (said.Problems.Count > 12) yield return CardParts.Subtle($"And {said.Problems.Count - 12} more.");
        foreach (var hint in said.Hints.Take(8)) yield return new TextBlock(CardParts.Plain(hint)) { Size = TextSize.Small };
        if (said.Kept.Count == 0) yield break;
        List<CardElement> kept = [CardParts.Subheading("What is kept now, and what your form says"), .. said.Kept.Take(8).SelectMany(field => DiffCard.Field(field))];
        yield return new Container(kept) { Style = ContainerStyle.Emphasis };
    }

    private static IEnumerable<CardElement> Fields(ArticleForm form)
    {
        yield return Long("shortAnswer", "Short answer (up to 60 words)", form.Short);
        yield return Long("points", "Points (one a line)", form.Points);
        yield return Long("detailText", "More detail (Markdown)", form.Detail);
        yield return new DateInput("asOf", "Right as at") { Day = DateInput.Read(form.AsOf) };
        yield return new DateInput("reviewBy", "Next check by") { Day = DateInput.Read(form.ReviewBy) };
    }

    private static IEnumerable<CardElement> More(ArticleForm form)
    {
        ToggleVisibilityAction Turn(string title, bool open) => new(title, [new(MoreId, open), new(MoreShow, !open), new(MoreHide, open)]);
        yield return new ActionSet([Turn("More fields: heading, wordings, status, sources", true)]) { Id = MoreShow };
        yield return new ActionSet([Turn("Hide these fields", false)]) { Id = MoreHide, IsVisible = false };
        yield return new Container(
        [
            Line("heading", "Heading (up to 65 characters, no question)", form.Heading),
            Line("button", "Button text (up to 40 characters)", form.Button),
            Line("question", "The question it answers", form.Question),
            Long("alternates", "Other wordings (one a line, at least 8, each begins differently)", form.Alternates),
            Long("variants", "Further wordings (one a line, may begin alike)", form.Variants),
            new ChoiceSetInput("state", "Status", Statuses) { Value = form.Status },
            Line("stateNote", "Note beside the status", form.StatusNote),
            Long("sources", "Sources (ids from the list of sources, one a line)", form.Sources),
            Long("prompts", "Next steps (ids of 2 to 4 articles, one a line)", form.Prompts),
        ])
        { Id = MoreId, IsVisible = false };
    }

    private static TextInput Long(string id, string label, string value) => new(id, label) { Value = value, IsMultiline = true };

    private static TextInput Line(string id, string label, string value) => new(id, label) { Value = value };

    private static CardAction Send(string title, string verb, Article article, ArticleForm form, bool isDialog)
    {
        var data = new JsonObject { ["article"] = article.Id, ["base"] = form.Base };
        return isDialog ? new SubmitAction(title, verb, data) : new ExecuteAction(title, verb, data);
    }
}

/// <summary>What is said beside the form.</summary>
internal sealed record FormNotes
{
    public static FormNotes None { get; } = new();

    /// <summary>These keep it from being saved.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>These do not.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>How what somebody else kept meanwhile differs from the form.</summary>
    public IReadOnlyList<FieldChange> Kept { get; init; } = [];

    /// <summary>The answer as it would be drawn.</summary>
    public IReadOnlyList<CardElement>? Preview { get; init; }
}
