using System.CommandLine;
using Bot.AzureAnswers;
using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary><c>eval FILE</c>: asks every question of a set and prints accuracy per kind, refusal recall and false refusals.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo?>("FILE") { Arity = ArgumentArity.ZeroOrOne, Description = "A question set on our subject: JSON lines as in eval/README.md." };
        var failures = new Option<bool>("--failures") { Description = "List the lines that do not pass." };
        var json = new Option<bool>("--json") { Description = "Print the figures of --kb or of --engine azure as JSON." };
        var kb = new Option<FileInfo?>("--kb") { Description = "Score the engine on another knowledge base: lines {\"id\",\"answer\",\"questions\"}." };
        var queries = new Option<FileInfo?>("--queries") { Description = "Its queries: lines {\"q\",\"expect_id\"}, null for out of scope." };
        var validation = new Option<FileInfo?>("--validation") { Description = "Queries to fit refusal on; the same file as --queries is fitted in five folds." };
        var strangers = new Option<FileInfo?>("--oos") { Description = "Known out-of-scope questions." };
        var predictions = new Option<FileInfo?>("--predictions") { Description = "Write one {\"id\",\"score\"} line a query to this file." };
        var perEntry = new Option<int?>("--per-entry") { Description = "Learn only so many questions of each entry of --kb, drawn with a fixed seed." };
        var crossValidate = new Option<bool>("--cross-validate") { Description = "Leave a tenth of the articles' wordings out, ten times, and ask them." };
        var calibration = new Option<bool>("--calibration") { Description = "Compare the confidence with what was right, on questions kept from the engine." };
        var engine = new Option<string>("--engine") { Description = "embedded (the default), or azure: compare the engine alone with Azure question answering beside it.", DefaultValueFactory = _ => "embedded" };
        engine.AcceptOnlyFromAmong("embedded", "azure");
        var command = new Command("eval", "Score the guide, or its engine on another knowledge base.") { file, engine, failures, json, kb, queries, validation, strangers, predictions, perEntry, crossValidate, calibration };
        command.SetAction(async (result, ct) => (result.GetValue(file), result.GetValue(kb), result.GetValue(queries)) switch
        {
            (null, null, null) when result.GetValue(crossValidate) => await CrossValidateAsync(result.GetValue(failures), ct),
            (null, null, null) when result.GetValue(calibration) => await CalibrateAsync(ct),
            ({ } set, null, null) when result.GetValue(engine) == "azure" => await CompareAsync(set, result.GetValue(json), ct),
            ({ } set, null, null) => await RunAsync(set, result.GetValue(failures), ct),
            (null, { } k, { } q) => GenericEval.Run(
                new GenericFiles(k, q, result.GetValue(validation), result.GetValue(strangers), result.GetValue(predictions)) { PerEntry = result.GetValue(perEntry) }, result.GetValue(json)),
            _ => Misused(),
        });
        return command;
    }

    private static int Misused()
    {
        Console.Error.WriteLine("Name a question set, or both --kb and --queries, or --cross-validate or --calibration alone.");
        return ExitCodes.Usage;
    }

    private static async Task<int> CrossValidateAsync(bool listFailures, CancellationToken ct)
    {
        using var host = await CommandHost.StartAsync(ct);
        return CrossValidation.Run(host.Snapshot.Content, host.Snapshot.Records.Names, listFailures);
    }

    private static async Task<int> CalibrateAsync(CancellationToken ct)
    {
        using var host = await CommandHost.StartAsync(ct);
        return Calibration.Run(host.Snapshot.Content, host.Snapshot.Records.Names);
    }

    private static async Task<int> RunAsync(FileInfo file, bool listFailures, CancellationToken ct)
    {
        if (!file.Exists)
        {
            Console.Error.WriteLine($"{file.Name} is not there. Name a file of JSON lines.");
            return ExitCodes.Usage;
        }

        using var host = await CommandHost.StartAsync(ct);
        var set = EvalSet.Of(File.ReadLines(file.FullName), host.Conversation);
        if (listFailures)
            foreach (var result in set.Results.Where(r => !r.Passed)) Console.WriteLine(result);
        Print(set);
        return ExitCodes.Done;
    }

    private static async Task<int> CompareAsync(FileInfo file, bool asJson, CancellationToken ct)
    {
        if (!file.Exists)
        {
            Console.Error.WriteLine($"{file.Name} is not there. Name a file of JSON lines.");
            return ExitCodes.Usage;
        }

        try
        {
            using var host = await CommandHost.StartAsync(ct, new Dictionary<string, string?> { [$"{AzureAnswersOptions.Section}:{nameof(AzureAnswersOptions.Answers)}"] = "true" });
            var options = host.Get<IOptions<AzureAnswersOptions>>().Value;
            var compared = await EnginesCompared.OfAsync(File.ReadAllLines(file.FullName), host, TimeSpan.FromSeconds(1.0 / options.PerSecond), ct);
            if (asJson) KbAzure.Print(compared.ForJson());
            else compared.Print();
            return compared.Counts.Asked == compared.Counts.Failed ? ExitCodes.Problems : ExitCodes.Done;
        }
        catch (OptionsValidationException settings)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, settings.Failures));
            return ExitCodes.Problems;
        }
    }

    private static void Print(EvalSet set)
    {
        foreach (var kind in set.Results.GroupBy(r => r.Line.Kind).OrderBy(g => g.Key, StringComparer.Ordinal)) Print(kind.Key ?? "", kind.Count(r => r.Passed), kind.Count());
        Print("overall", set.Results.Count(r => r.Passed), set.Results.Count);
        Print("refusal recall", set.Strangers.Count(r => r.Passed), set.Strangers.Count);
        Print("false refusal", set.Ours.Count(r => r.Outcome is Answers.NoAnswer), set.Ours.Count);
    }

    private static void Print(string name, int part, int whole) =>
        Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name,-18}{(whole == 0 ? 0 : 100.0 * part / whole),6:F1} %  ({part} of {whole})"));
}
