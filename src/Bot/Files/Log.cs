namespace Bot.Files;

// Neither a file's name nor the rest of its address is logged: the address is a key to the file.
internal static partial class Log
{
    [LoggerMessage(1700, LogLevel.Warning, "A file was neither fetched from nor sent to {Host}: the host is not allowed. Add it to Bot:Files:MoreHosts if it should be.")]
    public static partial void HostNotAllowed(ILogger log, string host);

    [LoggerMessage(1701, LogLevel.Warning, "A file could not be fetched from {Host}: {Fault}")]
    public static partial void NotFetched(ILogger log, string host, string fault);

    [LoggerMessage(1702, LogLevel.Warning, "A file could not be saved at {Host}: {Fault}")]
    public static partial void NotSaved(ILogger log, string host, string fault);

    [LoggerMessage(1703, LogLevel.Error, "Handing over a file failed")]
    public static partial void HandOverFailed(ILogger log, Exception exception);
}
