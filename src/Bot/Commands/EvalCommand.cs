using System.CommandLine;
using System.Text.Json;
using Answers;
using Bot.Features.Questions;
using Bot.Knowledge;

namespace Bot.Commands;

/// <summary><c>eval FILE</c>: asks every question of a set and prints accuracy per kind, refusal recall and false refusals.</summary>
internal static class EvalCommand
{
    private const string OutOfScope = "oos";

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A question set: JSON lines as in eval/README.md." };
        var failures = new Option<bool>("--failures") { Description = "List the lines that do not pass." };
        var command = new Command("eval", "Score the guide on a question set.") { file, failures };
        command.SetAction((result, _) => Task.FromResult(Run(result.GetValue(file)!, result.GetValue(failures))));
        return command;
    }

    private static int Run(FileInfo file, bool listFailures)
    {
        if (!file.Exists)
        {
            Console.Error.WriteLine($"{file.Name} is not there. Name a file of JSON lines.");
            return ExitCodes.Usage;
        }

        using var host = CommandHost.Create();
        var results = File.ReadLines(file.FullName).Where(l => l.Length > 0).Select(l => Score(l, host)).ToArray();
        if (listFailures)
            foreach (var (line, _, fault) in results.Where(r => r.Fault is not null))
                Console.WriteLine($"{line.Id}  {line.Kind}  {line.Q ?? string.Join(" / ", line.Turns ?? [])}  =>  {fault}");
        Print(results);
        return ExitCodes.Done;
    }

    private static (EvalLine Line, Outcome Outcome, string? Fault) Score(string json, CommandHost host)
    {
        var line = JsonSerializer.Deserialize(json, EvalJson.Default.EvalLine)!;
        var conversation = host.Conversation();
        string[] turns = [.. line.Turns ?? [line.Q ?? ""]];
        foreach (var turn in turns[..^1]) conversation.Ask(turn);
        var answer = conversation.Ask(turns[^1]);
        return (line, answer.Outcome, EvalScore.Fault(line, answer.Outcome, VisibleText.Of(answer.Card)));
    }

    private static void Print((EvalLine Line, Outcome Outcome, string? Fault)[] results)
    {
        foreach (var kind in results.GroupBy(r => r.Line.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
            Console.WriteLine($"{kind.Key,-18}{Share(kind.Count(r => r.Fault is null), kind.Count())}");
        var ours = results.Where(r => r.Line.Kind != OutOfScope).ToArray();
        var strangers = results.Where(r => r.Line.Kind == OutOfScope).ToArray();
        Console.WriteLine($"{"overall",-18}{Share(results.Count(r => r.Fault is null), results.Length)}");
        Console.WriteLine($"{"refusal recall",-18}{Share(strangers.Count(r => r.Fault is null), strangers.Length)}");
        Console.WriteLine($"{"false refusal",-18}{Share(ours.Count(r => r.Outcome is NoAnswer), ours.Length)}");
    }

    private static string Share(int part, int whole) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(whole == 0 ? 0 : 100.0 * part / whole),6:F1} %  ({part} of {whole})");
}
