namespace Bot.Turns;

internal static partial class Log
{
    [LoggerMessage(1100, LogLevel.Error, "{Feature} failed on activity {ActivityId} in {ConversationId}")]
    public static partial void Failed(ILogger log, Exception exception, string feature, string? activityId, string conversationId);

    [LoggerMessage(1101, LogLevel.Warning, "{Feature} missed its deadline on activity {ActivityId} in {ConversationId}")]
    public static partial void Late(ILogger log, string feature, string? activityId, string conversationId);

    [LoggerMessage(1102, LogLevel.Error, "{Feature} failed after its deadline had passed")]
    public static partial void FailedLate(ILogger log, Exception exception, string feature);

    [LoggerMessage(1103, LogLevel.Debug, "No feature handles {Route}")]
    public static partial void NoRoute(ILogger log, string route);

    [LoggerMessage(1105, LogLevel.Warning, "Refused an invoke with 501: no feature answers {Name}")]
    public static partial void UnknownInvoke(ILogger log, string name);

    [LoggerMessage(1104, LogLevel.Warning, "The apology for activity {ActivityId} could not be sent in time")]
    public static partial void ApologyNotSent(ILogger log, string? activityId);

    [LoggerMessage(1106, LogLevel.Warning, "Where a conversation can be written to could not be noted")]
    public static partial void NotNoted(ILogger log, Exception exception);

    [LoggerMessage(1107, LogLevel.Information, "Activity {ActivityId} was delivered again: {Claim}")]
    public static partial void DeliveredAgain(ILogger log, string? activityId, Bot.Storage.Claim claim);

    [LoggerMessage(1108, LogLevel.Warning, "An activity could not be claimed; it is answered, though another replica may answer it too")]
    public static partial void NotClaimed(ILogger log, Exception exception);
}
