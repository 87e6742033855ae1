using System.CommandLine;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;

namespace Bot.Commands;

/// <summary><c>kb check</c>: validates and lints the content and prints every problem with file and line.</summary>
internal static class KbCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo?>("FOLDER") { Arity = ArgumentArity.ZeroOrOne, Description = "Content folder; the built-in content when left out." };
        var warnings = new Option<bool>("--warnings") { Description = "Show style warnings too." };
        var check = new Command("check", "Check the knowledge base.") { folder, warnings };
        check.SetAction((result, _) => Task.FromResult(Check(result.GetValue(folder)?.FullName ?? BuiltIn, result.GetValue(warnings))));
        return new Command("kb", "Work on the knowledge base.") { check };
    }

    private static string BuiltIn => Path.Combine(AppContext.BaseDirectory, new KnowledgeOptions().Folder);

    private static int Check(string folder, bool showWarnings)
    {
        var result = ContentFolder.Read(folder);
        var problems = result.Problems.Concat(result.Content is { } content ? StyleRules.Check(content) : []).ToArray();
        foreach (var problem in problems.Where(p => showWarnings || !p.IsWarning).OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Line))
            Console.WriteLine(problem);
        var errors = problems.Count(p => !p.IsWarning);
        Console.WriteLine($"{result.Content?.Articles.Count ?? 0} articles, {errors} problems, {problems.Length - errors} style warnings");
        if (result.Content is { } read) Console.WriteLine(Readability.Summary(read.Articles));
        return errors == 0 ? ExitCodes.Done : ExitCodes.Problems;
    }
}
