using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Storage.Held;
using Bot.Turns;

namespace Bot.Features.Privacy;

/// <summary>What is held about the person who asks, or was deleted.</summary>
internal static class HeldCard
{
    public const string DeleteVerb = "held-delete";

    private const string NotByPerson =
        "Questions that I cannot answer, or whose answer was voted not helpful, are kept for a while without saying who asked, so nobody can find yours among them. That a chat was greeted, and for 1 day which message answered which, is kept by chat and not by person. If you change the knowledge base, its audit log keeps your object id and your reason for good. Teams keeps its own copy of this chat, under your organisation's rules.";

    private const string Disclosable = "Notes on meetings may have to be disclosed under the Freedom of Information Act.";

    public static AdaptiveCard Held(IReadOnlyList<Holding> held)
    {
        if (held.Count == 0) return Card("Nothing held about you", "I hold nothing about you.", [], []);
        var delete = new ExecuteAction("Delete all of it", DeleteVerb) { SendsInputs = false, Style = ActionStyle.Destructive };
        return Card("What I hold about you", "I found these by your Teams id. No name is stored with them.", held, [delete, Privacy], Disclosable);
    }

    public static AdaptiveCard Deleted(IReadOnlyList<Holding> deleted) => deleted.Count == 0
        ? Card("Nothing to delete", "I held nothing about you, so there was nothing to delete.", [], [])
        : Card("Deleted", "Deleted just now, for good:", deleted, []);

    private static ExecuteAction Privacy => new("What this guide keeps", Verbs.Answer, new JsonObject { ["article"] = "about-privacy" }) { SendsInputs = false };

    private static AdaptiveCard Card(string heading, string lead, IReadOnlyList<Holding> list, CardAction[] actions, string? more = null)
    {
        List<CardElement> body = [CardParts.Heading(heading), new TextBlock(lead)];
        var lines = string.Join('\n', list.Select(holding => $"- {holding}"));
        if (list.Count > 0) body.Add(new TextBlock(lines) { Spacing = Spacing.Small });
        if (more is not null) body.Add(new TextBlock(more));
        body.Add(CardParts.Subtle(NotByPerson));
        if (actions.Length > 0) body.Add(new ActionSet(actions));
        return new AdaptiveCard { Body = body, FallbackText = $"{lead}\n{lines}\n{NotByPerson}", Summary = $"{heading}. {lead}" };
    }
}
