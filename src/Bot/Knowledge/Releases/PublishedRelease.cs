using Bot.Knowledge.Articles;
using Bot.Storage;

namespace Bot.Knowledge.Releases;

/// <summary>The release that the database says to serve, as a snapshot.</summary>
public sealed class PublishedRelease(ServedRelease pointer, ReleaseRows releases, WithdrawnArticles withdrawn, ReleaseLoader loader, KnowledgeStore store)
{
    /// <summary>Serves what is published; called once, before anything is answered.</summary>
    /// <exception cref="ContentException">The release cannot be served.</exception>
    public async Task LoadAsync(CancellationToken ct)
    {
        var served = await pointer.ReadAsync(ct);
        store.Withdraw((await withdrawn.ListAsync(ct)).Select(article => article.ArticleId));
        if (!store.IsLoaded || store.Current.Number != served.Number) store.Serve(await MakeAsync(served.Number, ct));
    }

    /// <summary>From now on turns are answered.</summary>
    public void BesideTurns() => loader.IsBesideTurns = true;

    /// <exception cref="ContentException">The release cannot be served: it is damaged, or this program has other rules.</exception>
    public async Task<KnowledgeSnapshot> MakeAsync(long number, CancellationToken ct)
    {
        var files = await FilesAsync(number, ct);
        return await loader.LoadAsync(files, number, ct);
    }

    public async Task<ContentFiles> FilesAsync(long number, CancellationToken ct)
    {
        if (number == 0) return loader.BuiltIn();
        var row = await releases.FindAsync(number, ct) ?? throw Damaged(number, "it is not in the database");
        try
        {
            var files = ContentFiles.Unpack(row.Files);
            return files.Hash == row.Hash ? files : throw Damaged(number, "its files do not fit its hash");
        }
        catch (InvalidDataException e)
        {
            throw Damaged(number, e.Message);
        }
    }

    private static ContentException Damaged(long number, string why) =>
        new([new Problem($"release {number}", 1, $"The release cannot be served: {why}. Publish another one: kb list shows them, kb rollback publishes an older one.")]);
}
