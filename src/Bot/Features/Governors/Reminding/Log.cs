using Bot.Proactive;

namespace Bot.Features.Governors.Reminding;

internal static partial class Log
{
    [LoggerMessage(1810, LogLevel.Warning, "A reminder could not be sent: {Reason}")]
    public static partial void ReminderNotSent(ILogger log, OutboxAddition reason);

    [LoggerMessage(1811, LogLevel.Warning, "Reminders cannot be read ({Fault}); tried again in 20 seconds")]
    public static partial void RemindersStuck(ILogger log, string fault);
}
