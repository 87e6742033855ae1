using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Releases;
using Bot.Storage;

namespace Bot.Features.Editing;

/// <summary>What releasing needs of the knowledge base.</summary>
public sealed class Releasing(Publishing publishing, ReleaseChecks checks, ReleaseRows releases, ServedRelease pointer)
{
    public Task<CheckReport> CheckAsync(ContentFiles files, CancellationToken ct) => checks.RunAsync(files, ct);

    public Task<Published> PublishAsync(Editor editor, string? although, CancellationToken ct) => publishing.PublishAsync(editor, although, ct);

    public Task<Published> RollBackAsync(long number, Editor editor, CancellationToken ct) => publishing.RollBackAsync(number, editor, ct);

    /// <returns>What is served, and the release behind it; null for the content that the program brings.</returns>
    public async Task<(Served Served, ReleaseRow? Release)> ServedAsync(CancellationToken ct)
    {
        var served = await pointer.ReadAsync(ct);
        return (served, served.Number == 0 ? null : (await ListAsync(0, served.Number, ct)).Rows is [var release] ? release : null);
    }

    /// <returns>The latest releases, or the one that is asked for, and the number that is served.</returns>
    public async Task<(IReadOnlyList<ReleaseRow> Rows, long Served)> ListAsync(int most, long? only, CancellationToken ct)
    {
        var rows = await releases.ListAsync(only is null ? most : int.MaxValue, ct);
        return (only is null ? rows : [.. rows.Where(row => row.Number == only)], (await pointer.ReadAsync(ct)).Number);
    }
}
