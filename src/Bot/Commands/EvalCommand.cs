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
        var file = new Argument<FileInfo?>("FILE") { Arity = ArgumentArity.ZeroOrOne, Description = "A question set on our subject: JSON lines as in eval/README.md." };
        var failures = new Option<bool>("--failures") { Description = "List the lines that do not pass." };
        var json = new Option<bool>("--json") { Description = "Print the figures of --kb as JSON." };
        var kb = new Option<FileInfo?>("--kb") { Description = "Score the engine on another knowledge base: lines {\"id\",\"answer\",\"questions\"}." };
        var queries = new Option<FileInfo?>("--queries") { Description = "Its queries: lines {\"q\",\"expect_id\"}, null for out of scope." };
        var validation = new Option<FileInfo?>("--validation") { Description = "Queries to fit refusal on; the same file as --queries is fitted in five folds." };
        var strangers = new Option<FileInfo?>("--oos") { Description = "Known out-of-scope questions." };
        var predictions = new Option<FileInfo?>("--predictions") { Description = "Write one {\"id\",\"score\"} line a query to this file." };
        var perEntry = new Option<int?>("--per-entry") { Description = "Learn only so many questions of each entry of --kb, drawn with a fixed seed." };
        var crossValidate = new Option<bool>("--cross-validate") { Description = "Leave a tenth of the articles' wordings out, ten times, and ask them." };
        var command = new Command("eval", "Score the guide, or its engine on another knowledge base.") { file, failures, json, kb, queries, validation, strangers, predictions, perEntry, crossValidate };
        command.SetAction(async (result, ct) => (result.GetValue(file), result.GetValue(kb), result.GetValue(queries)) switch
        {
            (null, null, null) when result.GetValue(crossValidate) => await CrossValidateAsync(result.GetValue(failures), ct),
            ({ } set, null, null) => await RunAsync(set, result.GetValue(failures), ct),
            (null, { } k, { } q) => GenericEval.Run(
                new GenericFiles(k, q, result.GetValue(validation), result.GetValue(strangers), result.GetValue(predictions)) { PerEntry = result.GetValue(perEntry) }, result.GetValue(json)),
            _ => Misused(),
        });
        return command;
    }

    private static int Misused()
    {
        Console.Error.WriteLine("Name a question set, or both --kb and --queries, or --cross-validate alone.");
        return ExitCodes.Usage;
    }

    private static async Task<int> CrossValidateAsync(bool listFailures, CancellationToken ct)
    {
        using var host = await CommandHost.StartAsync(ct);
        return CrossValidation.Run(host.Snapshot.Content, host.Snapshot.Records.Names, listFailures);
    }

    private static async Task<int> RunAsync(FileInfo file, bool listFailures, CancellationToken ct)
    {
        if (!file.Exists)
        {
            Console.Error.WriteLine($"{file.Name} is not there. Name a file of JSON lines.");
            return ExitCodes.Usage;
        }

        using var host = await CommandHost.StartAsync(ct);
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
        var answers = conversation.Ask(turns[^1]);
        var text = string.Join("\n", answers.Select(a => VisibleText.Of(a.Card)));
        return (line, answers[0].Outcome, EvalScore.Fault(line, answers[0].Outcome, text));
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
