using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Gaps;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Gaps;

/// <summary>The gap board and one group of it. Counts and days, never who asked.</summary>
internal static class GapCards
{
    public const int OnAPage = 5;
    private const int MostWordings = 10, MostName = 160, MostButton = 40;

    private const string Keeps = "Nobody's name is kept with a question. Questions go after the time that the settings say.";

    public static AdaptiveCard Board(GapList list, int page, KnowledgeSnapshot snapshot)
    {
        var groups = list.Groups;
        if (groups.Count == 0) return Card("Gap board", "No question waits: all that were asked lately were answered or dealt with.", [], [], Keeps);
        var pages = (groups.Count + OnAPage - 1) / OnAPage;
        page = Math.Clamp(page, 1, pages);
        List<CardElement> rows = [];
        foreach (var (group, i) in groups.Select((group, i) => (group, i)).Skip((page - 1) * OnAPage).Take(OnAPage)) rows.AddRange(Row(group, i + 1, snapshot));
        var lead = $"{Count(groups.Count, "group", "groups")} of questions, asked {Count(list.Asked, "time", "times")} without an answer that helped.{(list.LeftOut > 0 ? $" {Count(list.LeftOut, "more wording waits", "more wordings wait")} until some of these are dealt with." : "")}{(pages > 1 ? $" Page {page} of {pages}." : "")}";
        List<CardAction> turn = [];
        if (page > 1) turn.Add(Page("Previous page", page - 1));
        if (page < pages) turn.Add(Page("Next page", page + 1));
        return Card("Gap board", lead, rows, turn, Keeps);
    }

    public static AdaptiveCard Of(GapGroup group, KnowledgeSnapshot snapshot)
    {
        List<CardElement> body =
        [
            new TextBlock(Shown(group, snapshot)),
            CardParts.Subheading("How it was put"), new TextBlock(string.Join('\n', Lines(group))) { Spacing = Spacing.Small },
            CardParts.Subheading("Nearest articles"),
            new TextBlock(group.Nearest.Count == 0 ? "None is near." : string.Join('\n', group.Nearest.Select(snapshot.Find).OfType<Article>().Select(article => $"- {CardParts.Plain(article.Heading)}"))) { Spacing = Spacing.Small },
            new ActionSet([.. group.Nearest.Select(snapshot.Find).OfType<Article>().Select(article => Form(Fit($"Add to: {article.Button}"), GapVerbs.WordingForm, group, article.Id))]),
        ];
        if (group.Nearest.Count == 0) body[^1] = new ActionSet([Form("Add to an article", GapVerbs.WordingForm, group)]);
        return Card("Questions that belong together", $"{GapEdits.Times(group)}.", body,
            [Form("Begin an article", GapVerbs.ArticleForm, group), Form("Not ours", GapVerbs.StrangerForm, group), Form("Dismiss", GapVerbs.DismissForm, group), Page("Back to the board", 1)], Keeps);
    }

    public static AdaptiveCard Done(string heading, string words, bool isDraft = true) =>
        Card(heading, words, [], isDraft ? [new ExecuteAction("What would change", Verbs.Drafts) { SendsInputs = false }, Page("Gap board", 1)] : [Page("Gap board", 1)], null);

    /// <summary>"Shown instead: a refusal (5 times), a choice of answers or the nearest one (twice)".</summary>
    public static string Shown(GapGroup group, KnowledgeSnapshot snapshot) => "Shown instead: " + string.Join(", ", group.Shown.Select(shown => $"{Words(shown, snapshot)} ({Times(shown.Times)})")) + ".";

    private static string Words(GapShown shown, KnowledgeSnapshot snapshot) => shown.Outcome switch
    {
        QuestionLog.Unhelpful => $"\"{CardParts.Plain(snapshot.Find(shown.ArticleId ?? "")?.Heading ?? shown.ArticleId ?? "an answer")}\", which did not help",
        "unsure" => "a choice of answers or the nearest one",
        _ => "a refusal",
    };

    private static IEnumerable<CardElement> Row(GapGroup group, int number, KnowledgeSnapshot snapshot)
    {
        yield return new TextBlock($"Group {number}: {CardParts.Plain(Cut(group.Name))}") { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
        yield return new TextBlock($"{GapEdits.Times(group)}, in {Count(group.Wordings.Count, "wording", "wordings")}. {Shown(group, snapshot)}") { Size = TextSize.Small, Spacing = Spacing.Small };
        yield return new ActionSet([new ExecuteAction($"Open group {number}", GapVerbs.Open, Data(group)) { SendsInputs = false }]) { Spacing = Spacing.Small };
    }

    private static IEnumerable<string> Lines(GapGroup group)
    {
        foreach (var wording in group.Wordings.Take(MostWordings)) yield return $"- {CardParts.Plain(Cut(wording.Text))} ({Times(wording.Asked)})";
        if (group.Wordings.Count > MostWordings) yield return $"- and {Count(group.Wordings.Count - MostWordings, "more wording", "more wordings")}";
    }

    private static SubmitAction Form(string title, string verb, GapGroup group, string? article = null)
    {
        var data = Data(group);
        if (article is not null) data["article"] = article;
        return new SubmitAction(title, verb, data) { OpensDialog = true, SendsInputs = false };
    }

    private static ExecuteAction Page(string title, int page) => new(title, Verbs.Gaps, new JsonObject { ["page"] = page.ToString(CultureInfo.InvariantCulture) }) { SendsInputs = false };

    private static JsonObject Data(GapGroup group) => new() { ["gap"] = group.Id };

    private static AdaptiveCard Card(string heading, string lead, List<CardElement> body, List<CardAction> actions, string? foot)
    {
        List<CardElement> all = [CardParts.Heading(heading), new TextBlock(CardParts.Plain(lead)), .. body];
        if (foot is not null) all.Add(CardParts.Subtle(foot));
        if (actions.Count > 0) all.Add(new ActionSet(actions));
        return new AdaptiveCard { Body = all, FallbackText = $"{heading}. {lead}", Summary = $"{heading}. {lead}", IsPersonal = true };
    }

    private static string Times(int times) => times switch { 1 => "once", 2 => "twice", _ => Count(times, "time", "times") };

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    private static string Cut(string text) => Line(text) is var line && line.Length <= MostName ? line : $"{line[..MostName]} …";

    private static string Fit(string title) => title.Length <= MostButton ? title : $"{title[..(MostButton - 2)]} …";

    // What was typed over several lines would begin lists of its own.
    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
