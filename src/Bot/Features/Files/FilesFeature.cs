using Bot.Activities;
using Bot.Files;
using Bot.Turns;

namespace Bot.Features.Files;

/// <summary>A file was dropped into the chat, or somebody answered to one that we offered.</summary>
public sealed class FilesFeature(FileHandOver handOver, AskInWords ask, FileForEditors forEditors) : IFeature
{
    private const string Consent = "fileConsent/invoke";

    public string Name => "Files";

    public IReadOnlyCollection<string> Handles { get; } = [RouteKey.File, RouteKey.Invoke(Consent)];

    public ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct) =>
        turn.IsInvoke ? AnsweredAsync(turn, ct) : ReceivedAsync(turn, ct);

    // What was written beside the file is a question like any other.
    private async ValueTask<TurnResult> ReceivedAsync(TurnContext turn, CancellationToken ct)
    {
        if (await forEditors(turn, ct) is { } taken) return taken;
        var card = ReceivedFileCard.Of();
        if (turn.Text.Length == 0) return new TurnResult.Card(card);
        await turn.SendAsync(card, ct);
        return await ask(turn, ct);
    }

    private async ValueTask<TurnResult> AnsweredAsync(TurnContext turn, CancellationToken ct)
    {
        if (FileConsent.Read(turn.Activity.Value) is not { } consent)
        {
            return new TurnResult.Response(InvokeReply.From(Refusal.BadRequest(
                "BadInvokeValue", "value must hold an action, accept or decline, the context of the offered file and, where accepted, uploadInfo.")));
        }

        if (consent.IsAccepted) await handOver.AcceptAsync(turn, consent, ct);
        else await handOver.DeclineAsync(turn, consent, ct);
        return TurnResult.Nothing;
    }
}

/// <summary>Takes a document in where its sender keeps the knowledge base, which is another feature; null where not.</summary>
public delegate ValueTask<TurnResult?> FileForEditors(TurnContext turn, CancellationToken ct);

/// <summary>Answers the words of a turn as a question; the one that answers is another feature.</summary>
public delegate ValueTask<TurnResult> AskInWords(TurnContext turn, CancellationToken ct);
