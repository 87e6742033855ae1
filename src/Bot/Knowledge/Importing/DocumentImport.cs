using Bot.Knowledge.Articles;
using Bot.Knowledge.Documents;
using Bot.Knowledge.Drafts;

namespace Bot.Knowledge.Importing;

/// <summary>How taking documents in ended.</summary>
/// <param name="Changes">What they change.</param>
/// <param name="Problems">Why nothing of it was kept; empty where it was.</param>
public sealed record Imported(DocumentChanges Changes, IReadOnlyList<Problem> Problems);

/// <summary>Makes drafts of documents, on top of what is served and of the drafts that wait.</summary>
public sealed class DocumentImport(Drafting drafting, KnowledgeStore store, TimeProvider time)
{
    private const int MostTries = 5;

    /// <param name="documents">What was read.</param>
    /// <param name="origin">Where the drafts come from, such as the file's name.</param>
    /// <param name="editor">Who and why.</param>
    /// <param name="ct">Gives up; nothing is kept.</param>
    public async Task<Imported> RunAsync(IReadOnlyCollection<ReadDocument> documents, string origin, Editor editor, CancellationToken ct)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var draft = await drafting.CurrentAsync(ct);
            var changes = DocumentDrafts.Of(documents, Waiting(draft), draft.Files, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
            if (changes.Changes.Count == 0) return new Imported(changes, []);
            // Null: somebody else changed a draft meanwhile, and what they wrote must not be lost.
            if (await drafting.ChangeOnAsync(draft, changes.Changes, origin, editor, ct) is { } problems) return new Imported(changes, problems);
        }

        return new Imported(DocumentChanges.None, [new Problem(origin, 1, "Others are changing the drafts at this moment. Try again in a minute.")]);
    }

    private Content Waiting(Draft draft) => draft.Rows.Count == 0
        ? store.Current.Content
        : store.Current.Content with { Articles = ContentFolder.Readable(draft.Files), Sources = ContentFolder.ReadableSources(draft.Files) };
}
