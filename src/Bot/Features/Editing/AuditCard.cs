using Bot.Cards;
using Bot.Storage;

namespace Bot.Features.Editing;

/// <summary>Who did what, when and why.</summary>
internal static class AuditCard
{
    public const int Most = 10;

    public static AdaptiveCard Of(IReadOnlyList<AuditEntry> entries, string reader) => Listed(
        "The audit log", entries.Count == 0 ? "Nothing was changed yet." : "The latest changes. Nobody can change or delete an entry.", entries, reader,
        entries.Count == 0 ? [EditingButtons.Status] : [new ExecuteAction("All of it as a file", EditingVerbs.AuditFile) { SendsInputs = false }, EditingButtons.Status]);

    public static AdaptiveCard OfArticle(string heading, string id, IReadOnlyList<AuditEntry> entries, string reader) => Listed(
        $"History: {EditorWords.Cut(heading, 50)}",
        entries.Count == 0 ? "It was not changed since this service keeps an audit log. It came with the program." : "The latest first.", entries, reader,
        [EditingButtons.OfArticle("This article", EditingVerbs.Article, id), EditingButtons.Status]);

    private static AdaptiveCard Listed(string heading, string lead, IReadOnlyList<AuditEntry> entries, string reader, CardAction[] next)
    {
        List<CardElement> body = [CardParts.Heading(heading), new TextBlock(lead), .. entries.Select(entry => Entry(entry, reader)), new ActionSet(next)];
        return new AdaptiveCard { Body = body, FallbackText = $"{heading}. {lead}", Summary = $"{heading}. {lead}" };
    }

    private static Container Entry(AuditEntry entry, string reader)
    {
        List<CardElement> lines =
        [
            new TextBlock(CardParts.Plain(Words(entry))) { Weight = TextWeight.Bolder },
            new TextBlock($"{EditorWords.When(entry.At)}, by {CardParts.Plain(EditorWords.Who(entry.Who, reader))}") { Size = TextSize.Small, Spacing = Spacing.None },
        ];
        if (entry.Why.Length > 0) lines.Add(new TextBlock(CardParts.Plain(EditorWords.Cut(entry.Why, 300))) { Size = TextSize.Small, Spacing = Spacing.None });
        return new Container(lines) { Spacing = Spacing.Small };
    }

    // The log keeps short marks that tools can compare; people get a sentence.
    private static string Words(AuditEntry entry) => Capital(entry.Action switch
    {
        "draft writes" => $"draft of {entry.What} written",
        "draft removes" => $"draft that removes {entry.What}",
        "draft forgotten" => $"draft of {entry.What} forgotten",
        "release made" => $"{entry.What} made",
        "publication asked" => $"{entry.What} was to be served",
        "publication failed" => $"{entry.What} not served",
        "published" => $"{entry.What} served from now on",
        "withdrawn" => $"{entry.What} withdrawn",
        "restored" => $"{entry.What} shown again",
        var action when action.Contains(" in release ", StringComparison.Ordinal) => $"{entry.What} {action}",
        var action => $"{action}: {entry.What}",
    });

    // A file is called as it is.
    private static string Capital(string text) => text.Length == 0 || text.Split(' ')[0].Contains('.', StringComparison.Ordinal) ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
