namespace Bot.Features.Editing;

internal static partial class Log
{
    [LoggerMessage(2100, LogLevel.Error, "Work on the knowledge base failed")]
    public static partial void WorkFailed(ILogger log, Exception exception);

    [LoggerMessage(2101, LogLevel.Warning, "The card that says how work on the knowledge base ended could not be shown")]
    public static partial void CardNotShown(ILogger log, Exception exception);
}
