using Bot.Knowledge.Drafts;
using Bot.Knowledge.Importing;
using Bot.Knowledge.Sources;

namespace Bot.Commands;

/// <summary><c>kb diff</c> and <c>kb discard</c>: what waits to be published.</summary>
internal static class KbDrafts
{
    public static async Task<int> DiffAsync(CommandHost host, bool asJson, CancellationToken ct)
    {
        var draft = await host.Get<Drafting>().CurrentAsync(ct);
        var alikes = DraftAlikes.Of(draft, host.Snapshot.Content);
        KbOutput.Write(asJson, Json(draft, alikes), Lines(draft, alikes));
        return ExitCodes.Done;
    }

    public static async Task<int> DiscardAsync(CommandHost host, Editor editor, bool asJson, CancellationToken ct)
    {
        var drafting = host.Get<Drafting>();
        var dropped = await drafting.ForgetAsync((await drafting.CurrentAsync(ct)).Rows, editor, ct);
        await host.Get<Refreshing>().ReadAgainAsync(ct);
        KbOutput.Write(asJson, new { Forgotten = dropped }, $"{dropped} drafts were forgotten.");
        return ExitCodes.Done;
    }

    public static IEnumerable<string> Lines(Draft draft, IReadOnlyList<Alike> alikes)
    {
        foreach (var change in draft.Changes) yield return $"{change.Kind}\t{change.Path}\t{change.Row.Origin}";
        foreach (var stale in draft.Stale) yield return $"stale\t{stale.Path}\tpublished anew since the draft was made";
        foreach (var alike in alikes) yield return Line(alike);
        yield return $"{draft.Changes.Count} files differ from what is served (release {draft.Number}).";
    }

    public static string Line(Alike alike) => $"alike\t{alike.Path}\tlooks like article {alike.ArticleId}: {alike.Share * 100:0} % of its phrases are there too";

    public static object Json(Alike alike) => new { Article = alike.ArticleId, Share = Math.Round(alike.Share, 3) };

    private static object Json(Draft draft, IReadOnlyList<Alike> alikes) => draft.Changes.Select(change => new
    {
        change.Path,
        change.Kind,
        change.Row.Origin,
        change.Row.Why,
        IsStale = draft.Stale.Contains(change.Row),
        LooksLike = alikes.FirstOrDefault(alike => alike.Path == change.Path) is { } alike ? Json(alike) : null,
        change.Before,
        change.After,
    });
}
