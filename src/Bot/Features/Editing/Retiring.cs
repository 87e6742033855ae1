using Bot.Cards;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;

namespace Bot.Features.Editing;

/// <summary>Drafts that change an article without its form.</summary>
public sealed class Retiring(Drafting drafting, ArticleEdits edits)
{
    private const int MostPrompts = 4;

    internal static AdaptiveCard Form(FoundArticle found, DateOnly today, string? problem = null) => ArticleCards.RetireForm(
        found, [.. ContentFolder.Readable(found.Draft.Files).Where(other => other.Id != found.Value.Id).OrderBy(other => other.Heading, StringComparer.OrdinalIgnoreCase)], today, problem);

    /// <returns>Why it was not kept, in words; null where it was.</returns>
    internal Task<string?> AddWordingAsync(FoundArticle found, string wording, Editor editor, CancellationToken ct) => edits.AddAlternateAsync(found.Value.Id, wording, editor, ct);

    /// <summary>Makes an article one about the past, which says what came after and leads there.</summary>
    /// <returns>Why it was not kept, in words; null where it was.</returns>
    internal async Task<string?> RetireAsync(FoundArticle found, string successor, DateOnly? until, string note, Editor editor, CancellationToken ct)
    {
        var article = found.Value;
        if (until is not { } last) return "Choose the last day on which it was true.";
        if (last < article.ValidFrom) return $"The last day lies before the first one, {EditorWords.Day(article.ValidFrom)}.";
        if (note.Length == 0) return "Write one sentence for readers: what changed.";
        if (successor == article.Id || !ContentFolder.Readable(found.Draft.Files).Any(other => other.Id == successor)) return "Choose the article that takes its place.";
        var retired = article with
        {
            Status = ArticleStatus.Historical,
            StatusNote = note,
            ValidTo = last,
            SupersededBy = successor,
            Prompts = [.. article.Prompts.Prepend(successor).Distinct(StringComparer.Ordinal).Take(MostPrompts)],
        };
        var path = article.Place.Path;
        var problems = ContentFolder.Read(found.Draft.Files.With(path, ArticleText.Of(retired))).Problems
            .Where(problem => problem.Path == path && !problem.IsWarning && problem.Message.Contains("successors", StringComparison.Ordinal)).ToArray();
        if (problems.Length > 0) return problems[0].Message;
        var kept = await drafting.ChangeOnAsync(found.Draft, [new(path, ArticleText.Of(retired))], "retire", editor, ct);
        return kept is null ? "Somebody else changed this article at this moment. Look at it and retire it again." : kept.Count == 0 ? null : kept[0].Message;
    }
}
