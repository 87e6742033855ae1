using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Sources;
using Bot.Storage.Sources;

namespace Bot.Commands;

/// <summary><c>kb sources</c> and <c>kb refresh</c>: where documents come from, and what has changed there.</summary>
internal static class KbSources
{
    public static IEnumerable<Command> Commands()
    {
        var source = new Argument<string?>("SOURCE") { Arity = ArgumentArity.ZeroOrOne, Description = "The source's name in the settings; all of them when left out." };
        var why = new Option<string>("--why") { Description = "The reason, for the audit log.", DefaultValueFactory = _ => "Refreshed." };
        yield return KbRelease.Of(CommandHost.OpenAsync, "refresh", "Look into the sources and make drafts of what has changed there.", (host, result, ct) =>
            RefreshAsync(host, result.GetValue(source), result.GetValue(why)!, result.GetValue(KbRelease.AsJson), ct), source, why, KbRelease.AsJson);
        yield return KbRelease.Of(CommandHost.OpenAsync, "sources", "List the sources, and what could not be read there.", (host, result, ct) =>
            ListAsync(host, result.GetValue(KbRelease.AsJson), ct), KbRelease.AsJson);
        yield return KbRelease.Of(CommandHost.OpenAsync, "dismiss", "Say that an article still holds although its source changed.", (host, result, ct) =>
            DismissAsync(host, result.GetValue(KbRelease.Article)!, result.GetValue(KbRelease.Why)!, result.GetValue(KbRelease.AsJson), ct), KbRelease.Article, KbRelease.Why, KbRelease.AsJson);
    }

    /// <summary>Articles that are past their review date, or whose source changed.</summary>
    public static int ListStale(CommandHost host, bool asJson)
    {
        var today = DateOnly.FromDateTime(host.Get<TimeProvider>().GetUtcNow().UtcDateTime);
        var stale = StaleArticles.Of(host.Snapshot, today);
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(stale, KbOutput.Indented));
            return ExitCodes.Done;
        }

        foreach (var article in stale)
        {
            Console.WriteLine($"{article.Id}  {article.Heading}");
            if (article.IsOverdue) Console.WriteLine($"    not reviewed since {Day(article.AsOf)}; a check was due by {Day(article.ReviewBy)}");
            if (article.Doubt is { } doubt) Console.WriteLine($"    source {doubt.Reason} on {Day(DateOnly.FromDateTime(doubt.At.UtcDateTime))}: {doubt.Source}");
        }

        Console.WriteLine(stale.Count == 0 ? "Every served article is within its review date, and no source of one changed." : $"{stale.Count} served articles have to be looked at.");
        return ExitCodes.Done;
    }

    private static async Task<int> DismissAsync(CommandHost host, string article, string why, bool asJson, CancellationToken ct)
    {
        if (!await host.Get<SourceMarks>().DismissAsync(article, KbRelease.Who, why, ct))
            return KbOutput.Refuse(asJson, $"No source of '{article}' changed since it was published.", ExitCodes.NotKnown);
        KbOutput.Write(asJson, new { Dismissed = article }, "The article is not under review any more. A running service follows within 5 seconds.");
        return ExitCodes.Done;
    }

    private static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static async Task<int> RefreshAsync(CommandHost host, string? source, string why, bool asJson, CancellationToken ct)
    {
        // On the other stream, so that what a script reads stays clean.
        var report = await host.Get<Refreshing>().RunAsync(source, new ProgressLines(Console.Error), new Editor(KbRelease.Who, why), ct);
        if (asJson) Console.WriteLine(JsonSerializer.Serialize(report, KbOutput.Indented));
        else if (report.Problem is { } problem) Console.WriteLine(problem);
        else Print(report);
        if (report.Problem is not null && host.Get<ConfiguredSources>() is var sources)
            return sources.All.Count == 0 ? ExitCodes.Usage : source is not null && sources.Find(source) is null ? ExitCodes.NotKnown : ExitCodes.Problems;
        return report.Failed.Count > 0 ? ExitCodes.Problems : ExitCodes.Done;
    }

    private static void Print(RefreshReport report)
    {
        foreach (var failed in report.Failed) Console.WriteLine($"{failed.Source}: {(failed.Document.Length > 0 ? failed.Document + ": " : "")}{failed.Words}");
        foreach (var near in report.NearDuplicates) Console.WriteLine($"{near.Document}: {near.Drafted} says nearly the same as {near.Existing}");
        Console.WriteLine($"{report.Found} documents found: {report.Read} read, {report.Unchanged} unchanged, {report.Changed} new or changed, {report.Removed} removed, {report.Failed.Count} failed.");
        if (report.PassedOver > 0) Console.WriteLine($"{report.PassedOver} other files were passed over: they hold no text that can be read.");
        Console.WriteLine(report.Drafts == 0 ? "No draft was made." : $"{report.Drafts} files differ in drafts now. kb diff shows them, kb publish checks and publishes them.");
    }

    private static async Task<int> ListAsync(CommandHost host, bool asJson, CancellationToken ct)
    {
        var status = await host.Get<SourceStatus>().ListAsync(ct);
        if (asJson) Console.WriteLine(JsonSerializer.Serialize(status, KbOutput.Indented));
        else if (status.Count == 0) Console.WriteLine("No source is set up. Name a folder, a page or a SharePoint folder under Bot:Knowledge:Sources in the settings.");
        else foreach (var source in status) Print(source);
        return ExitCodes.Done;
    }

    private static void Print(SourceStanding source)
    {
        var last = source.RefreshedAt is { } at ? $"last refreshed {at.ToString("d MMMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture)}" : "never refreshed";
        Console.WriteLine($"{source.Name}  {source.Kind}  {source.Where}  {last}, {source.Documents} documents{(source.OnSchedule ? "" : ", on request only")}");
        if (source.Problem is { } problem) Console.WriteLine($"    {problem}");
        foreach (var failed in source.Failed) Console.WriteLine($"    {failed.Document}: {failed.Words}");
    }
}
