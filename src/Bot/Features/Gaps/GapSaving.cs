using Bot.Cards;
using Bot.Knowledge;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Gaps;
using Bot.Roles;
using Bot.Turns;

namespace Bot.Features.Gaps;

/// <summary>Does what a form of the gap board was sent for.</summary>
public sealed class GapSaving(GapEdits edits, KnowledgeStore knowledge)
{
    /// <returns>What is wrong, in words, or the card that says what was done.</returns>
    public async ValueTask<(string? Problem, AdaptiveCard? Done)> SaveAsync(TurnContext turn, CardPress press, GapGroup group, CancellationToken ct)
    {
        var editor = new Editor(RoleGate.IdOf(turn), press.Text("why")?.Trim() ?? "");
        var chosen = Chosen(press, group);
        return press.Verb switch
        {
            GapVerbs.Wording => await WordingAsync(press, group, chosen, editor, ct),
            GapVerbs.Article => await ArticleAsync(press, group, chosen, editor, ct),
            GapVerbs.Stranger => (await edits.AddStrangersAsync(group, chosen, editor, ct),
                GapCards.Done("Drafted as not ours", "These questions will be recognised and refused once this is published. The first joins the question set as one that has to be refused.")),
            _ => (await edits.DismissAsync(group, editor, ct), GapCards.Done("Dismissed", "These wordings do not come back to the board. Nothing in the guide changes.", isDraft: false)),
        };
    }

    private async ValueTask<(string? Problem, AdaptiveCard? Done)> WordingAsync(CardPress press, GapGroup group, GapWording[] chosen, Editor editor, CancellationToken ct)
    {
        if (press.Text("article") is not { } id) return ("Choose the article that answers these questions.", null);
        var heading = knowledge.Current.Find(id)?.Heading ?? id;
        return (await edits.AddWordingsAsync(group, chosen, id, editor, ct),
            GapCards.Done("Drafted as wordings", $"They will lead to \"{heading}\" once this is published. The first joins the question set, so no later release may lose it."));
    }

    private async ValueTask<(string? Problem, AdaptiveCard? Done)> ArticleAsync(CardPress press, GapGroup group, GapWording[] chosen, Editor editor, CancellationToken ct)
    {
        var words = new NewArticle(Text(press, "heading").TrimEnd('.', '?', ' '), Text(press, "question"), Text(press, "short"));
        if (words.Heading.Length == 0 || words.Short.Length == 0) return ("Write a heading and a short answer.", null);
        // Without a tick the article's own question is enough.
        return (await edits.AddArticleAsync(group, chosen.Length > 0 ? chosen : [group.Wordings[0]], words, editor, ct),
            GapCards.Done("Drafted as an article", $"\"{words.Heading}\" is marked as not verified. Add its sources and next steps before it is published: say \"edit {words.Heading}\"."));
    }

    private static GapWording[] Chosen(CardPress press, GapGroup group)
    {
        // Many ticks are longer than a text of a press may be.
        var ticked = press.Data.TryGetProperty("wordings", out var value) && value.ValueKind == System.Text.Json.JsonValueKind.String ? value.GetString()! : "";
        var ids = ticked.Split(',', GapForms.MostWordings + 1, StringSplitOptions.TrimEntries);
        return [.. group.Wordings.Where(wording => ids.Contains(wording.Id))];
    }

    private static string Text(CardPress press, string field) => string.Join(' ', (press.Text(field) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
