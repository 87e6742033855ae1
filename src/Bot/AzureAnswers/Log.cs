namespace Bot.AzureAnswers;

internal static partial class Log
{
    [LoggerMessage(2200, LogLevel.Warning, "Azure question answering is left alone until {Until}, and the engine of the guide answers. {Why}.")]
    public static partial void Resting(ILogger log, string until, string why);

    [LoggerMessage(2201, LogLevel.Information, "Azure question answering answers again.")]
    public static partial void AnswersAgain(ILogger log);

    [LoggerMessage(2202, LogLevel.Information, "{Mark} is in the project of Azure question answering and deployed there.")]
    public static partial void Published(ILogger log, string mark);

    [LoggerMessage(2203, LogLevel.Warning, "{Mark} could not be brought to Azure question answering. It is tried again every 10 minutes. {Why}.")]
    public static partial void NotPublished(ILogger log, string mark, string why);

    [LoggerMessage(2204, LogLevel.Warning, "Azure question answering names articles that the served release does not hold, so its project is of another release. Publish the release to it: kb azure push.")]
    public static partial void OfAnotherRelease(ILogger log);
}
