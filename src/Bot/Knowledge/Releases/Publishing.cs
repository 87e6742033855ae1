using Bot.Knowledge.Checks;
using Bot.Knowledge.Drafts;
using Bot.Storage;

namespace Bot.Knowledge.Releases;

/// <summary>How an attempt to publish ended.</summary>
/// <param name="Number">The release; null where none was made.</param>
/// <param name="Report">What was checked; null for a release that was checked when it was made.</param>
/// <param name="Problem">Why it did not happen, in words; null where it did.</param>
public sealed record Published(long? Number, CheckReport? Report, string? Problem)
{
    public bool Done => Problem is null;
}

/// <summary>Makes releases of drafts and moves the pointer.</summary>
public sealed class Publishing(Drafting drafting, ReleaseChecks checks, ReleaseRows releases, ServedRelease pointer)
{
    // Training a large base on a busy machine takes a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Checks the drafts, makes them a release and asks all replicas to serve it.</summary>
    /// <param name="editor">Who and why.</param>
    /// <param name="overrideReason">Publish although kept questions lose their answers; it goes into the audit log.</param>
    /// <param name="ct">Gives up; what is served stays.</param>
    public async Task<Published> PublishAsync(Editor editor, string? overrideReason, CancellationToken ct)
    {
        var draft = await drafting.CurrentAsync(ct);
        if (draft.Changes.Count == 0) return new(null, null, "There is nothing to publish: no draft differs from what is served.");
        if (draft.Stale.Count > 0)
            return new(null, null, $"Published since the draft was made, and would be undone: {string.Join(", ", draft.Stale.Select(row => row.Path))}. Make these changes again on the new text.");
        var report = await checks.RunAsync(draft.Files, ct);
        if (report.HasErrors) return new(null, report, $"{report.Errors.Count()} problems have to be mended first.");
        if (report.Regressions.Count > 0 && string.IsNullOrWhiteSpace(overrideReason))
            return new(null, report, $"{report.Regressions.Count} kept questions lose their answers. Mend them, or publish with a written reason.");
        var number = await releases.AddAsync(new ReleaseRow
        {
            Hash = draft.Files.Hash,
            MadeFrom = draft.Number,
            MadeAt = drafting.Now,
            MadeBy = editor.Who,
            Why = report.Regressions.Count > 0 ? $"{editor.Why} (published although {report.Regressions.Count} kept questions change: {overrideReason})" : editor.Why,
            Files = draft.Files.Pack(),
        }, [.. draft.Changes.Select(change => new ReleasedChange(change.Path, change.Kind, change.Row.Who, change.Row.Why))], draft.Rows, ct);
        // Drafts go when the pointer moves and outlive a publication that failed: nothing that somebody wrote is lost.
        return new(number, report, await ServeAsync(number, editor, ct));
    }

    /// <summary>Publishes a release that was made before; 0 is the content that the program brings.</summary>
    public async Task<Published> RollBackAsync(long number, Editor editor, CancellationToken ct)
    {
        var served = await pointer.ReadAsync(ct);
        if (served.Number == number && served.Wanted == number) return new(number, null, $"Release {number} is served already.");
        return new(number, null, await ServeAsync(number, editor, ct));
    }

    /// <returns>Why it is not served; null where it is.</returns>
    private async Task<string?> ServeAsync(long number, Editor editor, CancellationToken ct)
    {
        if (!await pointer.WantAsync(number, editor.Who, editor.Why, ct)) return $"There is no release {number}. List the releases to see which there are.";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            while (!await pointer.MoveAsync(number, patience.Token))
            {
                var now = await pointer.ReadAsync(patience.Token);
                if (now.Number == number) return null;
                if (now.Wanted != number) return now.Problem ?? "Another publication took its place.";
                await Task.Delay(200, patience.Token);
            }

            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            await pointer.GiveUpAsync(number, "A replica did not get ready in time.", ct);
            return "A replica of the service did not get ready in time. What was served before is still served. Try again, or restart that replica.";
        }
    }
}
