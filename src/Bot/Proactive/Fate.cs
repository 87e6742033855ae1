using System.Globalization;
using Bot.Activities;
using Bot.Storage;

namespace Bot.Proactive;

/// <summary>What becomes of a message after a try.</summary>
internal abstract record Fate
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private const int MostDoublings = 12;

    private Fate()
    {
    }

    public sealed record Sent(string? ActivityId) : Fate;

    /// <param name="MayHaveArrived">Broken off after it was handed over: the channel may have taken it.</param>
    public sealed record Later(TimeSpan Wait, string Reason, bool MayHaveArrived) : Fate;

    /// <param name="Keep">Whether somebody can mend the cause and have it tried again.</param>
    /// <param name="ForgetConversation">There is nothing left to write to.</param>
    public sealed record Dead(string Reason, bool Keep, bool ForgetConversation = false) : Fate;

    public static Fate Unknown { get; } = new Dead("The guide is no longer in this conversation.", Keep: false);

    /// <summary>Refused earlier, and the conversation has not spoken to the guide since.</summary>
    public static Fate Blocked(string reason) => new Dead($"Not tried: {reason} Once somebody there writes to the guide it can be sent again.", Keep: true);

    public static Fate Of(DeliveryResult result, OutboxRow row, TimeProvider time) => result.Outcome switch
    {
        DeliveryOutcome.Delivered => new Sent(result.Id),
        DeliveryOutcome.Blocked => new Dead($"The channel refuses messages here, because the person or their organisation blocked the guide ({Code(result)}).", Keep: true),
        DeliveryOutcome.Gone => new Dead($"The conversation is no longer there ({Code(result)}).", Keep: false, ForgetConversation: true),
        DeliveryOutcome.TooLarge => new Dead($"The message is larger than the channel takes ({Code(result)}).", Keep: false),
        DeliveryOutcome.Throttled or DeliveryOutcome.Unreachable => Again(result, row, time),

        // The service's own standing with the channel can be mended, so nothing is given up for it.
        _ when result.Status is 0 or 401 or 408 or >= 500 => Again(result, row, time),
        _ => new Dead($"The channel refuses this message ({Code(result)}).", Keep: true),
    };

    /// <summary>A try that ended in neither an answer nor an error of the wire.</summary>
    public static Fate BrokenOff(OutboxRow row, string reason, TimeProvider time) => Put(row, Pause(row.Attempts, null), reason, mayHaveArrived: true, time);

    private static Fate Again(DeliveryResult result, OutboxRow row, TimeProvider time) => Put(
        row, Pause(row.Attempts, result.RetryAfter), $"Not delivered yet ({Code(result)}).", result is { Outcome: DeliveryOutcome.Failed, Status: 0 }, time);

    private static Fate Put(OutboxRow row, TimeSpan wait, string reason, bool mayHaveArrived, TimeProvider time)
    {
        if (time.GetUtcNow() + wait < row.TooLate) return new Later(wait, reason, mayHaveArrived);
        var tries = string.Create(CultureInfo.InvariantCulture, $"{row.Attempts} tries");
        return new Dead($"Given up after {tries}, because it is too late. Last: {reason}", Keep: true);
    }

    // Doubles up to half an hour; the jitter keeps replicas and messages from coming back together.
    private static TimeSpan Pause(long attempts, TimeSpan? askedFor)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(attempts - 1, MostDoublings)) * (0.5 + Random.Shared.NextDouble());
        if (askedFor > wait) wait = askedFor.Value * (1 + Random.Shared.NextDouble() / 10);
        return wait < OutboxRows.LongestWait ? wait : OutboxRows.LongestWait;
    }

    private static string Code(DeliveryResult result) => result.Status == 0
        ? result.Code ?? result.Outcome.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"status {result.Status}, {result.Code ?? "no code"}");
}
