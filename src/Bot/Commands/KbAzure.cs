using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.AzureAnswers;
using Bot.AzureAnswers.Authoring;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Documents;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary><c>kb azure push|status|pull|restore|sources</c>: the project of Azure question answering that the settings name.</summary>
internal static class KbAzure
{
    internal const string Who = "command line";
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Option<bool> AsJson = new("--json") { Description = "Print JSON." };

    public static Command Create()
    {
        var own = new Option<bool>("--own-only") { Description = "Update only the pairs that came from here; all else in the project stays." };
        var push = Of("push", "Bring the served release to the project and deploy it. What was there is kept in a file first.", async (host, result, ct) =>
            Say(await host.Get<ProjectPublishing>().PushAsync(host.Snapshot, !result.GetValue(own) && host.Get<IOptions<AzureAnswersOptions>>().Value.ReplacesAll, Who, ct), result.GetValue(AsJson)), own, AsJson);
        var status = Of("status", "Say what the project holds, and whether that is what is served.", (host, result, ct) => StatusAsync(host, result.GetValue(AsJson), ct), AsJson);
        var to = new Argument<string>("FILE") { Description = "A new file that ends in .json." };
        var pull = Of("pull", "Write what is in the project into a file.", (host, result, ct) => PullAsync(host, result.GetValue(to)!, result.GetValue(AsJson), ct), to, AsJson);
        var from = new Argument<FileInfo>("FILE") { Description = "A file that pull wrote, or that push kept." };
        var restore = Of("restore", "Replace everything in the project by a file, and deploy it.", (host, result, ct) => RestoreAsync(host, result.GetValue(from)!, result.GetValue(AsJson), ct), from, AsJson);
        return new Command("azure", "Publish to a project of Azure question answering.") { push, status, pull, restore, KbAzureSources.Create(AsJson) };
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
                if (host.Get<IOptions<AzureAnswersOptions>>().Value.IsSet) return await run(host, result, ct);
                await Console.Error.WriteLineAsync($"Set {AzureAnswersOptions.Section}:Endpoint and {AzureAnswersOptions.Section}:Project first; the README says how.");
                return ExitCodes.Usage;
            }
            catch (Exception e) when (Words(e) is { } words)
            {
                await Console.Error.WriteLineAsync(words);
                return ExitCodes.Problems;
            }
        });
        return command;
    }

    internal static void Print(object value) => Console.WriteLine(JsonSerializer.Serialize(value, Indented));

    private static string? Words(Exception e) => e switch
    {
        AzureFault fault => $"{fault.InFull.TrimEnd('.')}.",
        OptionsValidationException settings => string.Join(Environment.NewLine, settings.Failures),
        ContentException or StorageStartException or DocumentException or IOException or UnauthorizedAccessException => e.Message,
        _ => null,
    };

    private static int Say(PushReport report, bool asJson)
    {
        if (asJson) Print(report);
        else
        {
            foreach (var warning in report.Warnings) Console.WriteLine($"warning: {warning}");
            foreach (var job in report.Jobs) Console.WriteLine($"{job.Name}: succeeded in {job.Seconds:F0} s (job {job.Id})");
            if (report.Before is { } before) Console.WriteLine($"What was there before is in {before}.");
            Console.WriteLine(report.Problem ?? $"The project holds {report.Mark}, {report.Pairs} pairs, and is deployed.");
        }

        return report.Done ? ExitCodes.Done : ExitCodes.Problems;
    }

    private static async Task<int> StatusAsync(CommandHost host, bool asJson, CancellationToken ct)
    {
        var wanted = ProjectMark.Of(host.Snapshot);
        var found = await host.Get<ProjectPublishing>().LookAsync(ct);
        var isServed = found?.Mark == wanted;
        if (asJson) Print(new { Exists = found is not null, Holds = found?.Mark, Served = wanted, IsServed = isServed, LastModified = found?.State.Modified, LastDeployed = found?.State.Deployed });
        else
        {
            Console.WriteLine(found switch
            {
                null => "There is no such project yet. kb azure push makes it.",
                { Mark: null } => "The project holds no whole release of this guide: it is somebody else's, or the last push did not end.",
                { Mark: { } mark } => $"The project holds {mark}.",
            });
            if (found?.State is { } state) Console.WriteLine($"Last changed {Said(state.Modified)}, last deployed {Said(state.Deployed)}.");
            Console.WriteLine(isServed ? "That is what is served." : $"Served is {wanted}.");
        }

        return isServed ? ExitCodes.Done : ExitCodes.Problems;
    }

    private static string Said(string when) => when.Length > 0 ? when : "never";

    private static async Task<int> PullAsync(CommandHost host, string to, bool asJson, CancellationToken ct)
    {
        if (File.Exists(to) || !to.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            Console.WriteLine("Name a new file that ends in .json.");
            return ExitCodes.Usage;
        }

        var (_, bytes) = await host.Get<ProjectAuthoring>().ExportAsync(ct);
        await File.WriteAllBytesAsync(to, bytes, ct);
        var pairs = PairReader.Read(to, bytes.ToArray()).Pairs.Count;
        if (asJson) Print(new { File = to, Pairs = pairs });
        else Console.WriteLine($"{pairs} pairs written. kb import {to} makes drafts of what differs.");
        return ExitCodes.Done;
    }

    private static async Task<int> RestoreAsync(CommandHost host, FileInfo from, bool asJson, CancellationToken ct)
    {
        if (!from.Exists)
        {
            Console.WriteLine("There is no such file.");
            return ExitCodes.Usage;
        }

        return Say(await host.Get<ProjectPublishing>().RestoreAsync(from.Name, PairReader.Read(from.Name, await File.ReadAllBytesAsync(from.FullName, ct)), Who, ct), asJson);
    }
}
