using Bot.Knowledge.Drafts;
using Bot.Knowledge.Sources;
using Bot.Storage;

namespace Bot.Features.Editing;

/// <summary>The drafts, and a way to take them back.</summary>
public sealed class WaitingDrafts(Drafting drafting, Refreshing refreshing)
{
    public Task<Draft> CurrentAsync(CancellationToken ct) => drafting.CurrentAsync(ct);

    /// <returns>How many were forgotten: those that are still as they were seen.</returns>
    public async Task<int> ForgetAsync(IReadOnlyCollection<DraftRow> rows, Editor editor, CancellationToken ct)
    {
        var forgotten = await drafting.ForgetAsync(rows, editor, ct);
        // Where a document made them, it is to be read anew, or the next refresh would find nothing to do.
        if (forgotten > 0) await refreshing.ReadAgainAsync(ct);
        return forgotten;
    }
}
