using System.Globalization;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Drafts;

/// <summary>Compares a file before and after: an article field by field, a list line by line.</summary>
public static class ChangedFields
{
    public static IReadOnlyList<FieldChange> Of(string path, string? before, string? after)
    {
        if (path.EndsWith(".md", StringComparison.Ordinal) && (before is null || Read(path, before) is not null) && (after is null || Read(path, after) is not null))
            return Between(before is null ? null : Read(path, before), after is null ? null : Read(path, after));
        return Lines("Lines", before, after) is { } lines ? [lines] : [];
    }

    /// <summary>Null stands for an article that is not there.</summary>
    public static IReadOnlyList<FieldChange> Between(Article? before, Article? after) => [.. Fields(before, after).OfType<FieldChange>()];

    private static IEnumerable<FieldChange?> Fields(Article? before, Article? after)
    {
        yield return One("Heading", before?.Heading, after?.Heading);
        yield return One("Button", before?.Button, after?.Button);
        yield return One("Question", before?.Question, after?.Question);
        yield return Many("Other wordings", Wordings(before), Wordings(after));
        yield return One("Short answer", before?.Short, after?.Short);
        yield return Many("Points", before?.Points, after?.Points);
        yield return Lines("Detail", before?.Detail, after?.Detail);
        yield return One("Status", Status(before), Status(after));
        yield return One("Valid from", Day(before?.ValidFrom), Day(after?.ValidFrom));
        yield return One("Valid to", Day(before?.ValidTo), Day(after?.ValidTo));
        yield return One("As at", Day(before?.AsOf), Day(after?.AsOf));
        yield return One("Next check by", Day(before?.ReviewBy), Day(after?.ReviewBy));
        yield return One("Owner", before?.Owner, after?.Owner);
        yield return One("Confidence", before?.Confidence.ToString(), after?.Confidence.ToString());
        yield return One("Successor", before?.SupersededBy, after?.SupersededBy);
        yield return One("Place in the source", before?.Cited, after?.Cited);
        yield return Many("Sources", before?.Sources, after?.Sources);
        yield return Many("Next steps", before?.Prompts, after?.Prompts);
    }

    private static Article? Read(string path, string text) => ArticleFile.Read(path, text, []);

    private static string[]? Wordings(Article? article) => article is null ? null : [.. article.Alternates, .. article.Variants];

    private static string? Status(Article? article) => article is null ? null : article.StatusNote is { } note ? $"{article.Status}: {note}" : $"{article.Status}";

    private static string? Day(DateOnly? day) => day?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static FieldChange? One(string field, string? before, string? after) =>
        before == after ? null : new FieldChange(field, before is null ? [] : [before], after is null ? [] : [after]);

    private static FieldChange? Many(string field, IReadOnlyList<string>? before, IReadOnlyList<string>? after)
    {
        var (removed, added) = ((before ?? []).Except(after ?? []).ToArray(), (after ?? []).Except(before ?? []).ToArray());
        if (removed.Length + added.Length > 0) return new FieldChange(field, removed, added);
        // The same texts in another order are a change too, and nothing else would show it.
        return (before ?? []).SequenceEqual(after ?? []) ? null : new FieldChange(field, [string.Join("; ", before ?? [])], [string.Join("; ", after ?? [])]);
    }

    private static FieldChange? Lines(string field, string? before, string? after)
    {
        if (before == after) return null;
        var change = Many(field, Split(before), Split(after));
        return change ?? new FieldChange(field, ["(blank lines)"], ["(other blank lines)"]);
    }

    private static string[] Split(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
