using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;
using Bot.Knowledge.Documents;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Releases;
using Bot.Knowledge.Sources;
using Bot.Storage;

namespace Bot.Commands;

/// <summary>The life of a release on the command line: <c>kb import|diff|publish|rollback|export|list|withdraw|restore|audit</c>.</summary>
internal static class KbRelease
{
    internal const string Who = "command line";
    internal static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    internal static readonly Option<string> Why = new("--why") { Description = "The reason, for the audit log.", Required = true };
    private static readonly Option<string?> Because = new("--why") { Description = "The reason, for the audit log." };
    internal static readonly Option<bool> AsJson = new("--json") { Description = "Print JSON." };
    internal static readonly Argument<string> Article = new("ARTICLE") { Description = "The article's id." };

    public static IEnumerable<Command> Commands()
    {
        var from = new Argument<string>("FROM") { Description = "A folder of articles and lists, such as kb export writes, or a file of questions and answers (.tsv, .csv, .xlsx, .json, .zip)." };
        yield return Of("import", "Make drafts of everything in which a folder or file differs from what is served.", (host, result, ct) =>
            KbFiles.ImportAsync(host, result.GetValue(from)!, new Editor(Who, result.GetValue(Why)!), ct), from, Why);
        var to = new Argument<string>("TO") { Description = "A new folder, or a file that ends in .tsv, .xlsx or .json for the layout of custom question answering." };
        yield return Of("diff", "Show what the drafts would add, change and remove.", (host, result, ct) => DiffAsync(host, result.GetValue(AsJson), ct), AsJson);
        var reason = new Option<string?>("--although") { Description = "Publish although kept questions lose their answers, for this reason." };
        yield return Of("publish", "Check the drafts, make them a release and serve it.", (host, result, ct) =>
            PublishAsync(host, result.GetValue(Why)!, result.GetValue(reason), ct), Why, reason);
        var number = new Argument<long>("NUMBER") { Description = "The release; 0 is the content that the program brings." };
        yield return Of("rollback", "Serve an older release again.", async (host, result, ct) =>
            Say(await host.Get<Publishing>().RollBackAsync(result.GetValue(number), new Editor(Who, result.GetValue(Why)!), ct)), number, Why);
        var release = new Option<long?>("--release") { Description = "Which release; the one that is served when left out." };
        yield return Of("export", "Write a release's articles and lists into a folder or a file.", (host, result, ct) =>
            KbFiles.ExportAsync(host, result.GetValue(to)!, result.GetValue(release), ct), to, release);
        var stale = new Option<bool>("--stale") { Description = "List the served articles that are past their review date or whose source changed, instead." };
        yield return Of("list", "List the releases.", (host, result, ct) =>
            result.GetValue(stale) ? Task.FromResult(KbSources.ListStale(host, result.GetValue(AsJson))) : ListAsync(host, result.GetValue(AsJson), ct), stale, AsJson);
        yield return Of("discard", "Forget all drafts.", async (host, result, ct) =>
        {
            var drafting = host.Get<Drafting>();
            var why = new Editor(Who, result.GetValue(Because) ?? "discarded");
            Console.WriteLine($"{await drafting.ForgetAsync((await drafting.CurrentAsync(ct)).Rows, why, ct)} drafts were forgotten.");
            await host.Get<Refreshing>().ReadAgainAsync(ct);
            return ExitCodes.Done;
        }, Because);
        yield return Of("withdraw", "Take an article back at once, whatever the release says.", (host, result, ct) =>
            WithdrawAsync(host, result.GetValue(Article)!, result.GetValue(Why)!, ct), Article, Why);
        yield return Of("restore", "Show a withdrawn article again.", async (host, result, ct) =>
        {
            await host.Get<WithdrawnArticles>().RestoreAsync(result.GetValue(Article)!, Who, result.GetValue(Why)!, ct);
            Console.WriteLine("The article is shown again, where the served release holds it.");
            return ExitCodes.Done;
        }, Article, Why);
        yield return Of("audit", "Print the audit log as CSV.", AuditAsync);
    }

    internal static Command Of(string name, string description, Func<CommandHost, ParseResult, CancellationToken, Task<int>> run, params Symbol[] symbols)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) command.Add(argument);
            else command.Add((Option)symbol);
        }

        command.SetAction(async (result, ct) =>
        {
            try
            {
                using var host = await CommandHost.StartAsync(ct);
                return await run(host, result, ct);
            }
            catch (Exception e) when (e is ContentException or StorageStartException or DocumentException)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return ExitCodes.Problems;
            }
        });
        return command;
    }

    internal static async Task<int> DiffAsync(CommandHost host, bool asJson, CancellationToken ct)
    {
        var draft = await host.Get<Drafting>().CurrentAsync(ct);
        if (asJson) Console.WriteLine(JsonSerializer.Serialize(draft.Changes.Select(c => new { c.Path, c.Kind, c.Row.Origin, c.Row.Why, c.Before, c.After }), Indented));
        else
        {
            foreach (var change in draft.Changes) Console.WriteLine($"{change.Kind}\t{change.Path}\t{change.Row.Origin}");
            foreach (var stale in draft.Stale) Console.WriteLine($"stale\t{stale.Path}\tpublished anew since the draft was made");
            Console.WriteLine($"{draft.Changes.Count} files differ from what is served (release {draft.Number}).");
        }

        return ExitCodes.Done;
    }

    private static async Task<int> PublishAsync(CommandHost host, string why, string? although, CancellationToken ct)
    {
        var done = await host.Get<Publishing>().PublishAsync(new Editor(Who, why), although, ct);
        foreach (var error in done.Report?.Errors ?? []) Console.WriteLine(error);
        foreach (var regression in done.Report?.Regressions ?? []) Console.WriteLine(regression);
        return Say(done);
    }

    private static int Say(Published published)
    {
        Console.WriteLine(published.Problem ?? $"Release {published.Number} is served.");
        return published.Done ? ExitCodes.Done : ExitCodes.Problems;
    }

    private static async Task<int> ListAsync(CommandHost host, bool asJson, CancellationToken ct)
    {
        var served = await host.Get<ServedRelease>().ReadAsync(ct);
        var releases = await host.Get<ReleaseRows>().ListAsync(100, ct);
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { Served = served.Number, Releases = releases.Select(r => new { r.Number, r.Hash, r.MadeFrom, r.MadeAt, r.MadeBy, r.Why }) }, Indented));
            return ExitCodes.Done;
        }

        foreach (var release in releases)
            Console.WriteLine($"{(release.Number == served.Number ? "*" : " ")} {release.Number,4}  {release.MadeAt:yyyy-MM-dd HH:mm}  {release.Hash[..12]}  {release.MadeBy}  {release.Why}");
        Console.WriteLine($"{(served.Number == 0 ? "*" : " ")}    0  the content that the program brings");
        return ExitCodes.Done;
    }

    private static async Task<int> WithdrawAsync(CommandHost host, string article, string why, CancellationToken ct)
    {
        if (host.Snapshot.Find(article) is null && !host.Snapshot.IsWithdrawn(article))
        {
            Console.WriteLine($"There is no article '{article}' in the served release.");
            return ExitCodes.Usage;
        }

        await host.Get<WithdrawnArticles>().WithdrawAsync(article, Who, why, ct);
        Console.WriteLine("The article is not shown any more. A running service follows within 5 seconds.");
        return ExitCodes.Done;
    }

    private static async Task<int> AuditAsync(CommandHost host, ParseResult result, CancellationToken ct)
    {
        Console.WriteLine(AuditCsv.Head);
        foreach (var entry in await host.Get<AuditRows>().ListAsync(null, int.MaxValue, ct)) Console.WriteLine(AuditCsv.Line(entry));
        return ExitCodes.Done;
    }
}
