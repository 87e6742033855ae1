namespace Bot.Proactive;

internal static partial class Log
{
    [LoggerMessage(1600, LogLevel.Warning, "{Count} messages were under way when a process died; they are sent again and may have arrived twice")]
    public static partial void TakenBack(ILogger log, int count);

    [LoggerMessage(1601, LogLevel.Error, "The outbox cannot reach the database ({Fault}); messages wait until it can")]
    public static partial void Stuck(ILogger log, string fault);

    [LoggerMessage(1602, LogLevel.Error, "How message {Id} ({Kind}) ended could not be kept; it is sent again and may arrive twice")]
    public static partial void DeliveryFailed(ILogger log, Exception exception, string id, string kind);

    [LoggerMessage(1603, LogLevel.Error, "Message {Id} ({Kind}) could not be sent. {Reason}")]
    public static partial void Dead(ILogger log, string id, string kind, string reason);
}
