namespace Bot.Activities;

/// <summary>Where a turn's messages go: into the HTTP response, or to the connector.</summary>
public interface IReplyPath
{
    /// <returns>The id of the new message; null when it was not delivered or the channel names none.</returns>
    ValueTask<string?> SendAsync(OutboundActivity a, CancellationToken ct);

    /// <returns>False when the message was not changed, for example because it is no longer there.</returns>
    ValueTask<bool> UpdateAsync(string activityId, OutboundActivity a, CancellationToken ct);

    ValueTask TypingAsync(CancellationToken ct);
}
