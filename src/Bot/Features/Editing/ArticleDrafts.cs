using Bot.Cards;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;
using Bot.Knowledge.Drafts;

namespace Bot.Features.Editing;

/// <summary>Judges an edited article, draws it, and keeps it as a draft.</summary>
public sealed class ArticleDrafts(KnowledgeStore knowledge, Drafting drafting, DrawArticle draw)
{
    private const string Origin = "edit";

    /// <summary>What the content's rules and the style say of it, and how it would look. Nothing is kept.</summary>
    internal FormNotes Judge(FoundArticle found, Article edited, DateOnly today)
    {
        var (content, problems) = Read(found, edited);
        var served = knowledge.Current;
        // With the drafts' sources and articles, where they can be read.
        var snapshot = content is null ? served : new KnowledgeSnapshot(served.Revision, content, served.Records, served.Engine);
        return new FormNotes
        {
            Problems = problems,
            Hints = [.. StyleRules.Check(edited).Select(problem => $"{(problem.IsWarning ? "Style" : "Style, to be mended before it is published")}: {problem.Message}").Distinct()],
            Preview = [.. draw(edited, snapshot, today).Body],
        };
    }

    /// <returns>Null where it is kept; else what is in the way.</returns>
    internal async Task<FormNotes?> KeepAsync(FoundArticle found, Article edited, ArticleForm form, Editor editor, CancellationToken ct)
    {
        if (Draft.HashOf(found.Text) != form.Base) return Conflict(found, edited);
        var problems = Read(found, edited).Problems;
        if (problems.Count > 0) return new FormNotes { Problems = problems };
        var kept = await drafting.ChangeOnAsync(found.Draft, [new(edited.Place.Path, ArticleText.Of(edited))], Origin, editor, ct);
        return kept is null ? Conflict(found, edited) : kept.Count == 0 ? null : new FormNotes { Problems = [.. kept.Select(problem => problem.Message)] };
    }

    /// <summary>What of the style bars the way to a release; a draft may have it.</summary>
    internal static IReadOnlyList<string> ToMend(Article edited) => [.. StyleRules.Check(edited).Where(problem => !problem.IsWarning).Select(problem => problem.Message).Distinct()];

    private static FormNotes Conflict(FoundArticle found, Article edited)
    {
        var row = found.Draft.Rows.FirstOrDefault(row => row.Path == found.Value.Place.Path);
        var other = row is null ? "It was published meanwhile." : $"Kept on {EditorWords.When(row.At)} by {EditorWords.Who(row.Who, "")}: {row.Why}.";
        return new FormNotes
        {
            Problems = [$"Somebody else changed this article while you wrote. {other} Your text is still in the form. Save again to put yours in its place."],
            Kept = ChangedFields.Between(found.Value, edited),
        };
    }

    // An article that had errors before may be saved with them, so that it can be mended step by step.
    private static (Content? Content, IReadOnlyList<string> Problems) Read(FoundArticle found, Article edited)
    {
        var path = edited.Place.Path;
        var before = Errors(ContentFolder.Read(found.Draft.Files), path);
        var read = ContentFolder.Read(found.Draft.Files.With(path, ArticleText.Of(edited)));
        return (read.Content, [.. Errors(read, path).Except(before)]);
    }

    private static IEnumerable<string> Errors(ContentResult read, string path) => read.Problems.Where(problem => problem.Path == path && !problem.IsWarning).Select(problem => problem.Message);
}
