using Bot.Activities.Callers;

namespace Bot.Activities;

internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Warning,
        "Bot:Auth:Mode is Development: programs on this machine can send messages without proving who they are. "
        + "Never use it for a service that others reach.")]
    public static partial void OpenToThisMachine(ILogger log);

    [LoggerMessage(1001, LogLevel.Warning, "All messages are refused with 401. Bot:Auth:Mode is {Mode}; missing: {Missing}.")]
    public static partial void Closed(ILogger log, string mode, string missing);

    // Names the rule that was broken, never what was sent.
    [LoggerMessage(1002, LogLevel.Warning, "Refused a request to /api/messages with {Status} {Code}: {Reason}")]
    public static partial void Refused(ILogger log, int status, string code, string reason);

    // Anybody can knock at a closed door: one line at the start says that it is closed.
    [LoggerMessage(1003, LogLevel.Debug, "Refused a caller of /api/messages with {Status} {Code}: {Reason}")]
    public static partial void TurnedAway(ILogger log, int status, string code, string reason);

    // The step and nothing of the token: what it claims may be false, and may name people.
    [LoggerMessage(1004, LogLevel.Information, "Refused a caller of /api/messages with {Status} at step {Step}")]
    public static partial void NotProven(ILogger log, int status, TokenStep step);

    [LoggerMessage(1005, LogLevel.Information, "Messages are accepted with the channel's token: cloud {Cloud}, people of {Tenants} tenants")]
    public static partial void OpenToTheChannel(ILogger log, string cloud, int tenants);

    [LoggerMessage(1006, LogLevel.Information, "{Count} signing keys fetched from {Host}")]
    public static partial void KeysFetched(ILogger log, int count, string host);

    [LoggerMessage(1007, LogLevel.Warning, "No signing keys: {Problem}")]
    public static partial void KeysNotFetched(ILogger log, string problem);

    [LoggerMessage(1010, LogLevel.Warning, "{Method} to the connector at {Host} was not delivered: {Outcome}, status {Status}, code {Code}")]
    public static partial void NotDelivered(ILogger log, HttpMethod method, string host, DeliveryOutcome outcome, int status, string? code);

    [LoggerMessage(1011, LogLevel.Debug, "A typing indicator was given up")]
    public static partial void TypingGivenUp(ILogger log);

    [LoggerMessage(1012, LogLevel.Warning, "{Count} messages of the invoke {Name} had no allowed serviceUrl to go to")]
    public static partial void NowhereToSend(ILogger log, int count, string? name);

    [LoggerMessage(1020, LogLevel.Error, "A turn ended in an exception that it did not handle: activity {ActivityId} in {ConversationId}")]
    public static partial void LaneCaught(ILogger log, Exception exception, string? activityId, string? conversationId);

    [LoggerMessage(1021, LogLevel.Error, "Stopped before all accepted turns were done; {Waiting} were still waiting")]
    public static partial void DrainedTooSlowly(ILogger log, int waiting);
}
