using Answers;
using Bot.Activities;
using Bot.Cards;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Questions;

/// <summary>Sends answers, and keeps what is left of a question afterwards: which messages answered it, and its line in the log.</summary>
public sealed class AnswerTrail(GivenAnswers given, QuestionLog log)
{
    private const string Edited = "You edited your question, so this answer no longer applies.";

    public async ValueTask SendAsync(TurnContext turn, IReadOnlyList<AdaptiveCard> cards, CancellationToken ct)
    {
        for (var i = 0; i < cards.Count; i++) await SendAsync(turn, cards[i], i, ct);
    }

    /// <summary>Puts the answers to an edited question where its earlier answers stand; an answer that stands nowhere is sent anew.</summary>
    public async ValueTask ReplaceAsync(TurnContext turn, IReadOnlyList<AdaptiveCard> cards, CancellationToken ct)
    {
        var earlier = await EarlierAsync(turn, ct);
        for (var i = 0; i < cards.Count; i++)
        {
            if (i < earlier.Count && await turn.UpdateAsync(earlier[i].AnswerId, cards[i], ct)) await KeepAsync(turn, cards[i], i, earlier[i].AnswerId, ct);
            else await SendAsync(turn, cards[i], i, ct);
        }

        foreach (var left in earlier.Skip(cards.Count)) await turn.UpdateAsync(left.AnswerId, Void, ct);
    }

    public async ValueTask ForgetAsync(TurnContext turn, CancellationToken ct)
    {
        if (turn.Activity.Id is { Length: > 0 } question) await given.ForgetAsync(turn.ConversationId, question, ct);
    }

    public ValueTask LogAsync(TurnContext turn, string text, Outcome outcome, CancellationToken ct) => log.WriteAsync(
        new AskedQuestion
        {
            Text = outcome is Answered ? null : text,
            Outcome = outcome switch { Answered => "answered", Unsure => "unsure", _ => "refused" },
            ArticleId = outcome.Reasons.Nearest.Count > 0 ? outcome.Reasons.Nearest[0].EntryId : null,
            Score = outcome.Reasons.Score,
            ConversationKind = turn.Activity.Conversation?.ConversationType ?? "personal",
            At = turn.Now,
        },
        ct);

    private async ValueTask SendAsync(TurnContext turn, AdaptiveCard card, int position, CancellationToken ct)
    {
        if (await turn.SendAsync(card, ct) is { Length: > 0 } id) await KeepAsync(turn, card, position, id, ct);
    }

    // Replies in the response have no id that the channel would know.
    private async ValueTask KeepAsync(TurnContext turn, AdaptiveCard card, int position, string id, CancellationToken ct)
    {
        if (turn.Activity.ExpectsReplies || turn.Activity.Id is not { Length: > 0 } question) return;
        await given.WriteAsync(
            new GivenAnswer
            {
                ConversationId = turn.ConversationId,
                QuestionId = question,
                Position = position,
                AnswerId = id,
                Subject = card.Rating?.Subject ?? "",
                Vote = card.Rating?.Answer ?? "",
                At = turn.Now,
            },
            ct);
    }

    private async ValueTask<IReadOnlyList<GivenAnswer>> EarlierAsync(TurnContext turn, CancellationToken ct) =>
        turn.Activity.Id is { Length: > 0 } question ? await given.ToAsync(turn.ConversationId, question, ct) : [];

    private static AdaptiveCard Void { get; } = new() { Body = [new TextBlock(Edited)], FallbackText = Edited, Summary = Edited };
}
