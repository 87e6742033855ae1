using System.Globalization;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Releases;
using Bot.Roles;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Editing;

/// <summary>Checking, publishing and rolling back. All three may outlast a turn.</summary>
public sealed class ReleasingFeature(RoleGate gate, LongWork work, Drafting drafting, Releasing releasing) : IFeature
{
    private const string NoReason = "Say why in a few words: it goes into the audit log.";

    private int _isPublishing;

    public string Name => "Releasing";

    public IReadOnlyCollection<string> Handles { get; } =
    [
        RouteKey.Verb(EditingVerbs.Check), RouteKey.Verb(EditingVerbs.PublishForm), RouteKey.Verb(EditingVerbs.Publish),
        RouteKey.Verb(EditingVerbs.Releases), RouteKey.Verb(EditingVerbs.RollBack),
    ];

    public async ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct)
    {
        var press = turn.Press!;
        var least = press.Verb switch
        {
            EditingVerbs.Releases => Role.Viewer,
            EditingVerbs.Check => Role.Editor,
            _ => Role.Admin,
        };
        if (await gate.RefuseAsync(turn, least, ct) is { } refused) return refused;
        return press.Verb switch
        {
            EditingVerbs.Check => await CheckAsync(turn, ct),
            EditingVerbs.PublishForm => await PublishAsync(turn, "", ct),
            EditingVerbs.Publish => await PressedAsync(turn, press, ct),
            EditingVerbs.RollBack => await RollBackAsync(turn, NumberOf(press), press.Text("why")?.Trim() ?? "", ct),
            _ => await ReleasesAsync(turn, null, ct),
        };
    }

    public async ValueTask<TurnResult> CheckAsync(TurnContext turn, CancellationToken ct)
    {
        var role = await gate.OfAsync(turn, ct);
        return await work.StartAsync(turn, CheckCard.UnderWay, async (_, stop) =>
        {
            var draft = await drafting.CurrentAsync(stop);
            return CheckCard.Of(await releasing.CheckAsync(draft.Files, stop), draft.Changes.Select(change => change.Path).ToHashSet(StringComparer.Ordinal), role);
        }, ct, CheckCard.SoFar);
    }

    public async ValueTask<TurnResult> PublishAsync(TurnContext turn, string why, CancellationToken ct) =>
        new TurnResult.Card(PublishCard.Form(await drafting.CurrentAsync(ct), turn.Now, why: why.Length == 0 ? null : why));

    public async ValueTask<TurnResult> ReleasesAsync(TurnContext turn, long? only, CancellationToken ct)
    {
        var (rows, served) = await releasing.ListAsync(ReleasesCard.Most, only, ct);
        if (only is > 0 && rows.Count == 0) return new TurnResult.Text($"There is no release {only}. Say \"releases\" to see which there are.");
        return new TurnResult.Card(ReleasesCard.Of(rows, served, await gate.OfAsync(turn, ct), RoleGate.IdOf(turn), only));
    }

    public async ValueTask<TurnResult> RollBackAsync(TurnContext turn, long? number, string why, CancellationToken ct)
    {
        if (number is not { } to || why.Length == 0) return turn.Press is null ? await ReleasesAsync(turn, number, ct) : new TurnResult.Text(NoReason);
        var editor = new Editor(RoleGate.IdOf(turn), why);
        return await work.StartAsync(turn, ReleasesCard.UnderWay, async (_, stop) => PublishCard.RolledBack(await releasing.RollBackAsync(to, editor, stop)), ct, ReleasesCard.SoFar);
    }

    // What was looked at is what is published: drafts that others changed meanwhile are shown first.
    private async ValueTask<TurnResult> PressedAsync(TurnContext turn, CardPress press, CancellationToken ct)
    {
        var (why, although) = (press.Text("why")?.Trim() ?? "", press.Text("although")?.Trim());
        if (why.Length == 0) return new TurnResult.Text(NoReason);
        var draft = await drafting.CurrentAsync(ct);
        var editor = new Editor(RoleGate.IdOf(turn), why);
        if (draft.Changes.Count > 0 && PublishCard.MarkOf(draft) != press.Text("mark"))
            return new TurnResult.Card(PublishCard.Form(draft, turn.Now, PublishCard.Changed(draft, SeenAt(press), editor.Who), why));
        // A second press would make the same release once more.
        if (Interlocked.Exchange(ref _isPublishing, 1) == 1) return new TurnResult.Text("A publication is under way already. Say \"status\" to see how it ends.");
        return await work.StartAsync(turn, PublishCard.UnderWay, async (_, stop) =>
        {
            var ended = await PublishedAsync(editor, although, stop);
            return ended is { Done: false, Report: { HasErrors: false, Regressions.Count: > 0 } report }
                ? PublishCard.Form(draft, turn.Now, "Not published yet: kept questions would lose their answers.", why, report.Regressions)
                : PublishCard.Ended(ended, draft);
        }, ct, PublishCard.SoFar);
    }

    private async Task<Published> PublishedAsync(Editor editor, string? although, CancellationToken stop)
    {
        try
        {
            return await releasing.PublishAsync(editor, although, stop);
        }
        finally
        {
            Volatile.Write(ref _isPublishing, 0);
        }
    }

    private static DateTimeOffset SeenAt(CardPress press) =>
        long.TryParse(press.Text("seen"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(at) : DateTimeOffset.UnixEpoch;

    private static long? NumberOf(CardPress press) => long.TryParse(press.Text("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
