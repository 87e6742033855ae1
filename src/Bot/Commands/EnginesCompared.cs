using System.Globalization;
using Answers;
using Bot.AzureAnswers;

namespace Bot.Commands;

/// <summary><c>eval FILE --engine azure</c>: one question set, answered by the engine alone and with Azure question answering beside it.</summary>
internal sealed record EnginesCompared(EvalSet Alone, EvalSet Beside, IReadOnlyList<string> By, AzureCounts Counts)
{
    private const string Engine = "engine", Azure = "azure";

    public static async Task<EnginesCompared> OfAsync(IReadOnlyList<string> lines, CommandHost host, TimeSpan pause, CancellationToken ct)
    {
        var state = host.Get<AzureAnswersState>();
        List<EvalResult> beside = [];
        List<string> by = [];
        foreach (var line in lines.Where(l => l.Length > 0))
        {
            // As slowly as the service allows: what is held back would be counted as the engine's.
            await Task.Delay(pause, host.Get<TimeProvider>(), ct);
            var used = state.Used;
            beside.Add(await EvalSet.ScoreAsync(line, host.ConversationBesideAzure(), ct));
            by.Add(state.Used > used ? Azure : Engine);
        }

        return new(EvalSet.Of(lines, host.Conversation), new EvalSet(beside), by, new AzureCounts(state.Asked, state.Used, state.Failed, state.KeptBack, state.Current.Why));
    }

    /// <summary>Lines that are answered otherwise, or pass with only one of the two.</summary>
    public IEnumerable<(EvalResult Alone, EvalResult Beside)> Differing() =>
        Alone.Results.Zip(Beside.Results).Where(pair => pair.First.Passed != pair.Second.Passed || Named(pair.First.Outcome) != Named(pair.Second.Outcome));

    public object ForJson() => new
    {
        Engine = Figures(Alone),
        Azure = Figures(Beside),
        Counts,
        DecidedByAzure = By.Count(b => b == Azure),
        Differing = Differing().Select(pair => new { pair.Alone.Line.Id, pair.Alone.Line.Kind, Question = Words(pair.Alone.Line), Engine = Side(pair.Alone), Azure = Side(pair.Beside) }),
    };

    public void Print()
    {
        Console.WriteLine($"{"",-22}{Engine,9}{Azure,9}");
        foreach (var (name, of) in Rows()) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-22}{100 * of(Alone),7:F1} %{100 * of(Beside),7:F1} %"));
        Console.WriteLine($"Azure decided {By.Count(b => b == Azure)} of {By.Count} lines; {Counts.Asked} questions were sent, {Counts.Failed} failed, {Counts.KeptBack} were kept back.");
        if (Counts.Why.Length > 0) Console.WriteLine($"At the end it rested: {Counts.Why}.");
        foreach (var (alone, beside) in Differing()) Console.WriteLine($"{alone.Line.Id}  {alone.Line.Kind}  {Words(alone.Line)}\n    engine: {Side(alone)}\n    azure:  {Side(beside)}");
    }

    private IEnumerable<(string Name, Func<EvalSet, double> Of)> Rows()
    {
        foreach (var kind in Alone.Results.Select(r => r.Line.Kind ?? "").Distinct().Order(StringComparer.Ordinal))
            yield return (kind, set => Share(set.Results.Where(r => (r.Line.Kind ?? "") == kind), r => r.Passed));
        yield return ("overall", set => set.Overall);
        yield return ("refusal recall", set => set.RefusalRecall);
        yield return ("false refusal", set => set.FalseRefusals);
    }

    private static object Figures(EvalSet set) => new { set.Overall, set.RefusalRecall, set.FalseRefusals, Lines = set.Results.Count };

    private static double Share(IEnumerable<EvalResult> results, Func<EvalResult, bool> counts) => results.Select(r => counts(r) ? 1.0 : 0).DefaultIfEmpty().Average();

    private static string Side(EvalResult result) => $"{Named(result.Outcome)}{(result.Fault is { } fault ? $" (does not pass: {fault})" : "")}";

    private static string Named(Outcome outcome) => outcome switch { Answered a => a.EntryId, Unsure u => $"a choice of {string.Join(", ", u.EntryIds)}", _ => "refused" };

    private static string Words(EvalLine line) => line.Q ?? string.Join(" / ", line.Turns ?? []);
}

/// <summary>How often Azure question answering was asked, and what came of it.</summary>
internal sealed record AzureCounts(long Asked, long Used, long Failed, long KeptBack, string Why);
