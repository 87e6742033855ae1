using System.Text.Json;
using Bot.Storage;
using Bot.Trusts;
using Bot.Turns;
using Asked = Answers.LastTurn;

namespace Bot.Features.Governors;

/// <summary>Keeps a sentence that waits for the trust to be chosen, so that a typed name is understood as its answer.</summary>
public sealed class WaitingSentence(LastTurns turns)
{
    public async ValueTask KeepAsync(TurnContext turn, string sentence, CancellationToken ct)
    {
        var waiting = new Asked(WaitingForTrust.EntryId, sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries), []);
        await turns.WriteAsync(new LastTurn { ConversationId = turn.ConversationId, UserId = turn.UserId, Json = JsonSerializer.Serialize(waiting), At = turn.Now }, ct);
    }
}
