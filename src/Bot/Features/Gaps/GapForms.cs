using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Knowledge;
using Bot.Knowledge.Gaps;
using Bot.Turns;

namespace Bot.Features.Gaps;

internal sealed record GapForm(string Title, AdaptiveCard Card);

/// <summary>The forms behind a group: which wordings, what becomes of them, and why. What was typed stays when something is wrong with it.</summary>
internal static class GapForms
{
    public const int MostWordings = 20;
    private const string Reason = "People asked, and no answer helped them";
    private const int MostHeading = 65, MostShort = 480, MostWhy = 300, MostTitle = 120;

    public static GapForm Of(CardPress press, GapGroup group, KnowledgeSnapshot snapshot, string? problem = null) => press.Verb switch
    {
        GapVerbs.WordingForm or GapVerbs.Wording => Form("Add as wordings", GapVerbs.Wording, "Save as draft", press, group, problem,
            new TextBlock("People who ask like this will get the article that you choose."), Articles(press, group, snapshot), Wordings(press, group)),
        GapVerbs.ArticleForm or GapVerbs.Article => Form("Begin an article", GapVerbs.Article, "Save as draft", press, group, problem,
            new TextBlock("Write only what you have checked. The article is marked as not verified until an editor has added its sources."),
            new TextInput("heading", "Heading, not as a question") { Value = press.Text("heading"), IsRequired = true, ErrorMessage = "Write a heading", MaxLength = MostHeading },
            new TextInput("question", "The question that it answers") { Value = press.Text("question") ?? Line(group.Name), IsRequired = true, ErrorMessage = "Write the question", MaxLength = 300 },
            new TextInput("short", "Short answer, up to 60 words") { Value = press.Text("short"), IsRequired = true, ErrorMessage = "Write a short answer", IsMultiline = true, MaxLength = MostShort },
            Wordings(press, group)),
        GapVerbs.StrangerForm or GapVerbs.Stranger => Form("Not ours", GapVerbs.Stranger, "Save as draft", press, group, problem,
            new TextBlock("The guide will recognise questions like these as not its own, and refuse them."), Wordings(press, group)),
        _ => Form("Dismiss", GapVerbs.Dismiss, "Dismiss the group", press, group, problem, new TextBlock("These wordings leave the board for good. Nothing in the guide changes.")),
    };

    private static GapForm Form(string title, string verb, string save, CardPress press, GapGroup group, string? problem, params IEnumerable<CardElement> parts)
    {
        List<CardElement> body = [CardParts.Heading(title)];
        if (problem is not null) body.Add(new TextBlock($"Not saved. {CardParts.Plain(problem)}") { Weight = TextWeight.Bolder, Color = TextColor.Attention });
        body.AddRange(parts);
        body.Add(new TextInput("why", "Why (kept in the audit log)") { Value = press.Text("why") ?? Reason, IsRequired = true, ErrorMessage = "Say why in a few words", MaxLength = MostWhy });
        return new GapForm(title, new AdaptiveCard
        {
            Body = body,
            Actions = [new SubmitAction(save, verb, new JsonObject { ["gap"] = group.Id }) { Style = ActionStyle.Positive }],
            FallbackText = title,
            Summary = title,
        });
    }

    private static ChoiceSetInput Articles(CardPress press, GapGroup group, KnowledgeSnapshot snapshot)
    {
        var nearest = group.Nearest.Select(snapshot.Find).OfType<Knowledge.Articles.Article>().ToArray();
        var others = snapshot.Content.Articles.Where(article => article.About is null && !group.Nearest.Contains(article.Id) && snapshot.Find(article.Id) is not null).OrderBy(article => article.Heading, StringComparer.Ordinal);
        return new ChoiceSetInput("article", "The article that answers them", [.. nearest.Concat(others).Select(article => new Choice(article.Heading, article.Id))])
        {
            Style = ChoiceStyle.Filtered,
            Value = press.Text("article") ?? (group.Nearest.Count > 0 ? group.Nearest[0] : null),
            IsRequired = true,
            ErrorMessage = "Choose an article",
        };
    }

    private static ChoiceSetInput Wordings(CardPress press, GapGroup group)
    {
        var offered = group.Wordings.Take(MostWordings).ToArray();
        var ticked = press.Data.TryGetProperty("wordings", out var value) && value.ValueKind == System.Text.Json.JsonValueKind.String
            ? string.Join(',', value.GetString()!.Split(',').Where(id => offered.Any(wording => wording.Id == id))) : string.Join(',', offered.Select(wording => wording.Id));
        return new ChoiceSetInput("wordings", "Wordings to take", [.. offered.Select(wording => new Choice(Cut(wording.Text), wording.Id))]) { IsMultiSelect = true, Style = ChoiceStyle.Expanded, Value = ticked };
    }

    private static string Cut(string text) => Line(text) is var line && line.Length <= MostTitle ? line : $"{line[..MostTitle]} …";

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
