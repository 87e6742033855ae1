using Bot.Activities;
using Bot.Cards;
using Bot.Telemetry;

namespace Bot.Turns;

/// <summary>One activity on its way through one feature.</summary>
public sealed class TurnContext
{
    private readonly IReplyPath _replies;
    private readonly TimeProvider _time;

    public TurnContext(Activity activity, CardPress? press, string text, IReplyPath replies, TimeProvider time)
    {
        Activity = activity;
        Press = press;
        Text = text;
        _replies = replies;
        _time = time;
        ConversationId = activity.Conversation?.Id ?? "";
        UserId = activity.From?.Id ?? "";
    }

    public Activity Activity { get; }

    /// <summary>Set when a button was pressed, by Action.Execute or by its fallback Action.Submit.</summary>
    public CardPress? Press { get; }

    /// <summary>What the user wrote: mentions of the bot removed, trimmed.</summary>
    public string Text { get; }

    public string ConversationId { get; }

    public string UserId { get; }

    public bool IsInvoke => Activity.IsInvoke;

    /// <summary>Whether a reply can be shown to the sender alone.</summary>
    internal bool MayTarget { get; init; }

    /// <summary>A dialog was opened or sent, so the answer stands in a dialog.</summary>
    public bool IsDialog => Activity.IsInvoke && Activity.Name is DialogReply.Fetch or DialogReply.Submit;

    /// <summary>Messages can be sent and changed after the turn has ended; not where all replies stand in its response.</summary>
    public bool MaySpeakLater => _replies is not BufferedReplies;

    /// <summary>Nobody else reads along.</summary>
    public bool IsPersonal => Activity.Conversation?.ConversationType is "personal" or null;

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <returns>The new message's id, if it was delivered and has one.</returns>
    public async ValueTask<string?> SendAsync(AdaptiveCard card, CancellationToken ct)
    {
        var reply = Reply.Card(Activity, card);
        // Where Teams does not take it so, all may see it: better than none.
        if (card.IsPersonal && MayTarget && await SendAsync(Reply.Targeted(reply), ct) is { } id) return id;
        return await SendAsync(reply, ct);
    }

    /// <summary>Something that is no Adaptive Card, such as one of Teams' own cards.</summary>
    public ValueTask<string?> SendAsync(OutboundAttachment attachment, string summary, CancellationToken ct) =>
        SendAsync(Reply.Attachment(Activity, attachment, summary), ct);

    public ValueTask<string?> SendTextAsync(string text, CancellationToken ct) => SendAsync(Reply.Text(Activity, text), ct);

    /// <summary>A text that names its sources as [1], [2] and so on.</summary>
    public ValueTask<string?> SendTextAsync(string text, IReadOnlyList<Citation> citations, CancellationToken ct) =>
        SendAsync(Reply.Text(Activity, text, citations), ct);

    /// <summary>Puts a card in the place of an earlier message of ours.</summary>
    /// <returns>False when that could not be done.</returns>
    public ValueTask<bool> UpdateAsync(string activityId, AdaptiveCard card, CancellationToken ct) =>
        _replies.UpdateAsync(activityId, Reply.Card(Activity, card), ct);

    private async ValueTask<string?> SendAsync(OutboundActivity reply, CancellationToken ct)
    {
        using var _ = Stages.Begin(Stages.Sent);
        return await _replies.SendAsync(reply, ct);
    }
}
