using Bot.Activities;
using Bot.Cards;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Compose;

/// <summary>ICS Guide under the compose box and on messages: search while writing, ask about a message, kept answers.</summary>
public sealed class ComposeFeature(AnswersForSharing answers, OwnAnswers own) : IFeature
{
    private const string Query = "composeExtension/query", Fetch = "composeExtension/fetchTask", Submit = "composeExtension/submitAction";
    private const string Nothing = "No answer on that. Try other words, or ask ICS Guide in a chat.";
    private const string NoneYet = "Type a question or a few words, such as \"what is an ICS\".";
    private const string Gone = "That answer is no longer here.";

    public string Name => "Compose";

    public IReadOnlyCollection<string> Handles { get; } =
        [RouteKey.Invoke(Query), RouteKey.Invoke(Fetch), RouteKey.Invoke(Submit), RouteKey.Verb(Verbs.Keep)];

    public ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct)
    {
        if (turn.Press is { } press) return KeepAsync(turn, press, ct);
        if (ComposeRequest.Read(turn.Activity.Value) is not { } request) return new(Malformed);
        return turn.Activity.Name switch
        {
            // There is one way to search, so a search needs no name.
            Query when request.Command is "" or ComposeCommands.Search => SearchAsync(turn, request, ct),
            Fetch when request.Command == ComposeCommands.Ask => new(Dialog(ComposeDialogs.Of(answers.Read(MessageWords.Of(turn.Activity.Value))))),
            Fetch when request.Command == ComposeCommands.Kept => KeptAsync(turn, ct),
            Submit => PressedAsync(turn, ct),
            _ => new(Malformed),
        };
    }

    private static TurnResult Malformed => new TurnResult.Response(InvokeReply.From(Refusal.BadRequest(
        "BadInvokeValue", $"value.commandId must be one of the manifest's commands: {string.Join(", ", ComposeCommands.All)}.")));

    private async ValueTask<TurnResult> SearchAsync(TurnContext turn, ComposeRequest request, CancellationToken ct)
    {
        var found = request.Typed.Length > 0 ? [.. answers.Find(request.Typed).Select(answer => new Listed(answer))] : await OwnAsync(turn, ct);
        var page = found.Skip(request.Skip).Take(request.Count).ToArray();
        if (page.Length > 0 || request.Skip > 0) return ComposeReply.Results(page);
        return ComposeReply.Message(request.Typed.Length > 0 ? Nothing : NoneYet);
    }

    private async Task<Listed[]> OwnAsync(TurnContext turn, CancellationToken ct)
    {
        var kept = (await own.KeptAsync(turn.UserId, ct)).Select(key => (Key: key, Mark: "Kept"));
        var recent = (await own.RecentAsync(turn.UserId, ct)).Select(key => (Key: key, Mark: "You asked this"));
        return [.. kept.Concat(recent).DistinctBy(own => own.Key).Select(own => (Answer: answers.ByKey(own.Key), own.Mark)).Where(own => own.Answer is not null).Select(own => new Listed(own.Answer!, own.Mark))];
    }

    private async ValueTask<TurnResult> KeptAsync(TurnContext turn, CancellationToken ct)
    {
        var kept = (await own.KeptAsync(turn.UserId, ct)).Select(answers.ByKey).OfType<SharedAnswer>().ToArray();
        return Dialog(ComposeDialogs.Kept(kept));
    }

    private async ValueTask<TurnResult> PressedAsync(TurnContext turn, CancellationToken ct)
    {
        var value = turn.Activity.Value;
        if (ComposeRequest.Data(value, "answer") is not { } key) return Malformed;
        if (ComposeRequest.Data(value, "verb") == ComposeDialogs.Remove)
        {
            await own.RemoveAsync(turn.UserId, key, ct);
            return await KeptAsync(turn, ct);
        }

        if (answers.ByKey(key) is not { } answer) return DialogNote(Gone);
        return ComposeRequest.Data(value, "verb") switch
        {
            ComposeDialogs.Insert => ComposeReply.Results([new Listed(answer)]),
            ComposeDialogs.Show => Dialog(ComposeDialogs.Answered([answer])),
            _ => Malformed,
        };
    }

    // "Keep this answer" on a card in the chat.
    private async ValueTask<TurnResult> KeepAsync(TurnContext turn, CardPress press, CancellationToken ct)
    {
        if (press.Text("answer") is not { } key || answers.ByKey(key) is not { } answer) return new TurnResult.Text(Gone);
        await own.KeepAsync(turn.UserId, answer.Key, ct);
        return new TurnResult.Text("Kept. It now stands first when you open ICS Guide under the compose box.");
    }

    private static TurnResult.Response Dialog(AdaptiveCard card) => new(DialogReply.Of(new TurnResult.Dialog("ICS Guide", card)));

    private static TurnResult.Response DialogNote(string text) => new(DialogReply.Of(new TurnResult.Text(text)));
}
