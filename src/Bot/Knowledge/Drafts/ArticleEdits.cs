using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Drafts;

/// <summary>Small edits on top of the drafts that wait. Each is kept as a draft and refused with words.</summary>
public sealed class ArticleEdits(Drafting drafting)
{
    internal const string NoReason = "Give a reason. It goes into the history.";
    private const string Origin = "edit";
    private const int MostTries = 5;

    /// <summary>Gives an article one more wording.</summary>
    /// <returns>Why it was not kept, in words; null where it was.</returns>
    public Task<string?> AddAlternateAsync(string articleId, string wording, Editor editor, CancellationToken ct) =>
        EditAsync(content => content.AddAlternate(articleId, wording), editor, ct);

    /// <summary>Adds to the question set: no release may be published any more in which the question is not answered so.</summary>
    /// <param name="question">As a person asks it.</param>
    /// <param name="expected">The article, "records/" with an intent, or "refused".</param>
    /// <param name="editor">Who and why.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Why it was not kept, in words; null where it was.</returns>
    public Task<string?> KeepQuestionAsync(string question, string expected, Editor editor, CancellationToken ct) =>
        EditAsync(content => content.KeepQuestion(question, expected), editor, ct);

    /// <summary>Both at once: a wording of the article that is in the question set too.</summary>
    public Task<string?> AddKeptAlternateAsync(string articleId, string wording, Editor editor, CancellationToken ct) =>
        EditAsync(content => content.AddAlternate(articleId, wording) ?? content.KeepQuestion(wording, articleId), editor, ct);

    internal async Task<string?> EditAsync(Func<EditedContent, string?> edit, Editor editor, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(editor.Why)) return NoReason;
        for (var tries = 0; tries < MostTries; tries++)
        {
            var draft = await drafting.CurrentAsync(ct);
            var content = new EditedContent(draft.Files);
            if (edit(content) is { } refusal) return refusal;
            if (await drafting.ChangeOnAsync(draft, content.Changes, Origin, editor, ct) is { } problems)
                return problems.Count == 0 ? null : string.Join(' ', problems.Select(problem => problem.Message));
        }

        return "Others are changing the same article at this moment. Try again.";
    }
}
