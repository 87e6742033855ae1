using Bot.Storage;

namespace Bot.Commands;

/// <summary><c>kb list</c> and <c>kb audit</c>: what happened.</summary>
internal static class KbLog
{
    private const int MostReleases = 100;

    public static async Task<int> ListAsync(CommandHost host, bool asJson, CancellationToken ct)
    {
        var served = (await host.Get<ServedRelease>().ReadAsync(ct)).Number;
        var releases = await host.Get<ReleaseRows>().ListAsync(MostReleases, ct);
        KbOutput.Write(asJson,
            new { Served = served, Releases = releases.Select(r => new { r.Number, r.Hash, r.MadeFrom, r.MadeAt, r.MadeBy, r.Why }) },
            [
                .. releases.Select(r => $"{(r.Number == served ? "*" : " ")} {r.Number,4}  {r.MadeAt:yyyy-MM-dd HH:mm}  {r.Hash[..12]}  {r.MadeBy}  {r.Why}"),
                $"{(served == 0 ? "*" : " ")}    0  the content that the program brings",
            ]);
        return ExitCodes.Done;
    }

    public static async Task<int> AuditAsync(CommandHost host, bool asJson, CancellationToken ct)
    {
        var entries = await host.Get<AuditRows>().ListAsync(null, int.MaxValue, ct);
        KbOutput.Write(asJson, entries.Select(e => new { e.At, e.Who, e.Action, e.What, e.Why }),
            [AuditCsv.Head, .. entries.Select(AuditCsv.Line)]);
        return ExitCodes.Done;
    }
}
