using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Knowledge.Drafts;
using Bot.Roles;

namespace Bot.Features.Editing;

/// <summary>What the drafts would change, a few files a page, before and after.</summary>
internal static class DiffCard
{
    private const int FilesOnAPage = 3, MostFields = 8, MostTexts = 6, LongText = 400, ShortText = 100;

    // Teams refuses a message beyond some 80 KB, counted as UTF-16.
    private const int MostBytes = 35_000;

    public static AdaptiveCard Of(Draft draft, int page, Role role, string reader, string? note = null)
    {
        var card = Of(draft, page, role, reader, note, LongText);
        return card.ToUtf8Json().Length <= MostBytes ? card : Of(draft, page, role, reader, note, ShortText);
    }

    private static AdaptiveCard Of(Draft draft, int page, Role role, string reader, string? note, int longest)
    {
        if (draft.Rows.Count == 0) return NoteCard.Of("Nothing waits", [.. note is null ? [] : new[] { note }, "No draft differs from what is served."], [], [EditingButtons.Status]);
        var pages = Math.Max(1, (draft.Changes.Count + FilesOnAPage - 1) / FilesOnAPage);
        page = Math.Clamp(page, 1, pages);
        var summary = Summary(draft);
        List<CardElement> body = [];
        if (note is not null) body.Add(new TextBlock(CardParts.Plain(note)) { Weight = TextWeight.Bolder });
        body.Add(CardParts.Heading("What the drafts would change"));
        body.Add(new TextBlock(summary));
        if (draft.Stale.Count > 0) body.Add(new TextBlock($"Made on an older text, so they cannot be published: {CardParts.Plain(EditorWords.Cut(string.Join(", ", draft.Stale.Select(row => row.Path)), 1_000))}. Forget each and make the change again.") { Weight = TextWeight.Bolder });
        foreach (var change in draft.Changes.Skip((page - 1) * FilesOnAPage).Take(FilesOnAPage)) body.Add(Change(change, role, reader, longest));
        body.Add(new ActionSet([.. Buttons(page, pages, role)]));
        if (pages > 1) body.Add(CardParts.Subtle(string.Create(CultureInfo.InvariantCulture, $"Page {page} of {pages}")));
        return new AdaptiveCard { Body = body, FallbackText = $"{summary} {string.Join("; ", draft.Changes.Take(20).Select(Title))}", Summary = summary };
    }

    /// <summary>"2 articles added, 1 changed."</summary>
    public static string Summary(Draft draft)
    {
        var counts = draft.Changes.CountBy(change => change.Kind).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {pair.Key}"));
        return draft.Changes.Count == 0 ? "The drafts say the same as what is served." : $"{EditorWords.Count(draft.Changes.Count, "file", "files")}: {string.Join(", ", counts)}.";
    }

    public static string Title(FileChange change) => $"{change.Kind}: {change.Path}";

    private static IEnumerable<CardAction> Buttons(int page, int pages, Role role)
    {
        if (page > 1) yield return EditingButtons.DiffPage("Page before", page - 1);
        if (page < pages) yield return EditingButtons.DiffPage("Next page", page + 1);
        if (role >= Role.Editor) yield return EditingButtons.Check;
        if (role >= Role.Admin) yield return EditingButtons.PublishForm;
        yield return EditingButtons.Status;
    }

    private static Container Change(FileChange change, Role role, string reader, int longest)
    {
        var title = $"{char.ToUpperInvariant(change.Kind[0])}{change.Kind[1..]}: {CardParts.Plain(change.Path)}";
        List<CardElement> items =
        [
            new TextBlock(title) { Weight = TextWeight.Bolder },
            CardParts.Subtle($"{EditorWords.When(change.Row.At)}, by {CardParts.Plain(EditorWords.Who(change.Row.Who, reader))}, from {CardParts.Plain(change.Row.Origin)}: {CardParts.Plain(EditorWords.Cut(change.Row.Why, 200))}"),
        ];
        var fields = ChangedFields.Of(change.Path, change.Before, change.After);
        // Of what goes, a reader only has to see what it was.
        if (change.After is null) fields = [.. fields.Where(field => field.Field is "Heading" or "Question" or "Short answer" or "Lines")];
        foreach (var field in fields.Take(MostFields)) items.AddRange(Field(field, longest));
        if (fields.Count > MostFields) items.Add(CardParts.Subtle($"And {EditorWords.Count(fields.Count - MostFields, "more field", "more fields")}."));
        if (role >= Role.Editor)
        {
            var data = new JsonObject { ["path"] = change.Path, ["at"] = change.Row.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) };
            items.Add(new ActionSet([new ExecuteAction($"Forget the draft of {Path.GetFileNameWithoutExtension(change.Path)}", EditingVerbs.Forget, data) { SendsInputs = false }]));
        }

        return new Container(items) { Separator = true, Spacing = Spacing.Medium };
    }

    /// <summary>One field, before and after, in words and not only in colour.</summary>
    public static IEnumerable<CardElement> Field(FieldChange field, int longest = LongText)
    {
        if (field.IsReplacement)
        {
            yield return Part($"**{field.Field}**, before: {Plain(field.Removed[0], longest)}", TextColor.Attention);
            yield return Part($"**{field.Field}**, after: {Plain(field.Added[0], longest)}", TextColor.Good);
            yield break;
        }

        foreach (var text in field.Removed.Take(MostTexts)) yield return Part($"**{field.Field}**, removed: {Plain(text, longest)}", TextColor.Attention);
        foreach (var text in field.Added.Take(MostTexts)) yield return Part($"**{field.Field}**, added: {Plain(text, longest)}", TextColor.Good);
        var left = Math.Max(0, field.Removed.Count - MostTexts) + Math.Max(0, field.Added.Count - MostTexts);
        if (left > 0) yield return CardParts.Subtle($"And {EditorWords.Count(left, "more line", "more lines")}.");
    }

    private static TextBlock Part(string text, TextColor color) => new(text) { Color = color, Size = TextSize.Small, Spacing = Spacing.Small };

    private static string Plain(string text, int longest) => CardParts.Plain(EditorWords.Cut(text, longest));
}
