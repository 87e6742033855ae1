using System.CommandLine;
using Bot.Hosting;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;
using Bot.Knowledge.Records;

namespace Bot.Commands;

/// <summary><c>kb check</c>: validates and lints the content and prints every problem with file and line.</summary>
internal static class KbCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo?>("FOLDER") { Arity = ArgumentArity.ZeroOrOne, Description = "Content folder; the built-in content when left out." };
        var warnings = new Option<bool>("--warnings") { Description = "Show style warnings too." };
        var check = new Command("check", "Check the knowledge base.") { folder, warnings, KbRelease.AsJson };
        check.SetAction((result, _) => Task.FromResult(Check(result.GetValue(folder)?.FullName ?? BuiltIn, result.GetValue(warnings), result.GetValue(KbRelease.AsJson))));
        var kb = new Command("kb", "Work on the knowledge base.") { check, Records() };
        foreach (var command in KbRelease.Commands().Concat(KbSources.Commands())) kb.Add(command);
        kb.Add(KbAzure.Create());
        kb.Add(KbTrain.Create());
        return kb;
    }

    private static Command Records()
    {
        var from = new Argument<DirectoryInfo>("FOLDER") { Description = "Folder of extract files; its layout is in Knowledge/Records/Data/README.md." };
        var command = new Command("records", "Bring an updated extract into the project's record files.") { from };
        command.SetAction((result, _) => Task.FromResult(Import(result.GetValue(from)!.FullName)));
        return command;
    }

    private static int Import(string from)
    {
        var to = Path.Combine(ProjectFolder.OrCurrent(), new KnowledgeOptions().Records);
        var problems = RecordImport.Run(from, to);
        foreach (var problem in problems) Console.WriteLine(problem);
        Console.WriteLine(problems.Count == 0 ? "The record files are written." : $"{problems.Count} problems; nothing was changed.");
        return problems.Count == 0 ? ExitCodes.Done : ExitCodes.Problems;
    }

    private static string BuiltIn => Path.Combine(AppContext.BaseDirectory, new KnowledgeOptions().Folder);

    private static int Check(string folder, bool showWarnings, bool asJson)
    {
        var result = ContentFolder.Read(folder);
        var problems = result.Problems.Concat(result.Content is { } content ? StyleRules.Check(content) : []).ToArray();
        var shown = problems.Where(p => showWarnings || !p.IsWarning).OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Line).ToArray();
        var (articles, errors) = (result.Content?.Articles.Count ?? 0, problems.Count(p => !p.IsWarning));
        KbOutput.Write(asJson,
            new { Articles = articles, Errors = errors, Warnings = problems.Length - errors, Problems = shown.Select(KbOutput.Json) },
            [
                .. shown.Select(problem => problem.ToString()), $"{articles} articles, {errors} problems, {problems.Length - errors} style warnings",
                .. result.Content is { } read ? [Readability.Summary(read.Articles)] : Array.Empty<string>(),
            ]);
        return errors == 0 ? ExitCodes.Done : ExitCodes.Problems;
    }
}
