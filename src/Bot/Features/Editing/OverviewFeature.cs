using System.Globalization;
using System.Text;
using Bot.Files;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Releases;
using Bot.Roles;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Editing;

/// <summary>Reading how the knowledge base stands: status, what would change, the audit log.</summary>
public sealed class OverviewFeature(RoleGate gate, Standings standings, WaitingDrafts drafting, AuditRows audit, FileOffers files) : IFeature
{
    private const string Csv = "text/csv; charset=utf-8", Plain = "text/plain; charset=utf-8";

    public string Name => "Overview";

    public IReadOnlyCollection<string> Handles { get; } =
    [
        RouteKey.Verb(EditingVerbs.Status), RouteKey.Verb(EditingVerbs.Diff), RouteKey.Verb(EditingVerbs.Forget), RouteKey.Verb(EditingVerbs.Problems),
        RouteKey.Verb(EditingVerbs.Audit), RouteKey.Verb(EditingVerbs.Stale), RouteKey.Verb(EditingVerbs.AuditFile),
    ];

    public async ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct)
    {
        var press = turn.Press!;
        var least = press.Verb is EditingVerbs.Forget or EditingVerbs.Problems ? Role.Editor : Role.Viewer;
        if (await gate.RefuseAsync(turn, least, ct) is { } refused) return refused;
        return press.Verb switch
        {
            EditingVerbs.Diff => await DiffAsync(turn, PageOf(press), ct),
            EditingVerbs.Forget => await ForgetAsync(turn, press, ct),
            EditingVerbs.Problems => await ProblemsAsync(turn, ct),
            EditingVerbs.Stale => Stale(turn),
            EditingVerbs.Audit => await AuditAsync(turn, ct),
            EditingVerbs.AuditFile => await AuditFileAsync(turn, ct),
            _ => await StatusAsync(turn, ct),
        };
    }

    public async ValueTask<TurnResult> StatusAsync(TurnContext turn, CancellationToken ct) =>
        new TurnResult.Card(StatusCard.Of(await standings.ReadAsync(turn.Today, ct), await gate.OfAsync(turn, ct), RoleGate.IdOf(turn), turn.Now));

    public async ValueTask<TurnResult> DiffAsync(TurnContext turn, int page, CancellationToken ct, string? note = null) =>
        new TurnResult.Card(DiffCard.Of(await drafting.CurrentAsync(ct), page, await gate.OfAsync(turn, ct), RoleGate.IdOf(turn), note));

    public TurnResult Stale(TurnContext turn) => new TurnResult.Card(StaleCard.Of(standings.Stale(turn.Today)));

    public async ValueTask<TurnResult> AuditAsync(TurnContext turn, CancellationToken ct) =>
        new TurnResult.Card(AuditCard.Of(await audit.ListAsync(null, AuditCard.Most, ct), RoleGate.IdOf(turn)));

    /// <summary>All drafts of everybody.</summary>
    public async ValueTask<TurnResult> ForgetAllAsync(TurnContext turn, CancellationToken ct)
    {
        var rows = (await drafting.CurrentAsync(ct)).Rows;
        var forgotten = await drafting.ForgetAsync(rows, new Editor(RoleGate.IdOf(turn), "All drafts were forgotten in the chat."), ct);
        return new TurnResult.Card(NoteCard.Of("Drafts forgotten", $"{EditorWords.Count(forgotten, "draft was", "drafts were")} forgotten. What is served has not changed.", EditingButtons.Status));
    }

    // Only the draft that was seen: if somebody has written it anew meanwhile, theirs stays.
    private async ValueTask<TurnResult> ForgetAsync(TurnContext turn, CardPress press, CancellationToken ct)
    {
        var seen = press.Text("at");
        var rows = (await drafting.CurrentAsync(ct)).Rows
            .Where(row => row.Path == press.Text("path") && row.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) == seen).ToArray();
        var forgotten = await drafting.ForgetAsync(rows, new Editor(RoleGate.IdOf(turn), "The draft was forgotten in the chat."), ct);
        return await DiffAsync(turn, 1, ct, forgotten > 0 ? $"Forgotten: the draft of {press.Text("path")}." : "That draft was changed or published since you looked, so nothing was forgotten.");
    }

    private async ValueTask<TurnResult> AuditFileAsync(TurnContext turn, CancellationToken ct) => await files.OfferAsync(
        turn, $"Audit log {turn.Today:yyyy-MM-dd}.csv", Csv, "The audit log of the knowledge base, as a table.", AuditCsv.Of(await audit.ListAsync(null, int.MaxValue, ct)), ct);

    private async ValueTask<TurnResult> ProblemsAsync(TurnContext turn, CancellationToken ct)
    {
        var problems = ReleaseChecks.Read((await drafting.CurrentAsync(ct)).Files).Problems;
        if (problems.Count == 0) return new TurnResult.Text("There are no problems now.");
        return await files.OfferAsync(
            turn, $"Check {turn.Today:yyyy-MM-dd}.txt", Plain, "Everything that the check found in the drafts.", Encoding.UTF8.GetBytes(string.Join("\r\n", problems) + "\r\n"), ct);
    }

    private static int PageOf(CardPress press) => int.TryParse(press.Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;
}
