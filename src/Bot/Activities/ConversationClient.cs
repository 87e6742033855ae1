using Bot.Storage;

namespace Bot.Activities;

/// <summary>The Bot Connector's REST calls about messages; the other files hold those about people, teams and new conversations.</summary>
public sealed partial class ConversationClient(ConnectorTransport transport, ILogger<ConversationClient> log, BlockedConversations? blocked = null)
{
    private static readonly TimeSpan TypingLimit = TimeSpan.FromSeconds(2);

    /// <summary>With a targeted receiver only that member sees the message; the same holds for replies and updates.</summary>
    public ValueTask<DeliveryResult> SendAsync(Uri serviceUrl, string conversationId, OutboundActivity activity, CancellationToken ct) =>
        NoteAsync(conversationId, transport.SendAsync(Send(serviceUrl, conversationId, ActivityWriter.ToUtf8(activity), activity.IsTargeted), ct));

    /// <summary>An activity that was written earlier. Tried once: whoever kept it tries again.</summary>
    internal ValueTask<DeliveryResult> SendStoredAsync(Uri serviceUrl, string conversationId, ReadOnlyMemory<byte> activity, CancellationToken ct) =>
        NoteAsync(conversationId, transport.TryAsync(Send(serviceUrl, conversationId, activity), ct));

    /// <summary>Why nothing should be written there unasked, in words; null where nothing is known against it.</summary>
    public ValueTask<string?> WhyBlockedAsync(string conversationId, CancellationToken ct) =>
        blocked is null ? default : blocked.ReasonAsync(conversationId, ct);

    public ValueTask<DeliveryResult> ReplyAsync(
        Uri serviceUrl, string conversationId, string activityId, OutboundActivity activity, CancellationToken ct) =>
        NoteAsync(conversationId, transport.SendAsync(About(HttpMethod.Post, serviceUrl, conversationId, activityId, activity), ct), isReply: true);

    public ValueTask<DeliveryResult> UpdateAsync(
        Uri serviceUrl, string conversationId, string activityId, OutboundActivity activity, CancellationToken ct) =>
        transport.SendAsync(About(HttpMethod.Put, serviceUrl, conversationId, activityId, activity), ct);

    public ValueTask<DeliveryResult> DeleteAsync(Uri serviceUrl, string conversationId, string activityId, CancellationToken ct) =>
        DeleteAsync(serviceUrl, conversationId, ConnectorAddress.Activity(serviceUrl, conversationId, activityId), ct);

    /// <summary>Takes back a message that only one member sees.</summary>
    public ValueTask<DeliveryResult> DeleteTargetedAsync(Uri serviceUrl, string conversationId, string activityId, CancellationToken ct) =>
        DeleteAsync(serviceUrl, conversationId, ConnectorAddress.Activity(serviceUrl, conversationId, activityId, targeted: true), ct);

    /// <param name="reaction">like, heart, laugh, surprised, sad or angry.</param>
    public ValueTask<DeliveryResult> ReactAsync(
        Uri serviceUrl, string conversationId, string activityId, string reaction, CancellationToken ct) =>
        transport.SendAsync(
            new(HttpMethod.Put, serviceUrl, ConnectorAddress.Reaction(serviceUrl, conversationId, activityId, reaction), default) { ConversationId = conversationId }, ct);

    public ValueTask<DeliveryResult> TakeBackReactionAsync(
        Uri serviceUrl, string conversationId, string activityId, string reaction, CancellationToken ct) =>
        DeleteAsync(serviceUrl, conversationId, ConnectorAddress.Reaction(serviceUrl, conversationId, activityId, reaction), ct);

    /// <summary>Tried once and soon given up: an answer may be waiting behind it.</summary>
    internal async Task TypingAsync(Uri serviceUrl, string conversationId, OutboundActivity reply, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TypingLimit);
        try
        {
            await transport.TryAsync(Send(serviceUrl, conversationId, ActivityWriter.ToUtf8(reply with { Type = ActivityTypes.Typing })), limit.Token);
        }
        catch (OperationCanceledException)
        {
            Log.TypingGivenUp(log);
        }
    }

    private async ValueTask<DeliveryResult> NoteAsync(string conversationId, ValueTask<DeliveryResult> sending, bool isReply = false)
    {
        var result = await sending;

        // Of a reply or a thread, 404 may mean only the message that is answered.
        if (blocked is not null && result.WhyBlocked is { } reason && (result.Status == 403 || !isReply && !ConversationReference.IsThread(conversationId)))
            await blocked.RememberAsync(conversationId, reason, CancellationToken.None);
        return result;
    }

    private ValueTask<DeliveryResult> DeleteAsync(Uri serviceUrl, string conversationId, Uri address, CancellationToken ct) =>
        transport.SendAsync(new(HttpMethod.Delete, serviceUrl, address, default) { ConversationId = conversationId }, ct);

    private static ConnectorRequest Send(Uri serviceUrl, string conversationId, ReadOnlyMemory<byte> activity, bool targeted = false) =>
        new(HttpMethod.Post, serviceUrl, ConnectorAddress.Activities(serviceUrl, conversationId, targeted), activity) { ConversationId = conversationId };

    private static ConnectorRequest About(HttpMethod method, Uri serviceUrl, string conversationId, string activityId, OutboundActivity activity) =>
        new(method, serviceUrl, ConnectorAddress.Activity(serviceUrl, conversationId, activityId, activity.IsTargeted), ActivityWriter.ToUtf8(activity))
        {
            ConversationId = conversationId,
        };
}
