using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;
using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>One refresh: every source is listed, then what is new or changed is read in small batches, each written whole.</summary>
public sealed class SourceRefresh(SourceListing listing, SourceRows rows, Drafting drafting, TimeProvider time)
{
    private const int Batch = 24, MostTries = 5;

    internal async Task<RefreshReport> RunAsync(IReadOnlyList<ConfiguredSource> wanted, ProgressMeter meter, Editor editor, CancellationToken ct)
    {
        var looks = new List<SourceLook>();
        foreach (var source in wanted) looks.Add(await listing.LookAsync(source, ct));
        var tally = new RefreshTally(looks);
        meter.Expect(looks.Where(look => look.Problem is null).Sum(look => look.Due.Count));
        ContentInWork? content = null;
        foreach (var look in looks.Where(look => look.Problem is null))
        {
            var moved = new MovedDocuments(look.Gone);
            foreach (var batch in look.Due.Chunk(Batch))
            {
                var read = await DocumentReading.ReadAsync(look.Source, batch, meter, ct);
                content = await ApplyAsync([.. read.Select(moved.Of)], content, look.Configured, tally, editor, ct);
            }

            foreach (var batch in moved.Left.Chunk(Batch))
                content = await ApplyAsync([.. batch.Select(item => new DocumentRead(item, new Fetched.Gone()))], content, look.Configured, tally, editor, ct);
        }

        return tally.Report();
    }

    /// <summary>Writes a batch; where an editor changed one of its drafts meanwhile, it is made again on top of that.</summary>
    private async Task<ContentInWork> ApplyAsync(
        IReadOnlyList<DocumentRead> read, ContentInWork? content, ConfiguredSource source, RefreshTally tally, Editor editor, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            content ??= await LoadAsync(ct);
            var steps = new DocumentSteps(content, source, editor, time.GetUtcNow());
            var batch = new List<DocumentStep>();
            foreach (var document in read)
            {
                batch.Add(steps.Of(document));
                content.Take(batch[^1].Step);
            }

            if (await rows.WriteAsync([.. batch.Select(step => step.Step)], ct))
            {
                foreach (var step in batch) tally.Add(source.Name, step);
                return content;
            }

            if (tries == MostTries) throw new InvalidOperationException("Drafts change faster than they can be written.");
            content = null;
        }
    }

    private async Task<ContentInWork> LoadAsync(CancellationToken ct)
    {
        var draft = await drafting.CurrentAsync(ct);
        var read = ContentFolder.Read(draft.Served);
        return new ContentInWork(draft, read.Content ?? throw new ContentException(read.Problems), await rows.KnownAsync(ct), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
    }
}
