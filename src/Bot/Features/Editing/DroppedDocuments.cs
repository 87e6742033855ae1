using Bot.Activities;
using Bot.Cards;
using Bot.Files;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Documents;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Importing;
using Bot.Roles;
using Bot.Turns;

namespace Bot.Features.Editing;

/// <summary>A document in an editor's own chat starts drafts.</summary>
public sealed class DroppedDocuments(RoleGate gate, LongWork work, FileDownloads downloads, KnowledgeStore knowledge, Drafting drafting)
{
    // Each is read on top of the one before, and a turn has seconds.
    private const int MostFiles = 10;
    private const int MostTries = 3;

    /// <returns>Null where the sender does not keep the knowledge base, or others read along.</returns>
    public async ValueTask<TurnResult?> ReceiveAsync(TurnContext turn, CancellationToken ct)
    {
        if (!turn.IsPersonal || await gate.OfAsync(turn, ct) is not (>= Role.Editor and var role)) return null;
        var files = turn.Activity.Attachments?.Where(attachment => attachment.ContentType == FileDownloads.ContentType).ToArray() ?? [];
        // Each has a card of its own; they are read one after the other, because each comes on top of the one before.
        var why = turn.Text.Length > 0 ? EditorWords.Cut(turn.Text, 500) : "Dropped into the chat.";
        var editor = new Editor(RoleGate.IdOf(turn), why);
        TurnResult last = TurnResult.Nothing;
        var before = Task.CompletedTask;
        foreach (var file in files.Take(MostFiles))
        {
            var (mine, done) = (before, new TaskCompletionSource());
            before = done.Task;
            if (last is TurnResult.Card card) await turn.SendAsync(card.Value, ct);
            last = await work.StartAsync(turn, DroppedCard.UnderWay(NameOf(file)), async (_, stop) =>
            {
                try
                {
                    await mine;
                    return await ReadAsync(file, turn.Today, editor, role, stop);
                }
                finally
                {
                    done.SetResult();
                }
            }, ct);
        }

        if (files.Length <= MostFiles) return last;
        if (last is TurnResult.Card shown) await turn.SendAsync(shown.Value, ct);
        return new TurnResult.Text($"I took the first {MostFiles} of {files.Length} files. Send the others in another message.");
    }

    private async Task<AdaptiveCard> ReadAsync(Attachment file, DateOnly today, Editor editor, Role role, CancellationToken ct)
    {
        var fetched = await downloads.FetchAsync(file, ct);
        if (fetched is not FetchedFile.Got got) return DroppedCard.Refused(NameOf(file), ((FetchedFile.Refused)fetched).Words);
        try
        {
            return await KeepAsync(await DocumentReader.ReadAsync(got.Name, got.Bytes, ct), today, editor, role, ct);
        }
        catch (DocumentException e)
        {
            return DroppedCard.Refused(got.Name, e.Message);
        }
    }

    private async Task<AdaptiveCard> KeepAsync(ReadDocument document, DateOnly today, Editor editor, Role role, CancellationToken ct)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var draft = await drafting.CurrentAsync(ct);
            var content = knowledge.Current.Content;
            // On top of what waits, so that the same document never makes the same article twice.
            if (draft.Rows.Count > 0) content = content with { Articles = ContentFolder.Readable(draft.Files), Sources = ContentFolder.ReadableSources(draft.Files) };
            var changes = DocumentDrafts.Of(document, content, draft.Files, today);
            if (await drafting.ChangeOnAsync(draft, changes.Changes, document.Name, editor, ct) is not { } problems) continue;
            if (problems.Count > 0) return DroppedCard.Refused(document.Name, string.Join(' ', problems.Take(5).Select(problem => problem.Message)));
            return DroppedCard.Of(document, changes, [.. changes.Changes.Select(change => (change.Key, KindOf(draft, change)))], role);
        }

        return DroppedCard.Refused(document.Name, "Others are changing the same articles at this moment. Send it again.");
    }

    private static string KindOf(Draft draft, KeyValuePair<string, string?> change) =>
        change.Value is null ? "removed" : draft.Files.Find(change.Key) is null ? "added" : "changed";

    private static string NameOf(Attachment file) => FileNames.Safe(file.Name ?? "the document");
}
