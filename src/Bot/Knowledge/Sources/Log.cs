namespace Bot.Knowledge.Sources;

internal static partial class Log
{
    [LoggerMessage(1320, LogLevel.Warning, "The source {Source} cannot be looked into; kb sources says why")]
    public static partial void SourceNotListed(ILogger logger, string source);
}
