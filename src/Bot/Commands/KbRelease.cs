using System.CommandLine;
using System.Text.Json;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Documents;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Releases;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary>The life of a release on the command line: <c>kb import|diff|discard|publish|rollback|export|list|gaps|withdraw|restore|audit</c>.</summary>
internal static class KbRelease
{
    internal const string Who = "command line";
    internal static readonly Option<string> Why = new("--why") { Description = "The reason, for the audit log.", Required = true };
    private static readonly Option<string?> Because = new("--why") { Description = "The reason, for the audit log." };
    internal static readonly Option<bool> AsJson = new("--json") { Description = "Print JSON." };
    internal static readonly Argument<string> Article = new("ARTICLE") { Description = "The article's id." };

    internal static JsonSerializerOptions Indented => KbOutput.Indented;

    public static IEnumerable<Command> Commands()
    {
        var from = new Argument<string>("FROM") { Description = "A folder of articles and lists, such as kb export writes; a document (.docx, .pdf, .html, .md, .txt); a file of questions and answers (.tsv, .csv, .xlsx, .json, .zip); or a folder of such." };
        yield return Of("import", "Make drafts of articles that were changed in a folder, or of what documents say.", (host, result, ct) =>
            new KbImport(host, result.GetValue(AsJson)).RunAsync(result.GetValue(from)!, Editor(result), ct), from, Why);
        yield return Of("diff", "Show what the drafts would add, change and remove, and what they look like.", (host, result, ct) => KbDrafts.DiffAsync(host, result.GetValue(AsJson), ct));
        yield return Of("discard", "Forget all drafts.", (host, result, ct) =>
            KbDrafts.DiscardAsync(host, new Editor(Who, result.GetValue(Because) ?? "discarded"), result.GetValue(AsJson), ct), Because);
        var reason = new Option<string?>("--although") { Description = "Publish although kept questions lose their answers, for this reason." };
        yield return Of("publish", "Check the drafts, make them a release and serve it.", async (host, result, ct) =>
            Say(await host.Get<Publishing>().PublishAsync(Editor(result), result.GetValue(reason), ct), result.GetValue(AsJson)), Why, reason);
        var number = new Argument<long>("NUMBER") { Description = "The release; 0 is the content that the program brings." };
        yield return Of("rollback", "Serve an older release again.", (host, result, ct) => RollBackAsync(host, result, result.GetValue(number), ct), number, Why);
        var to = new Argument<string>("TO") { Description = "A new folder, or a file that ends in .tsv, .xlsx or .json for the layout of custom question answering." };
        var release = new Option<long?>("--release") { Description = "Which release; the one that is served when left out." };
        yield return Of("export", "Write a release's articles and lists into a folder or a file.", (host, result, ct) =>
            KbFiles.ExportAsync(host, result.GetValue(to)!, result.GetValue(release), result.GetValue(AsJson), ct), to, release);
        var stale = new Option<bool>("--stale") { Description = "List the served articles that are past their review date or whose source changed, instead." };
        yield return Of("list", "List the releases.", (host, result, ct) =>
            result.GetValue(stale) ? Task.FromResult(KbSources.ListStale(host, result.GetValue(AsJson))) : KbLog.ListAsync(host, result.GetValue(AsJson), ct), stale);
        yield return Of("withdraw", "Take an article back at once, whatever the release says.", (host, result, ct) => WithdrawAsync(host, result, result.GetValue(Article)!, ct), Article, Why);
        yield return Of("restore", "Show a withdrawn article again.", (host, result, ct) => RestoreAsync(host, result, result.GetValue(Article)!, ct), Article, Why);
        yield return Of("gaps", "Show what people asked in vain, in groups that ask the same.", (host, result, ct) => KbGaps.RunAsync(host, result.GetValue(AsJson), ct), AsJson);
        yield return Of("audit", "Print the audit log as CSV.", (host, result, ct) => KbLog.AuditAsync(host, result.GetValue(AsJson), ct));
    }

    private static Command Of(string name, string description, Func<CommandHost, ParseResult, CancellationToken, Task<int>> run, params Symbol[] symbols) =>
        Of(ct => CommandHost.StartAsync(ct), name, description, run, symbols);

    /// <param name="open">With the served release, or with the database only, which takes no training.</param>
    /// <param name="name">Of the command.</param>
    /// <param name="description">For the help.</param>
    /// <param name="run">Gives the exit code.</param>
    /// <param name="symbols">Arguments and options.</param>
    internal static Command Of(
        Func<CancellationToken, Task<CommandHost>> open, string name, string description, Func<CommandHost, ParseResult, CancellationToken, Task<int>> run, params Symbol[] symbols)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols.Append(AsJson).Distinct())
        {
            if (symbol is Argument argument) command.Add(argument);
            else command.Add((Option)symbol);
        }

        command.SetAction(async (result, ct) =>
        {
            try
            {
                using var host = await open(ct);
                return await run(host, result, ct);
            }
            catch (Exception e) when (e is ContentException or StorageStartException or DocumentException or OptionsValidationException)
            {
                var words = e is OptionsValidationException settings ? string.Join(Environment.NewLine, settings.Failures) : e.Message;
                if (result.GetValue(AsJson)) return KbOutput.Refuse(asJson: true, words, ExitCodes.Problems);
                await Console.Error.WriteLineAsync(words);
                return ExitCodes.Problems;
            }
        });
        return command;
    }

    private static Editor Editor(ParseResult result) => new(Who, result.GetValue(Why)!);

    private static async Task<int> RollBackAsync(CommandHost host, ParseResult result, long number, CancellationToken ct)
    {
        if (number != 0 && await host.Get<ReleaseRows>().FindAsync(number, ct) is null)
            return KbOutput.Refuse(result.GetValue(AsJson), $"There is no release {number}. kb list shows them.", ExitCodes.NotKnown);
        return Say(await host.Get<Publishing>().RollBackAsync(number, Editor(result), ct), result.GetValue(AsJson));
    }

    private static int Say(Published published, bool asJson)
    {
        var (errors, regressions) = (published.Report?.Errors.ToArray() ?? [], published.Report?.Regressions ?? []);
        KbOutput.Write(asJson,
            new { Release = published.Number, published.Problem, Errors = errors.Select(KbOutput.Json), Regressions = regressions.Select(KbOutput.Json), Asked = published.Report?.Asked ?? 0 },
            [.. errors.Select(error => error.ToString()), .. regressions.Select(regression => regression.ToString()), published.Problem ?? $"Release {published.Number} is served."]);
        return published.Done ? ExitCodes.Done : ExitCodes.Problems;
    }

    private static async Task<int> WithdrawAsync(CommandHost host, ParseResult result, string article, CancellationToken ct)
    {
        var asJson = result.GetValue(AsJson);
        if (host.Snapshot.Find(article) is null && !host.Snapshot.IsWithdrawn(article))
            return KbOutput.Refuse(asJson, $"There is no article '{article}' in the served release.", ExitCodes.NotKnown);
        await host.Get<WithdrawnArticles>().WithdrawAsync(article, Who, result.GetValue(Why)!, ct);
        KbOutput.Write(asJson, new { Withdrawn = article }, "The article is not shown any more. A running service follows within 5 seconds.");
        return ExitCodes.Done;
    }

    private static async Task<int> RestoreAsync(CommandHost host, ParseResult result, string article, CancellationToken ct)
    {
        var asJson = result.GetValue(AsJson);
        if (!host.Snapshot.IsWithdrawn(article)) return KbOutput.Refuse(asJson, $"The article '{article}' is not withdrawn.", ExitCodes.NotKnown);
        await host.Get<WithdrawnArticles>().RestoreAsync(article, Who, result.GetValue(Why)!, ct);
        KbOutput.Write(asJson, new { Restored = article }, "The article is shown again, where the served release holds it.");
        return ExitCodes.Done;
    }
}
