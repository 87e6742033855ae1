using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Feedback;

/// <summary>"Was this helpful?" and thumbs on our messages.</summary>
public sealed class FeedbackFeature(FeedbackRows rows) : IFeature
{
    private const string Reaction = "messageReaction";

    public string Name => "Feedback";

    public IReadOnlyCollection<string> Handles { get; } = [RouteKey.Verb(Verbs.Feedback), RouteKey.Event(Reaction)];

    public ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct) =>
        turn.Press is { } press ? PressedAsync(turn, press, ct) : ReactedAsync(turn, ct);

    private async ValueTask<TurnResult> PressedAsync(TurnContext turn, CardPress press, CancellationToken ct)
    {
        if (press.Text("subject") is not { } subject || press.Text("answer") is not { } answer || press.Flag("helpful") is not { } helpful)
            return new TurnResult.Text("I could not tell which answer you mean, so nothing was kept.");
        await KeepAsync(turn, subject, answer, helpful, ct);
        return new TurnResult.Text(helpful ? "Thank you. I noted that it helped." : "Thank you. I noted that it did not help. You can ask again in other words, or ask a person.");
    }

    // Reactions other than a like say too little; a like is a vote for the message it stands on.
    private async ValueTask<TurnResult> ReactedAsync(TurnContext turn, CancellationToken ct)
    {
        var liked = turn.Activity.ReactionsAdded?.Any(r => r.Type is "like" or "heart") ?? false;
        if (liked && turn.Activity.ReplyToId is { Length: > 0 } message) await KeepAsync(turn, "message", message, helpful: true, ct);
        return TurnResult.Nothing;
    }

    private ValueTask KeepAsync(TurnContext turn, string subject, string answer, bool helpful, CancellationToken ct) => rows.WriteAsync(
        new FeedbackVote { ArticleId = subject, AnswerId = answer, UserId = turn.UserId, Helpful = helpful, At = turn.Now }, ct);
}
