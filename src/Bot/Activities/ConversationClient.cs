namespace Bot.Activities;

/// <summary>The Bot Connector's REST calls about messages; the other files hold those about people, teams and new conversations.</summary>
public sealed partial class ConversationClient(ConnectorTransport transport, ILogger<ConversationClient> log)
{
    private static readonly TimeSpan TypingLimit = TimeSpan.FromSeconds(2);

    /// <summary>With a targeted receiver only that member sees the message; the same holds for replies and updates.</summary>
    public ValueTask<DeliveryResult> SendAsync(Uri serviceUrl, string conversationId, OutboundActivity activity, CancellationToken ct) =>
        transport.SendAsync(
            new(HttpMethod.Post, ConnectorAddress.Activities(serviceUrl, conversationId, activity.IsTargeted), ActivityWriter.ToUtf8(activity)), ct);

    /// <summary>An activity that was written earlier. Tried once: whoever kept it tries again.</summary>
    internal ValueTask<DeliveryResult> SendStoredAsync(Uri serviceUrl, string conversationId, ReadOnlyMemory<byte> activity, CancellationToken ct) =>
        transport.TryAsync(new(HttpMethod.Post, ConnectorAddress.Activities(serviceUrl, conversationId), activity), ct);

    public ValueTask<DeliveryResult> ReplyAsync(
        Uri serviceUrl, string conversationId, string activityId, OutboundActivity activity, CancellationToken ct) =>
        transport.SendAsync(
            new(HttpMethod.Post, Address(serviceUrl, conversationId, activityId, activity), ActivityWriter.ToUtf8(activity)), ct);

    public ValueTask<DeliveryResult> UpdateAsync(
        Uri serviceUrl, string conversationId, string activityId, OutboundActivity activity, CancellationToken ct) =>
        transport.SendAsync(
            new(HttpMethod.Put, Address(serviceUrl, conversationId, activityId, activity), ActivityWriter.ToUtf8(activity)), ct);

    public ValueTask<DeliveryResult> DeleteAsync(Uri serviceUrl, string conversationId, string activityId, CancellationToken ct) =>
        transport.SendAsync(new(HttpMethod.Delete, ConnectorAddress.Activity(serviceUrl, conversationId, activityId), default), ct);

    /// <summary>Takes back a message that only one member sees.</summary>
    public ValueTask<DeliveryResult> DeleteTargetedAsync(Uri serviceUrl, string conversationId, string activityId, CancellationToken ct) =>
        transport.SendAsync(
            new(HttpMethod.Delete, ConnectorAddress.Activity(serviceUrl, conversationId, activityId, targeted: true), default), ct);

    /// <param name="reaction">like, heart, laugh, surprised, sad or angry.</param>
    public ValueTask<DeliveryResult> ReactAsync(
        Uri serviceUrl, string conversationId, string activityId, string reaction, CancellationToken ct) =>
        transport.SendAsync(new(HttpMethod.Put, ConnectorAddress.Reaction(serviceUrl, conversationId, activityId, reaction), default), ct);

    public ValueTask<DeliveryResult> TakeBackReactionAsync(
        Uri serviceUrl, string conversationId, string activityId, string reaction, CancellationToken ct) =>
        transport.SendAsync(new(HttpMethod.Delete, ConnectorAddress.Reaction(serviceUrl, conversationId, activityId, reaction), default), ct);

    /// <summary>Tried once and soon given up: an answer may be waiting behind it.</summary>
    internal async Task TypingAsync(Uri serviceUrl, string conversationId, OutboundActivity reply, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TypingLimit);
        var typing = ActivityWriter.ToUtf8(reply with { Type = ActivityTypes.Typing });
        try
        {
            await transport.TryAsync(new(HttpMethod.Post, ConnectorAddress.Activities(serviceUrl, conversationId), typing), limit.Token);
        }
        catch (OperationCanceledException)
        {
            Log.TypingGivenUp(log);
        }
    }

    private static Uri Address(Uri serviceUrl, string conversationId, string activityId, OutboundActivity activity) =>
        ConnectorAddress.Activity(serviceUrl, conversationId, activityId, activity.IsTargeted);
}
