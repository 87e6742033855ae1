using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Answers;
using Bot.Cards;
using Bot.Features.Questions;

namespace Bot.Commands;

/// <summary><c>ask "…"</c>: one question, answered as text.</summary>
internal static class AskCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var question = new Argument<string[]>("QUESTION") { Arity = ArgumentArity.ZeroOrMore, Description = "What to ask; several are turns of one conversation." };
        var json = new Option<bool>("--json") { Description = "Print outcome, text and card as JSON." };
        var explain = new Option<bool>("--explain") { Description = "Say why this answer." };
        var certificate = new Option<string?>("--certificate") { Description = "Show what the answer with this number said, instead of asking." };
        var command = new Command("ask", "Ask one question.") { question, json, explain, certificate };
        command.Validators.Add(result =>
        {
            if (result.GetValue(certificate) is null && result.GetValue(question) is null or []) result.AddError("Give a question, or the number of an answer with --certificate.");
        });
        command.SetAction((result, ct) => result.GetValue(certificate) is { } number
            ? CertificateCommand.RunAsync(number, result.GetValue(json), ct)
            : RunAsync(result.GetValue(question)!, result.GetValue(json), result.GetValue(explain), ct));
        return command;
    }

    private static async Task<int> RunAsync(string[] turns, bool asJson, bool explain, CancellationToken ct)
    {
        using var host = await CommandHost.StartAsync(ct);
        var conversation = host.Conversation();
        foreach (var turn in turns[..^1]) conversation.Ask(turn);
        var answers = conversation.Ask(turns[^1]);
        var told = answers.Select(a => (a.Outcome, a.Card, Why: explain ? Explanation.Of(a.Outcome, host.Snapshot) : null)).ToArray();
        if (asJson) Console.WriteLine(told.Length == 1 ? Json(told[0]).ToJsonString(Indented) : new JsonArray([.. told.Select(Json)]).ToJsonString(Indented));
        else foreach (var answer in told) Print(answer);
        await host.StoreAsync(ct);
        return answers[0].Outcome is NoAnswer ? ExitCodes.NoAnswer : ExitCodes.Done;
    }

    private static void Print((Outcome Outcome, AdaptiveCard Card, string? Why) answer)
    {
        Console.WriteLine(VisibleText.Of(answer.Card));
        if (answer.Why is not null) Console.WriteLine($"\nWhy this answer\n{answer.Why}");
        Console.WriteLine();
    }

    private static JsonObject Json((Outcome Outcome, AdaptiveCard Card, string? Why) answer)
    {
        var (outcome, card, reasons) = answer;
        return new JsonObject
        {
            ["outcome"] = outcome switch { Answered => "answered", Unsure => "unsure", _ => "noAnswer" },
            ["article"] = outcome is Answered a ? a.EntryId : null,
            ["choices"] = outcome is Unsure u ? new JsonArray([.. u.EntryIds.Select(id => JsonValue.Create(id))]) : null,
            ["confidence"] = Math.Round(outcome switch { Answered x => x.Confidence, Unsure x => x.Confidence, NoAnswer x => x.Confidence, _ => 0 }, 4),
            ["text"] = VisibleText.Of(card),
            ["explanation"] = reasons,
            ["card"] = JsonNode.Parse(card.ToUtf8Json().Span),
        };
    }
}
