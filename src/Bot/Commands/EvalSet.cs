using System.Text.Json;
using Answers;
using Bot.Cards;

namespace Bot.Commands;

/// <summary>How a question set was answered. Shares are between 0 and 1.</summary>
internal sealed record EvalSet(IReadOnlyList<EvalResult> Results)
{
    private const string OutOfScope = "oos";

    public IReadOnlyList<EvalResult> Strangers { get; } = [.. Results.Where(r => r.Line.Kind == OutOfScope)];

    public IReadOnlyList<EvalResult> Ours { get; } = [.. Results.Where(r => r.Line.Kind != OutOfScope)];

    public double Overall => Share(Results.Count(r => r.Passed), Results.Count);

    public double RefusalRecall => Share(Strangers.Count(r => r.Passed), Strangers.Count);

    public double FalseRefusals => Share(Ours.Count(r => r.Outcome is NoAnswer), Ours.Count);

    /// <param name="lines">JSON lines as in eval/README.md.</param>
    /// <param name="begin">Begins a conversation, one for each line.</param>
    public static EvalSet Of(IEnumerable<string> lines, Func<Conversation> begin) => new([.. lines.Where(l => l.Length > 0).Select(l => Score(l, begin()))]);

    private static EvalResult Score(string json, Conversation conversation)
    {
        var line = JsonSerializer.Deserialize(json, EvalJson.Default.EvalLine)!;
        string[] turns = Turns(line);
        foreach (var turn in turns[..^1]) conversation.Ask(turn);
        return Score(line, conversation.Ask(turns[^1]));
    }

    /// <summary>One line, in a conversation that may ask Azure question answering too.</summary>
    public static async Task<EvalResult> ScoreAsync(string json, Conversation conversation, CancellationToken ct)
    {
        var line = JsonSerializer.Deserialize(json, EvalJson.Default.EvalLine)!;
        string[] turns = Turns(line);
        foreach (var turn in turns[..^1]) await conversation.AskAsync(turn, ct);
        return Score(line, await conversation.AskAsync(turns[^1], ct));
    }

    private static string[] Turns(EvalLine line) => [.. line.Turns ?? [line.Q ?? ""]];

    private static EvalResult Score(EvalLine line, IReadOnlyList<(Outcome Outcome, AdaptiveCard Card)> answers)
    {
        var text = string.Join("\n", answers.Select(a => VisibleText.Of(a.Card)));
        return new EvalResult(line, answers[0].Outcome, EvalScore.Fault(line, answers[0].Outcome, text));
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <summary>One line as it was answered.</summary>
/// <param name="Line">What was asked and expected.</param>
/// <param name="Outcome">Of the first answer to the last turn.</param>
/// <param name="Fault">Why it does not pass; null where it does.</param>
internal sealed record EvalResult(EvalLine Line, Outcome Outcome, string? Fault)
{
    public bool Passed => Fault is null;

    public override string ToString() => $"{Line.Id}  {Line.Kind}  {Line.Q ?? string.Join(" / ", Line.Turns ?? [])}  =>  {Fault}";
}
