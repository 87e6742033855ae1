using System.Text.Json;
using Bot.Cards;
using Bot.Knowledge.Records;
using Bot.Storage;
using Bot.Trusts;
using Bot.Turns;
using Asked = Answers.LastTurn;

namespace Bot.Features.Governors;

/// <summary>Asks which trust is meant, and keeps the sentence that waits for it, so that a typed name is understood as the answer.</summary>
public sealed class WaitingSentence(LastTurns turns, TrustHints hints)
{
    public async ValueTask<AdaptiveCard> AskAsync(TurnContext turn, RecordBook records, string sentence, CancellationToken ct)
    {
        var waiting = new Asked(WaitingForTrust.EntryId, sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries), []);
        await turns.WriteAsync(new LastTurn { ConversationId = turn.ConversationId, UserId = turn.UserId, Json = JsonSerializer.Serialize(waiting), At = turn.Now }, ct);
        return ChoosingCard.Of(records, sentence, suggestion: await hints.FindAsync(turn, records, ct));
    }
}
