using System.Net;

namespace Bot.Activities;

public enum DeliveryOutcome
{
    Delivered,

    /// <summary>403: the user or tenant has blocked the bot. Do not try again.</summary>
    Blocked,

    /// <summary>404: the conversation or message is no longer there. Forget it.</summary>
    Gone,

    /// <summary>413: too large for the channel.</summary>
    TooLarge,

    /// <summary>Still asked to wait after the last try, or asked to wait longer than a turn can.</summary>
    Throttled,

    /// <summary>No connection could be made, so nothing was sent.</summary>
    Unreachable,

    /// <summary>Any other answer, a redirect included, or a connection lost half-way.</summary>
    Failed,
}

/// <summary>What became of a call to the connector: a value, never an exception.</summary>
public sealed record DeliveryResult(DeliveryOutcome Outcome, int Status, string? Id = null, string? Code = null, TimeSpan? RetryAfter = null)
{
    /// <summary>The answer in full, where it was asked for.</summary>
    internal ReadOnlyMemory<byte> Body { get; init; }

    public bool IsDelivered => Outcome == DeliveryOutcome.Delivered;

    /// <summary>Why nothing sent to the conversation will arrive until it speaks to us, in words; other 403s are about one message.</summary>
    internal string? WhyBlocked => this switch
    {
        { Status: 403, Code: "MessageWritesBlocked" } => "the person or their organisation has blocked the guide.",
        { Status: 404 } => "the conversation is no longer there.",
        _ => null,
    };

    internal bool MayTryAgain => Outcome is DeliveryOutcome.Throttled or DeliveryOutcome.Unreachable || Status is 502 or 504;

    internal static DeliveryOutcome OutcomeOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => DeliveryOutcome.Delivered,
        403 => DeliveryOutcome.Blocked,
        404 => DeliveryOutcome.Gone,
        413 => DeliveryOutcome.TooLarge,
        412 or 429 => DeliveryOutcome.Throttled,
        _ => DeliveryOutcome.Failed,
    };
}
