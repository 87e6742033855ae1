using Bot.Proactive;

namespace Bot.Features.Questions.Telling;

internal static partial class Log
{
    [LoggerMessage(1820, LogLevel.Warning, "An answer that somebody waited for could not be sent: {Reason}")]
    public static partial void AnswerNotTold(ILogger log, OutboxAddition reason);

    [LoggerMessage(1821, LogLevel.Warning, "What people want to be told cannot be read ({Fault}); tried again in 20 seconds")]
    public static partial void WishesStuck(ILogger log, string fault);
}
