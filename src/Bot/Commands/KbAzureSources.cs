using System.CommandLine;
using System.Text.Json.Nodes;
using Bot.AzureAnswers;
using Bot.AzureAnswers.Authoring;
using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary><c>kb azure sources</c>: pages that the project reads by itself. Their answers are none of the guide's articles, and cards say so.</summary>
internal static class KbAzureSources
{
    public static Command Create(Option<bool> asJson)
    {
        var add = new Option<string[]>("--add") { Description = "Let the project read this page, an https address." };
        var whole = new Option<bool>("--whole") { Description = "Take added pages as running text, without questions." };
        var refresh = new Option<string[]>("--refresh") { Description = "Read this page again." };
        var remove = new Option<string[]>("--remove") { Description = "Forget this page and all that came from it." };
        return KbAzure.Of("sources", "List the project's sources; or change them and deploy.", (host, result, ct) => RunAsync(
            host,
            [
                .. (result.GetValue(add) ?? []).Select(uri => ("add", uri, result.GetValue(whole))),
                .. (result.GetValue(refresh) ?? []).Select(uri => ("replace", uri, false)),
                .. (result.GetValue(remove) ?? []).Select(uri => ("delete", uri, false)),
            ],
            result.GetValue(asJson),
            ct), add, whole, refresh, remove, asJson);
    }

    private static async Task<int> RunAsync(CommandHost host, IReadOnlyList<(string Operation, string Address, bool IsWhole)> changes, bool asJson, CancellationToken ct)
    {
        if (changes.FirstOrDefault(c => !Uri.TryCreate(c.Address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps) is { Address: { } wrong })
        {
            Console.WriteLine($"{wrong} is no https address.");
            return ExitCodes.Usage;
        }

        var project = host.Get<ProjectAuthoring>();
        List<JobReport> jobs = [];
        if (changes.Count > 0)
        {
            jobs.Add(await project.ChangeAsync("sources", [.. changes.Select(Operation)], ct));
            jobs.Add(await project.DeployAsync(ct));
            await host.Get<NoteInAudit>()(KbAzure.Who, "azure sources changed", host.Get<IOptions<AzureAnswersOptions>>().Value.Project, string.Join("; ", changes.Select(c => $"{c.Operation} {c.Address}")), ct);
        }

        var sources = (await project.ListAsync("sources", ct)).Select(s => new
        {
            Source = ErrorReply.Text(s, "source"),
            DisplayName = ErrorReply.Text(s, "displayName"),
            Kind = ErrorReply.Text(s, "sourceKind"),
            LastUpdated = ErrorReply.Text(s, "lastUpdatedDateTime"),
        }).ToArray();
        if (asJson) KbAzure.Print(new { Jobs = jobs, Sources = sources });
        else foreach (var source in sources) Console.WriteLine($"{source.Kind}\t{source.Source}\t{source.DisplayName}\t{source.LastUpdated}");
        return ExitCodes.Done;
    }

    private static JsonObject Operation((string Operation, string Address, bool IsWhole) change)
    {
        var name = change.Address.Length > 200 ? change.Address[..200] : change.Address;
        var value = new JsonObject { ["displayName"] = name, ["source"] = change.Address, ["sourceUri"] = change.Address, ["sourceKind"] = "url" };
        if (change.IsWhole) value["contentStructureKind"] = "unstructured";
        if (change.Operation == "replace") value["refresh"] = true;
        return new JsonObject { ["op"] = change.Operation, ["value"] = value };
    }
}
