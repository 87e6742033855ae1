using Bot.Knowledge;
using Bot.Storage;
using Bot.Turns;
using Microsoft.Extensions.Options;

namespace Bot.Features.Questions.Telling;

/// <summary>Keeps the wish to be told when a question is answered, and gives it up.</summary>
public sealed class TellingFeature(TurnMemory memory, Wishes wishes, KnowledgeStore knowledge, IOptions<StorageOptions> storage) : IFeature
{
    private const string NotHere = "I can tell you only in your personal chat with me. Ask me there.";
    private const string Forgotten = "I do not have that question any more, because I keep only your latest one. Ask it again, and then press the button under its answer.";
    private const string TooMany = "You wait for 20 answers, which is the most I keep. Take one back first, or say \"delete what you hold about me\".";

    public string Name => "Telling";

    public IReadOnlyCollection<string> Handles { get; } = [RouteKey.Verb(TellingOffer.Verb), RouteKey.Verb(TellingOffer.GiveUpVerb)];

    public async ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct)
    {
        if (!turn.IsPersonal || turn.UserId.Length == 0) return new TurnResult.Text(NotHere);
        var press = turn.Press!;
        if (press.Verb == TellingOffer.Verb) return await WishAsync(turn, press.Text("answer") ?? "", ct);
        return new TurnResult.Text(press.Text("wish") is { } id && await wishes.GiveUpAsync(turn.UserId, id, ct)
            ? "Done. I deleted that question and will not tell you." : "That question is not kept any more.");
    }

    private async ValueTask<TurnResult> WishAsync(TurnContext turn, string answerId, CancellationToken ct)
    {
        if (await memory.AskedAsync(turn, answerId, ct) is not { } question) return new TurnResult.Text(Forgotten);
        var wish = new Wish { ConversationId = turn.ConversationId, Question = question, HeldAgainst = knowledge.Current.State };
        if (await wishes.AddAsync(turn.UserId, wish, ct) is not { } id) return new TurnResult.Text(TooMany);
        var card = TellingCards.Kept(id, question, turn.Today.AddDays(storage.Value.QuestionDays));
        // The response of a press would take the place of the refusal, which says whom to ask meanwhile.
        if (!turn.IsInvoke) return new TurnResult.Card(card);
        await turn.SendAsync(card, ct);
        return new TurnResult.Text("Noted. What I keep is below.");
    }
}
