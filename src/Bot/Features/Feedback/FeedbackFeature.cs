using Bot.Activities;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Feedback;

/// <summary>"Was this helpful?", the thumbs of Teams and reactions: all three are one vote of one person on one answer.</summary>
public sealed class FeedbackFeature(FeedbackRows rows, GivenAnswers given, AnswerView view, AskedText asked, QuestionLog log) : IFeature
{
    private const string SubmitFeedback = "message/submitAction";
    private const string NotTold = "I could not tell which answer you mean, so nothing was kept.";

    public string Name => "Feedback";

    public IReadOnlyCollection<string> Handles { get; } =
    [
        RouteKey.Verb(Verbs.Feedback), RouteKey.Verb(Verbs.AnswerView), RouteKey.Event(ActivityTypes.MessageReaction),
        RouteKey.Invoke(DialogReply.FetchFeedback), RouteKey.Invoke(SubmitFeedback),
        RouteKey.DialogOpened(Verbs.FeedbackWords), RouteKey.DialogSent(Verbs.FeedbackWords),
    ];

    public ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct) => turn switch
    {
        { Press: { Verb: Verbs.Feedback } press } => PressedAsync(turn, press, ct),
        { Press: { Verb: Verbs.AnswerView } press } => OpenedAgainAsync(turn, press, ct),
        { Press: { } press, Activity.Name: DialogReply.Fetch } => new(Opened(press)),
        { Press: { } press } => WrittenAsync(turn, press, ct),
        { Activity.Name: DialogReply.FetchFeedback } => new(Thumbed(turn)),
        { Activity.Name: SubmitFeedback } => ThumbSentAsync(turn, ct),
        _ => ReactedAsync(turn, ct),
    };

    private async ValueTask<TurnResult> PressedAsync(TurnContext turn, CardPress press, CancellationToken ct)
    {
        if (Vote.Of(press) is not { } vote) return new TurnResult.Text(NotTold);
        var isNoted = await KeepAsync(turn, vote, ct);
        // What one person says is nobody else's business: the answer to a press is seen only by who pressed.
        if (turn is { IsInvoke: true, Activity.IsShared: true } && view(turn, press, vote.Helpful) is { } own) return new TurnResult.Card(own);
        return new TurnResult.Text(vote.Helpful ? "Thank you. I noted that it helped."
            : $"Thank you. I noted that it did not help{(isNoted ? ", with your question and without your name" : "")}. You can ask again in other words, or ask a person.");
    }

    private async ValueTask<TurnResult> OpenedAgainAsync(TurnContext turn, CardPress press, CancellationToken ct)
    {
        var helpful = press.Text("answer") is { } answer ? await rows.FindAsync(answer, turn.UserId, ct) : null;
        return new TurnResult.Card(view(turn, press, helpful) ?? GoneCard.Value);
    }

    private static TurnResult Opened(CardPress press) =>
        Vote.Of(press) is { } vote ? FeedbackForm.Of(vote) : new TurnResult.Text(NotTold);

    private async ValueTask<TurnResult> WrittenAsync(TurnContext turn, CardPress press, CancellationToken ct)
    {
        if (Vote.Of(press) is not { } vote) return new TurnResult.Text(NotTold);
        await KeepAsync(turn, vote, ct);
        var words = FeedbackForm.Words(press.Data);
        if (words.Length > 0) await rows.WriteWordsAsync(vote.Subject, vote.Helpful, words, turn.Now, ct);
        return new TurnResult.Text(FeedbackForm.Thanks(words));
    }

    // The message is looked up when the form is sent: this answer is waited for, and most forms never are.
    private static TurnResult Thumbed(TurnContext turn) => FeedbackForm.Of(new Vote("", "", FeedbackValue.Of(turn.Activity).Helpful ?? false));

    private async ValueTask<TurnResult> ThumbSentAsync(TurnContext turn, CancellationToken ct)
    {
        var value = FeedbackValue.Of(turn.Activity);
        if (value.Helpful is not { } helpful || turn.Activity.ReplyToId is not { Length: > 0 } message) return TurnResult.Nothing;
        var vote = await OnAsync(turn, message, helpful, ct);
        await KeepAsync(turn, vote, ct);
        if (value.Words.Length > 0) await rows.WriteWordsAsync(vote.Subject, helpful, value.Words, turn.Now, ct);
        return TurnResult.Nothing;
    }

    // Other reactions say too little.
    private async ValueTask<TurnResult> ReactedAsync(TurnContext turn, CancellationToken ct)
    {
        if (turn.Activity.ReplyToId is not { Length: > 0 } message) return TurnResult.Nothing;
        if (IsLiked(turn.Activity.ReactionsAdded)) await KeepAsync(turn, await OnAsync(turn, message, helpful: true, ct), ct);
        else if (IsLiked(turn.Activity.ReactionsRemoved)) await rows.WithdrawAsync((await OnAsync(turn, message, helpful: true, ct)).Answer, turn.UserId, ct);
        return TurnResult.Nothing;
    }

    private static bool IsLiked(IReadOnlyList<MessageReaction>? reactions) => reactions?.Any(r => r.Type is "like" or "heart") ?? false;

    // A message too old to be known is voted on as itself.
    private async ValueTask<Vote> OnAsync(TurnContext turn, string message, bool helpful, CancellationToken ct) =>
        await given.FindAsync(turn.ConversationId, message, ct) is { Vote.Length: > 0 } answer
            ? new Vote(answer.Subject, answer.Vote, helpful)
            : new Vote("message", message, helpful);

    /// <returns>Whether the question was noted too: an answer that does not help is a gap like one that is missing.</returns>
    private async ValueTask<bool> KeepAsync(TurnContext turn, Vote vote, CancellationToken ct)
    {
        var question = vote.Helpful ? null : await asked(turn, vote.Answer, ct);
        if (question is not null && await rows.FindAsync(vote.Answer, turn.UserId, ct) != false)
            await log.WriteUnhelpfulAsync(question, vote.Subject, turn.Activity.Conversation?.ConversationType ?? "personal", turn.Today, ct);
        await rows.WriteAsync(new FeedbackVote { ArticleId = vote.Subject, AnswerId = vote.Answer, UserId = turn.UserId, Helpful = vote.Helpful, At = turn.Now }, ct);
        return question is not null;
    }
}
