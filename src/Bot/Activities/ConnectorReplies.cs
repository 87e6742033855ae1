namespace Bot.Activities;

/// <summary>Sends a turn's messages to the connector that the activity came from.</summary>
public sealed class ConnectorReplies(ConversationClient client, Uri serviceUrl, Activity activity) : IReplyPath
{
    private readonly Lock _gate = new();
    private readonly string _conversationId = activity.Conversation?.Id ?? "";
    private bool _spoken;
    private Task? _typing;

    public async ValueTask<string?> SendAsync(OutboundActivity a, CancellationToken ct)
    {
        Task? typing;
        lock (_gate)
        {
            _spoken = true;
            typing = _typing;
        }

        // "Typing" that arrives after the answer would stay on the screen.
        if (typing is not null)
            await typing.WaitAsync(ct);
        var sent = string.IsNullOrEmpty(a.ReplyToId)
            ? await client.SendAsync(serviceUrl, _conversationId, a, ct)
            : await client.ReplyAsync(serviceUrl, _conversationId, a.ReplyToId, a, ct);
        return sent.Id;
    }

    public async ValueTask<bool> UpdateAsync(string activityId, OutboundActivity a, CancellationToken ct) =>
        (await client.UpdateAsync(serviceUrl, _conversationId, activityId, a with { Id = activityId }, ct)).IsDelivered;

    public ValueTask TypingAsync(CancellationToken ct)
    {
        lock (_gate)
        {
            if (_spoken || _typing is not null)
                return default;
            _typing = client.TypingAsync(serviceUrl, _conversationId, OutboundActivity.ReplyTo(activity), ct);
            return new(_typing);
        }
    }
}
